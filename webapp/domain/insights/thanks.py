"""What rules and the chart read of thanks, with what was suggested before (R38, R42, R43)."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.rules.insights.adjustments import Note
from webapp.rules.insights.pitfalls import PRAISED_IN, Praise
from webapp.rules.insights.showings import Showing, showing_of
from webapp.rules.recognition.recognitions import Copy
from webapp.storage.insights.adjustments import showings_and_thanks

APART = timedelta(days=2)  # a day anywhere begins within so much of midnight in UTC


@dataclass(frozen=True, slots=True)
class ThanksFacts:
    """The thanks of a person: given to a team, all that they gave, and days of those received."""

    praises: tuple[Praise, ...]
    notes: tuple[Note, ...]
    received: tuple[date, ...]


def showings_and_thanks_of(
    acting: Acting, since: date, today: date
) -> tuple[list[Showing], ThanksFacts]:
    """Return what was suggested to a person, and their thanks since a day, by one statement."""
    first = min(since, today - PRAISED_IN)
    midnight = datetime.combine(first - APART, time(), UTC)
    rows = showings_and_thanks(acting.owner, round(midnight.timestamp() * 1000))
    showings = [_showing(row) for row in rows if not row[0]]
    given = [row for row in rows if row[0] == Copy.GIVEN]
    days = {date.fromisoformat(row[2]) for row in rows if row[0] == Copy.RECEIVED}
    return showings, ThanksFacts(
        tuple(_praise(row) for row in given if row[5]),
        tuple(_note(row) for row in given),
        tuple(day for day in sorted(days) if since <= day <= today),
    )


def _showing(row: tuple[Any, ...]) -> Showing:
    return showing_of(row[1], row[2], row[3], row[4])


def _praise(row: tuple[Any, ...]) -> Praise:
    return Praise(row[1], date.fromisoformat(row[2]), light=bool(row[6]))


def _note(row: tuple[Any, ...]) -> Note:
    return Note(row[1], date.fromisoformat(row[2]), row[3], bool(row[7]))
