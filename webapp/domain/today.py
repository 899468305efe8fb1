"""What the home screen shows."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from webapp.domain.people import SignedIn
from webapp.domain.wins import WinRow
from webapp.rules.checkins import is_due
from webapp.rules.moments import DAY, moment_in
from webapp.rules.workdays import weekdays_in
from webapp.storage.checkins import due_facts
from webapp.storage.wins import wins_of_day, wins_since

JUST_NOW = 60 * 60 * 1000  # ms; while the question is open, wins older than this stay folded


@dataclass(frozen=True, slots=True)
class Today:
    """The person's day: is the question open, today's wins, and the evidence since the last answer.

    wins, evidence: newest first; earlier: wins of today that are folded while the question is
    open, so that they do not anchor the answer (R10); first_steps: whether to show them.
    """

    day: date
    due: bool
    wins: list[WinRow]
    earlier: list[WinRow]
    evidence: list[WinRow]
    first_steps: bool


def today_of(person: SignedIn, zone: str, now: int) -> Today:
    """What the home screen shows a person whose phone is in `zone` at `now` (ms)."""
    day = day_of(person, zone, now)
    first_win, last_day, last_moment = due_facts(person=person.id)[0]
    asked_on = weekdays_in(person.checkin_days)
    due = is_due(day, _date(first_win), _date(last_day), _date(person.deferred_on), asked_on)
    wins = _wins_of(person, day)
    fold = now - JUST_NOW if due else 0
    return Today(
        day,
        due,
        wins=[win for win in wins if win.happened >= fold],
        earlier=[win for win in wins if win.happened < fold],
        evidence=_evidence(person, last_moment),
        first_steps=first_win is None and person.welcomed is None,
    )


def day_of(person: SignedIn, zone: str, now: int) -> date:
    """The day it is for a person whose phone is in `zone` at `now` (ms)."""
    return moment_in(zone, now).day(person.day_start)


def _wins_of(person: SignedIn, day: date) -> list[WinRow]:
    midnight = round(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)
    rows = wins_of_day(
        person=person.id,
        earliest=midnight - DAY,  # no zone is a day away from UTC: the index does the rest
        latest=midnight + 3 * DAY,
        day=day.isoformat(),
    )
    return [WinRow._make(row) for row in rows]


def _evidence(person: SignedIn, since: int | None) -> list[WinRow]:
    return [WinRow._make(row) for row in wins_since(person=person.id, since=since or 0)]


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
