"""The times that every stored thing carries."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.moments import Moment, believable


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


def edit_times(entries: Iterable[Entry], now: int) -> Iterator[tuple[str, int]]:
    """(id, ms) of each edit of a delivery, by which it is older or newer than others of its field.

    That is the moment of the tap. Where the clock was wrong the phone's own sequence decides: just
    before its next edit here whose clock was right, or else just before arrival (R14).
    """
    bound = now
    for entry in sorted(entries, key=lambda entry: entry.seq, reverse=True):
        right = believable(entry.made.instant, now)
        bound = entry.made.instant if right else bound - 1
        yield entry.id, bound
