"""The times that every stored thing carries."""

from dataclasses import replace
from typing import Any

from webapp.domain.people import SignedIn
from webapp.rules.entries import Entry
from webapp.rules.moments import Moment, believable


def stamps(person: SignedIn, entry: Entry, now: int) -> dict[str, Any]:
    """Columns of a new win or check-in that say who, when and where; now: ms of arrival.

    A phone whose clock cannot be right loses nothing: its entry counts for the time of arrival
    and is marked (R14).
    """
    happened = counted_moment(entry.made, now)
    return {
        "person": person.id,
        "id": entry.id,
        "happened": happened.instant,
        "entered": entry.made.instant,
        "received": now,
        "day": happened.day(person.day_start).isoformat(),
        "offset": happened.offset,
        "zone": happened.zone,
        "wrong_clock": happened is not entry.made,
    }


def counted_moment(made: Moment, now: int) -> Moment:
    """`made`, or the time of arrival when the phone's clock cannot be right."""
    return made if believable(made.instant, now) else replace(made, instant=now)
