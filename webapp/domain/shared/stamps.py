"""Who, when and where: the columns that every entry's row has."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.moments import Moment, believable


def stamps(acting: Acting, entry: Entry, now: int, given: Moment | None = None) -> dict[str, Any]:
    """Return the columns of a new win or check-in that say who, when and where.

    now: ms of arrival; given: when it happened, if not at the tap. If the phone's clock cannot be
    right, the entry counts for the time of arrival and is marked (R14).
    """
    said = given or entry.made
    happened = counted_moment(said, now)
    return {
        "person": acting.owner,
        "id": entry.id,
        "happened": happened.instant,
        "entered": entry.made.instant,
        "received": now,
        "day": happened.day(acting.day_start).isoformat(),
        "offset": happened.offset,
        "zone": happened.zone,
        "wrong_clock": happened is not said,
    }


def counted_moment(made: Moment, now: int) -> Moment:
    """Return `made`, or the time of arrival `now` (ms) if the phone's clock cannot be right."""
    return made if believable(made.instant, now) else replace(made, instant=now)


def edit_times(entries: Iterable[Entry], now: int) -> Iterator[tuple[str, int]]:
    """Yield (entry id, ms) of each edit of a delivery; of two edits of a field the later counts.

    The time is the moment of the tap. If the clock was wrong, the phone's sequence decides: it is
    just before its next edit with a right clock, or else just before arrival (R14).
    """
    bound = now
    for entry in sorted(entries, key=lambda entry: entry.seq, reverse=True):
        right = believable(entry.made.instant, now)
        bound = entry.made.instant if right else bound - 1
        yield entry.id, bound
