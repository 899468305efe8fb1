"""Check-ins: what they hold, and when the question is due (R9, R10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from webapp.rules.capture.fields import LONGEST_AREA
from webapp.rules.shared import fields as of
from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.workdays import CHECKIN_DAYS, weekdays_in

SCALE_ID = "capability-0-10-v1"  # wording and scale; answers to different ones are never mixed
LOWEST, HIGHEST = 0, 10
FIELDS: dict[str, of.Field] = {
    "rating": of.whole(LOWEST, HIGHEST, N_("Choose a whole number from 0 to 10.")),
    "note": of.text(),
    "area": of.line(LONGEST_AREA),
}
WORDS = ("note", "area")


@dataclass(frozen=True, slots=True)
class Rating:
    """An answer to the question of scale `scale_id`: a whole number from 0 to 10."""

    value: int
    scale_id: str
    note: str = ""
    area: str = ""


@dataclass(frozen=True, slots=True)
class CheckInEdit:
    """New values, written as text, for some fields of the check-in `target` (see FIELDS)."""

    target: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Deferral:
    """The person said "Later": the question is hidden for the rest of the day."""


def parse_rating(fields: Mapping[str, Any], _received: int) -> Rating:
    """Return the rating in `fields` (rating, scale_id, note, area), or raise Invalid."""
    value = FIELDS["rating"].check("rating", fields.get("rating"))
    if fields.get("scale_id", SCALE_ID) != SCALE_ID:
        raise Invalid(
            Problem("scale_id", N_("This question is not asked any more; check in again."))
        )
    words = {name: FIELDS[name].check(name, fields.get(name, "")) for name in WORDS}
    return Rating(value, SCALE_ID, **words)


def parse_checkin_edit(fields: Mapping[str, Any], _received: int) -> CheckInEdit:
    """Return the edit of the check-in fields["target"], or raise Invalid."""
    target = parse_id("target", fields.get("target"))
    given = {name: field for name, field in FIELDS.items() if name in fields}
    if not given:
        raise Invalid(Problem("note", N_("Say what to change.")))
    values = [(name, field.write(field.check(name, fields[name]))) for name, field in given.items()]
    return CheckInEdit(target, tuple(values))


def parse_deferral(_fields: Mapping[str, Any], _received: int) -> Deferral:
    """Return the deferral; an entry that defers has no fields."""
    return Deferral()


def is_due(
    today: date,
    first_win: date | None,
    last_checkin: date | None,
    deferred: date | None,
    weekdays: frozenset[int] = weekdays_in(CHECKIN_DAYS),
) -> bool:
    """Return whether the question is open on the day `today`.

    It is asked on chosen weekdays (Monday is 0) from the first win on, and stays open until it is
    answered. "Later" hides it for one day: `deferred`.
    """
    if first_win is None or deferred == today or not weekdays:
        return False
    asked = _latest(today, weekdays)
    return asked >= first_win and (last_checkin is None or last_checkin < asked)


def _latest(today: date, weekdays: frozenset[int]) -> date:
    return next(
        day for ago in range(7) if (day := today - timedelta(days=ago)).weekday() in weekdays
    )
