"""What a check-in is, and when one is due (R9, R10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from webapp.rules.ids import parse_id
from webapp.rules.problems import N_, Invalid, Problem
from webapp.rules.text import clean_text

SCALE_ID = "capability-0-10-v1"  # wording and scale together; answers to different ones never mix
LOWEST, HIGHEST = 0, 10
WEEKDAYS = frozenset({0, 2, 4})  # Monday, Wednesday, Friday


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer to the question of scale `scale_id`: a whole number from 0 to 10."""

    value: int
    scale_id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckInEdit:
    """A note put to the check-in `target`."""

    target: str
    note: str


@dataclass(frozen=True, slots=True)
class Deferral:
    """ "Later": the question is hidden for the rest of the day."""


def parse_rating(fields: Mapping[str, Any], _received: int) -> Rating:
    """The rating that `fields` (rating, scale_id, note) hold, or Invalid."""
    value = fields.get("rating")
    if not isinstance(value, int) or isinstance(value, bool) or not LOWEST <= value <= HIGHEST:
        raise Invalid(Problem("rating", N_("Choose a whole number from 0 to 10.")))
    if fields.get("scale_id", SCALE_ID) != SCALE_ID:
        raise Invalid(
            Problem("scale_id", N_("This question is not asked any more; check in again."))
        )
    return Rating(value, SCALE_ID, clean_text("note", fields.get("note", "")))


def parse_note(fields: Mapping[str, Any], _received: int) -> CheckInEdit:
    """The edit of check-in fields["target"] that gives it the note fields["note"], or Invalid."""
    target = parse_id("target", fields.get("target"))
    return CheckInEdit(target, clean_text("note", fields.get("note")))


def parse_deferral(_fields: Mapping[str, Any], _received: int) -> Deferral:
    """A deferral says nothing but that it was made."""
    return Deferral()


def is_due(
    today: date,
    first_win: date | None,
    last_checkin: date | None,
    deferred: date | None,
    weekdays: frozenset[int] = WEEKDAYS,
) -> bool:
    """Whether the question stands open: asked on a chosen day since the first win, not answered.

    weekdays: Monday is 0. A question that was asked on Monday is still open on Tuesday;
    "Later" hides it for the day it was said on.
    """
    if first_win is None or deferred == today or not weekdays:
        return False
    asked = _latest(today, weekdays)
    return asked >= first_win and (last_checkin is None or last_checkin < asked)


def _latest(today: date, weekdays: frozenset[int]) -> date:
    return next(
        day for ago in range(7) if (day := today - timedelta(days=ago)).weekday() in weekdays
    )
