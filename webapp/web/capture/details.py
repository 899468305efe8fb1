"""The form of a win: its values, and what was changed in it."""

from dataclasses import dataclass, field
from typing import Any

from flask import request

from webapp.domain.account.acting import Acting
from webapp.domain.capture.options import options_of
from webapp.domain.capture.wins import WinRow
from webapp.rules.capture.fields import WIN_FIELDS, Fold, WinField
from webapp.rules.outbox.entries import parse_content
from webapp.rules.shared.fields import ValueType
from webapp.rules.shared.moments import Moment, moment_at
from webapp.rules.shared.numbers import read_number
from webapp.rules.shared.problems import Invalid, Problem
from webapp.rules.shared.text import tidy
from webapp.web.shared.clock import now, zone_of
from webapp.web.shared.i18n.number_formats import page_format
from webapp.web.shared.i18n.numbers import typed
from webapp.web.shared.login import current_person

NUMBERS = [name for name, field in WIN_FIELDS.items() if field.value.type is ValueType.NUMBER]
OTHERS = [field for name, field in WIN_FIELDS.items() if name not in NUMBERS]


@dataclass(frozen=True, slots=True)
class DetailsForm:
    """A filled form. values: by name, as text, for flags as bool, for ids as a list."""

    id: str
    values: dict[str, Any]
    problems: dict[str, str] = field(default_factory=dict)

    @property
    def folds(self) -> dict[str, bool]:
        """Whether each fold is open: one with a problem in it is."""
        wrong = [WIN_FIELDS[name].fold for name in self.problems if name in WIN_FIELDS]
        return {fold: fold in wrong for fold in Fold}


def stored_form(win: WinRow) -> DetailsForm:
    """Return the form filled with the stored values of `win`."""
    return DetailsForm(win.id, _values_of(win))


def rejected_form(win: WinRow, problems: dict[str, str]) -> DetailsForm:
    """Return the form as it was sent, with its problems; missing values are those of `win`."""
    form = request.form
    sent = {field.name: _sent(field) for field in OTHERS if field.name in form}
    return DetailsForm(win.id, {**_values_of(win), **form.to_dict(), **sent}, problems)


def linked_fields() -> dict[str, Any]:
    """Return the fields that the form of a new win sends besides words and kind."""
    sent = {field.name: _sent(field) for field in OTHERS if field.name in request.form}
    return {name: value for name, value in sent.items() if value and name not in {"what", "kind"}}


def happened_at(moment: Moment) -> dict[str, Any]:
    """Return the field of an entry that says when its win happened."""
    return {"happened": {"at": moment.instant, "offset": moment.offset, "zone": moment.zone}}


def changed_fields(acting: Acting, win: WinRow) -> dict[str, Any]:
    """Return the sent fields that differ from `win`, as an edit has them.

    Raise Invalid with all problems.
    """
    form, before = request.form, _values_of(win)
    problems: list[Problem] = []
    sent = {field.name: _sent(field) for field in OTHERS if field.name in form}
    changed = {name: value for name, value in sent.items() if _plain(value) != before[name]}
    changed |= _changed_numbers(acting, win, problems)
    if form.get("happened") and form["happened"] != before["happened"]:
        changed |= _changed_moment(problems)
    if problems:
        raise Invalid(*problems, *_other_problems(win, changed))
    return changed


def _changed_moment(problems: list[Problem]) -> dict[str, Any]:
    try:
        moment = moment_at(request.form["happened"], zone_of(current_person()))
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return {}
    return happened_at(moment)


def _changed_numbers(acting: Acting, win: WinRow, problems: list[Problem]) -> dict[str, Any]:
    form = request.form
    given = {name: form[name] for name in NUMBERS if name in form}
    if not any(given.values()):  # most forms: no need to look up the indicator's unit
        return {name: None for name in given if getattr(win.fields, name) is not None}
    signs = options_of(acting).signs.get(form.get("indicator", win.fields.indicator))
    changed: dict[str, Any] = {}
    for name, text in given.items():
        try:
            number = read_number(name, text, page_format(), signs=signs)
        except Invalid as invalid:
            problems.extend(invalid.problems)
            continue
        if number != getattr(win.fields, name):
            changed[name] = number
    return changed


def _other_problems(win: WinRow, changed: dict[str, Any]) -> tuple[Problem, ...]:
    # All problems at once: also those of fields that are not numbers.
    try:
        parse_content("edit_win", {"target": win.id, **changed}, now())
    except Invalid as invalid:
        return invalid.problems
    return ()


def _values_of(win: WinRow) -> dict[str, Any]:
    values = {name: _shown(win, field) for name, field in WIN_FIELDS.items()}
    return {**values, "happened": win.wall_clock}


def _shown(win: WinRow, field: WinField) -> Any:
    value = getattr(win.fields, field.name)
    if field.value.type is ValueType.NUMBER:
        return typed(value)
    if field.value.type is ValueType.IDS:
        return value.split()
    return bool(value) if field.value.type is ValueType.FLAG else value


def _sent(field: WinField) -> Any:
    # A hidden field of the same name precedes boxes: none ticked differs from no boxes at all.
    values = request.form.getlist(field.name)
    if field.value.type is ValueType.IDS:
        return [value for value in values if value]
    return "1" in values if field.value.type is ValueType.FLAG else values[0]


def _plain(value: Any) -> Any:
    return tidy(value) if isinstance(value, str) else value
