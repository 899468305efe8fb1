"""The form of a win's details: what it shows, and what was changed in it."""

from dataclasses import dataclass, field
from typing import Any

from flask import request

from webapp.domain.account.people import SignedIn
from webapp.domain.capture.options import options_of
from webapp.domain.capture.wins import WinRow
from webapp.rules.outbox.entries import parse_content
from webapp.rules.shared.moments import moment_at
from webapp.rules.shared.numbers import read_number
from webapp.rules.shared.problems import Invalid, Problem
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.i18n.numbers import typed

TEXTS = ("what", "impact", "next_step", "evidence", "area", "approach", "worked", "improve")
CHOICES = ("kind", "moves", "visibility", "goal", "indicator")
NUMBERS = ("before", "after")
FOLDS = {
    "more": {*CHOICES, *NUMBERS, "evidence", "area", "measurable", "objectives"},
    "reflection": {"approach", "worked", "improve"},
}


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

    Invalid: every problem at once.
    """
    form, before = request.form, _values_of(win)
    problems: list[Problem] = []
    changed: dict[str, Any] = {
        name: form[name]
        for name in (*TEXTS, *CHOICES)
        if name in form and _plain(form[name]) != before[name]
    }
    changed |= _changed_numbers(person, win, problems)
    if "objectives" in form and _chosen() != before["objectives"]:
        changed["objectives"] = _chosen()
    if "measurable" in form and _ticked() != before["measurable"]:
        changed["measurable"] = _ticked()
    if form.get("happened") and form["happened"] != before["happened"]:
        changed |= _changed_moment(person, problems)
    if problems:
        raise Invalid(*problems, *_other_problems(win, changed))
    return changed


def _changed_moment(person: SignedIn, problems: list[Problem]) -> dict[str, Any]:
    try:
        moment = moment_at(request.form["happened"], zone_of(person))
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return {}
    return {"happened": {"at": moment.instant, "offset": moment.offset, "zone": moment.zone}}


def _changed_numbers(person: SignedIn, win: WinRow, problems: list[Problem]) -> dict[str, Any]:
    form = request.form
    given = {name: form[name] for name in NUMBERS if name in form}
    if not any(given.values()):  # most forms: what the indicator counts need not be looked up
        return {name: None for name in given if getattr(win.fields, name) is not None}
    percent = form.get("indicator", win.fields.indicator) not in options_of(person).no_percent
    changed: dict[str, Any] = {}
    for name, text in given.items():
        try:
            number = read_number(name, text, page_format(), percent=percent)
        except Invalid as invalid:
            problems.extend(invalid.problems)
            continue
        if number != getattr(win.fields, name):
            changed[name] = number
    return changed


def _other_problems(win: WinRow, changed: dict[str, Any]) -> tuple[Problem, ...]:
    # All at once: what the rules would say about the fields that are no numbers.
    try:
        parse_content("edit_win", {"target": win.id, **changed}, now())
    except Invalid as invalid:
        return invalid.problems
    return ()


def _values_of(win: WinRow) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(win.fields, name) for name in (*TEXTS, *CHOICES)}
    return {
        **values,
        **{name: typed(getattr(win.fields, name)) for name in NUMBERS},
        "objectives": win.fields.objectives.split(),
        "measurable": bool(win.fields.measurable),
        "happened": win.wall_clock,
    }


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


# Before the boxes stands a hidden field of their name, so that none ticked is told from none there.
def _chosen() -> list[str]:
    return [value for value in request.form.getlist("objectives") if value]


def _ticked() -> bool:
    return "1" in request.form.getlist("measurable")
