"""What entries say about wins, and when a win is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from webapp.rules.capture.fields import WIN_FIELDS, WinFields
from webapp.rules.shared.fields import Field, one_id
from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.marks import has_digit
from webapp.rules.shared.moments import Moment, believable, parse_moment
from webapp.rules.shared.problems import N_, Invalid, Problem

FIELDS: dict[str, Field] = {name: field.value for name, field in WIN_FIELDS.items()}
LOG_FIELDS = frozenset({*FIELDS, "preset", "happened"})
EDIT_FIELDS = frozenset({*FIELDS, "target", "happened"})


@dataclass(frozen=True, slots=True)
class LoggedWin:
    """A new win. preset: the id of the button that was tapped, or "".

    happened: None at the moment of the tap.
    """

    fields: WinFields
    preset: str = ""
    happened: Moment | None = None


@dataclass(frozen=True, slots=True)
class WinEdit:
    """New values, written as text, for some fields of a win. happened: None when unchanged."""

    target: str
    values: tuple[tuple[str, str], ...]
    happened: Moment | None


def parse_win(fields: Mapping[str, Any], _received: int) -> LoggedWin:
    """Return the win in `fields` (see LOG_FIELDS), or raise Invalid with all problems.

    `happened` is as in parse_win_edit, but of a wrong clock it may be any moment: a tap is taken.
    """
    given = {"what": "", "kind": None, **fields}
    preset = given.pop("preset", "")
    moment = _moment(given.pop("happened")) if "happened" in given else None
    values = WinFields(**_checked(given))
    return LoggedWin(values, one_id().check("preset", preset), moment)


def parse_win_edit(fields: Mapping[str, Any], received: int) -> WinEdit:
    """Return the edit of the win fields["target"], or raise Invalid.

    Fields that are missing stay unchanged. `happened` is {"at": ms, "offset": minutes, "zone": IANA
    name}. received: ms.
    """
    target = parse_id("target", fields.get("target"))
    values = _checked({name: value for name, value in fields.items() if name in FIELDS})
    moment = _happened(fields["happened"], received) if "happened" in fields else None
    written = tuple((name, FIELDS[name].write(value)) for name, value in values.items())
    return WinEdit(target, written, moment)


def is_counted(
    *, objectives: str, impact: str, indicator: str, measurable: bool, verified: bool
) -> bool:
    """Return whether a win is evidence: it serves an objective and its impact is measurable."""
    return bool(objectives) and is_measurable(
        impact, indicator, measurable=measurable, verified=verified
    )


def counts(win: WinFields, *, verified: bool) -> bool:
    """Return is_counted of a win, or of a row with its fields; verified: see is_measurable."""
    return is_counted(
        objectives=win.objectives,
        impact=win.impact,
        indicator=win.indicator,
        measurable=win.measurable,
        verified=verified,
    )


def is_measurable(impact: str, indicator: str, *, measurable: bool, verified: bool) -> bool:
    """Return whether the effect of a win can be measured.

    The impact has a number, an indicator is linked, the person says so, or the win came of a goal
    that was met by its criteria (verified): they were checked one by one.
    """
    return has_digit(impact) or bool(indicator) or measurable or verified


def _checked(given: Mapping[str, object]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, value in given.items():
        try:
            values[name] = FIELDS[name].check(name, value)
        except Invalid as invalid:
            problems.extend(invalid.problems)
    if values.get("what") == "":
        problems.append(Problem("what", N_("Say in a few words what you got done.")))
    if problems:
        raise Invalid(*problems)
    return values


def _happened(value: object, received: int) -> Moment:
    moment = _moment(value)
    if not believable(moment.instant, received):
        raise Invalid(
            Problem("happened", N_("Choose a time after 1999 and no more than a day ahead."))
        )
    return moment


def _moment(value: object) -> Moment:
    if not isinstance(value, Mapping):
        raise Invalid(Problem("happened", N_("Give the date and time it happened.")))
    return parse_moment(value.get("at"), value.get("offset"), value.get("zone"))
