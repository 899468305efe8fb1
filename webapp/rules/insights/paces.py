"""How long until there is enough of something, at the present pace (R37)."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil

LOOKED_AT, WEEK = timedelta(weeks=8), timedelta(weeks=1)


def days_at_pace(
    missing: int, happened: Sequence[date], today: date, needed: int, window: timedelta
) -> int | None:
    """Return the days until `missing` more have happened, or None when that never comes.

    needed: how many must lie within a `window` in the end. What happened leaves the window again,
    so a pace that does not fill it never gets there. Pace: those of the last eight weeks, or since
    the first one if that is more recent, but of a week at least: one day shows no pace.
    """
    recent = sum(timedelta() <= today - day < LOOKED_AT for day in happened)
    if missing <= 0 or not recent:
        return None if missing > 0 else 0
    days = max(WEEK, min(LOOKED_AT, today - min(happened) + timedelta(days=1))).days
    if recent * window.days < needed * days:
        return None
    return ceil(missing * days / recent)
