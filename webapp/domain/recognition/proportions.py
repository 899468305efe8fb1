"""What rules read of the thanks that a team may read, and what the chart marks (R38, R42, R43).

Words that were filled in are never read as written by a person: own_words leaves them out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from webapp.rules.insights.adjustments import NOTE_DAYS, Note, perfunctory
from webapp.rules.insights.pitfalls import Praise, out_of_proportion
from webapp.rules.recognition.recognitions import Copy
from webapp.rules.shared.ids import OwnerId, TeamId
from webapp.storage.recognition.copies import copies_of
from webapp.storage.recognition.recognitions import Recognition

MOST_READ = 500  # of the last 30 days
MOST_MARKED = 1000  # the newest


@dataclass(frozen=True, slots=True)
class TeamFindings:
    """What may be said of the thanks that a team reads: nothing about any one person."""

    out_of_proportion: bool
    perfunctory: bool


def findings_of_team(team: TeamId, today: date) -> TeamFindings:
    """Return what the rules find in the thanks that a team may read, on the day `today`."""
    since = (today - timedelta(days=NOTE_DAYS)).isoformat()
    last = copies_of(team, Copy.TEAM).limit(MOST_READ)
    rows = [row for row in last if row.day >= since]
    light = out_of_proportion(_praises(rows), today)
    return TeamFindings(light is not None, perfunctory(_notes(rows), today) is not None)


def _praises(rows: Sequence[Recognition]) -> list[Praise]:
    return [Praise(row.id, date.fromisoformat(row.day), light=row.light) for row in rows]


def _notes(rows: Sequence[Recognition]) -> list[Note]:
    return [Note(row.id, date.fromisoformat(row.day), row.own_words, row.outcome) for row in rows]


def thanks_received(owner: OwnerId, since: date, until: date) -> tuple[date, ...]:
    """Return the days on which others said something of a person's outcomes, each once."""
    first, last = since.isoformat(), until.isoformat()
    days: Any = copies_of(owner, Copy.RECEIVED).select(Recognition.day)
    found = {day for (day,) in days.limit(MOST_MARKED).tuples() if first <= day <= last}
    return tuple(date.fromisoformat(day) for day in sorted(found))


def words_given(owner: OwnerId, recognitions: Sequence[str]) -> dict[str, str]:
    """Return what was achieved by the thanks of these that a person gave, by id."""
    rows = copies_of(owner, Copy.GIVEN).where(Recognition.id.in_(recognitions))
    return {row.id: row.achieved for row in rows}
