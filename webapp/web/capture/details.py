"""The form of a win's details: what it shows, and what was changed in it."""

from dataclasses import dataclass, field
from typing import Any

from flask import request

from webapp.domain.account.people import SignedIn
from webapp.domain.capture.wins import WinRow
from webapp.rules.shared.moments import moment_at
from webapp.web.shared.clock import zone_of

TEXTS = ("what", "impact", "next_step", "evidence", "area", "approach", "worked", "improve")
CHOICES = ("kind", "moves", "visibility", "goal", "indicator")
NUMBERS = ("before", "after")
FOLDS = {
    "more": {*CHOICES, *NUMBERS, "evidence", "area", "measurable", "objectives"},
    "reflection": {"approach", "worked", "improve"},
}
LONGEST_NUMBER = 40  # characters


@dataclass(frozen=True, slots=True)
class DetailsForm:
    """values: by the name of the control, as text (measurable: truth, objectives: a list)."""

    id: str
    values: dict[str, Any]
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def folds(self) -> dict[str, bool]:
        """Which folds stand open: those in which something has to be put right."""
        return {fold: not inside.isdisjoint(self.problems) for fold, inside in FOLDS.items()}


def stored_form(win: WinRow) -> DetailsForm:
    """The form as it shows `win`."""
    return DetailsForm(win.id, _values_of(win))


def rejected_form(win: WinRow, problems: dict[str, str]) -> DetailsForm:
    """The form as it was sent, with what is wrong about it; what was not sent is as in `win`."""
    form = request.form
    values = {**_values_of(win), **form.to_dict()}
    if "objectives" in form:
        values["objectives"] = _chosen()
    if "measurable" in form:
        values["measurable"] = _ticked()
    return DetailsForm(win.id, values, problems)


def changed_fields(person: SignedIn, win: WinRow) -> dict[str, Any]:
    """The fields of an edit that the sent form means: those that differ from `win`, and no other.

    Invalid: there is no such moment.
    """
    form, before = request.form, _values_of(win)
    changed: dict[str, Any] = {
        name: form[name]
        for name in (*TEXTS, *CHOICES)
        if name in form and _plain(form[name]) != before[name]
    }
    changed |= {
        name: _number(form[name])
        for name in NUMBERS
        if name in form and form[name].strip() != before[name]
    }
    if "objectives" in form and _chosen() != before["objectives"]:
        changed["objectives"] = _chosen()
    if "measurable" in form and _ticked() != before["measurable"]:
        changed["measurable"] = _ticked()
    if form.get("happened") and form["happened"] != before["happened"]:
        moment = moment_at(form["happened"], zone_of(person))
        changed["happened"] = {"at": moment.instant, "offset": moment.offset, "zone": moment.zone}
    return changed


def _values_of(win: WinRow) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(win, name) for name in (*TEXTS, *CHOICES)}
    return {
        **values,
        **{name: _written(getattr(win, name)) for name in NUMBERS},
        "objectives": win.objectives.split(),
        "measurable": bool(win.measurable),
        "happened": win.wall_clock,
    }


def _written(number: float | None) -> str:
    return "" if number is None else repr(number).removesuffix(".0")


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _number(text: str) -> float | str | None:
    # What is no number stays as it was typed, for the rules to refuse.
    plain = text.strip().replace(",", ".")
    try:
        return float(plain[:LONGEST_NUMBER]) if plain else None
    except ValueError:
        return text


# Before the boxes stands a hidden field of their name, so that none ticked is told from none there.
def _chosen() -> list[str]:
    return [value for value in request.form.getlist("objectives") if value]


def _ticked() -> bool:
    return "1" in request.form.getlist("measurable")
