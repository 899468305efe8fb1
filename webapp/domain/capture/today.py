"""What the home screen shows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import NamedTuple

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.domain.capture.routines import UnseenRoutine, near_routines, new_routines
from webapp.domain.capture.wins import WinRow
from webapp.rules.capture.checkins import is_due
from webapp.rules.insights.momentum import Momentum, momentum
from webapp.rules.insights.patterns import ROUTINE_DAYS, ROUTINE_SPAN
from webapp.rules.shared.calendars import Calendar
from webapp.rules.shared.moments import moment_in
from webapp.rules.shared.workdays import weekdays_in
from webapp.storage.capture.day_facts import DayFacts, day_facts
from webapp.storage.capture.today import MOST_SINCE, wins_shown
from webapp.storage.capture.wins import ROW_COLUMNS

JUST_NOW = 60 * 60 * 1000  # ms; while the question is open, older wins are folded
MOST_SHOWN = 30  # wins of the day in the list; see static/js/page/today/fold.js
MOST_NEAR = 20
MOST_ROUTINES = 3  # told at once; the next ones are told when these are read
LOOK_BACK = timedelta(days=92)  # the 14 dots may span a long pause
_age = attrgetter("happened", "id")
ID, HAPPENED, WHAT = (
    [one.name for one in ROW_COLUMNS].index(n) for n in ("id", "happened", "what")
)


class SeenWin(NamedTuple):
    """A win of which only the words are shown. happened: ms since 1970."""

    id: str
    happened: int
    what: str


@dataclass(frozen=True, slots=True)
class Today:
    """A person's day on the home screen.

    due: whether the question is open. wins, evidence: newest first; evidence: wins since the last
    check-in. earlier: today's older wins, folded: those that the list has no room for, and while
    the question is open those that could influence the answer (R10). more: how many further wins
    of today only the log has. begun: there was a win on an earlier day. routines: new today; near:
    those that a win today would make. first_steps: whether to show them. workdays, asked_on:
    weekdays as digits ("0" is Monday), for a page that stays open over the day; asked_on is ""
    while nobody is asked. checked_in: whether there was a check-in this day.
    """

    day: date
    due: bool
    wins: list[WinRow]
    earlier: list[WinRow]
    more: int
    evidence: list[SeenWin]
    begun: bool
    momentum: Momentum
    routines: list[UnseenRoutine]
    near: list[UnseenRoutine]
    first_steps: bool
    workdays: str
    asked_on: str
    checked_in: bool


def today_of(person: SignedIn, zone: str, now: int, unsaid: Collection[str] = ()) -> Today:
    """Return the home screen of a person whose phone is in `zone` at `now` (ms).

    unsaid: words that the app fills in where a person gives none.
    """
    day = day_of(person, zone, now)
    facts = _facts(person, day)
    due = _is_due(person, facts, day)
    wins, evidence, number = _wins_of(person, day)
    shown = _number_shown(wins, now - JUST_NOW if due else 0)
    return Today(
        day,
        due,
        wins=wins[:shown],
        earlier=wins[shown:],
        more=number - len(wins),
        evidence=evidence,
        begun=facts.first_win is not None and facts.first_win < day,
        momentum=_momentum(person, facts, day),
        routines=[] if due else _new_routines(facts, day, unsaid),
        near=near_routines(facts.near, facts.seen_routines, unsaid)[:MOST_NEAR],
        first_steps=facts.first_win is None and person.welcomed is None,
        workdays=_digits(person.workdays),
        asked_on=_digits(person.checkin_days) if facts.first_win else "",
        checked_in=facts.last_checkin == day,
    )


def wins_since_checkin(person: SignedIn, zone: str, now: int) -> list[SeenWin]:
    """Return the wins since the last check-in, newest first, at most 50."""
    return _wins_of(person, day_of(person, zone, now))[1]


def day_of(acting: Acting, zone: str, now: int) -> date:
    """Return the current day of an owner for somebody whose phone is in `zone` at `now` (ms)."""
    return moment_in(zone, now).day(acting.day_start)


def _digits(weekdays: int) -> str:
    return "".join(map(str, sorted(weekdays_in(weekdays))))


def _facts(person: SignedIn, day: date) -> DayFacts:
    weeks = day - ROUTINE_SPAN
    return day_facts(person.id, day, since=day - LOOK_BACK, weeks=weeks, days=ROUTINE_DAYS)


def _new_routines(facts: DayFacts, day: date, unsaid: Collection[str]) -> list[UnseenRoutine]:
    return new_routines(facts.repeated, day, facts.seen_routines, unsaid)[:MOST_ROUTINES]


def _is_due(person: SignedIn, facts: DayFacts, day: date) -> bool:
    asked_on = weekdays_in(person.checkin_days)
    deferred = date.fromisoformat(person.deferred_on) if person.deferred_on else None
    return is_due(day, facts.first_win, facts.last_checkin, deferred, asked_on)


def _momentum(person: SignedIn, facts: DayFacts, day: date) -> Momentum:
    calendar = Calendar(weekdays=weekdays_in(person.workdays), pauses=facts.pauses)
    first = facts.first_win and max(facts.first_win, day - LOOK_BACK)
    return momentum(facts.won, calendar, day, first)


def _number_shown(wins: list[WinRow], since: int) -> int:
    """Return how many of a day's wins, newest first, are in the list: none before `since` (ms)."""
    return sum(win.happened >= since for win in wins[:MOST_SHOWN])


def _wins_of(person: SignedIn, day: date) -> tuple[list[WinRow], list[SeenWin], int]:
    """Return the newest wins of a day, those since the last check-in, and how many the day has."""
    rows = wins_shown(person.id, day)
    wins = [WinRow.of(row[:-2]) for row in rows if row[-2]]
    seen = [SeenWin(row[ID], row[HAPPENED], row[WHAT]) for row in rows if row[-1]]
    wins.sort(key=_age, reverse=True)
    seen.sort(key=_age, reverse=True)
    return wins, seen[:MOST_SINCE], max((row[-2] for row in rows), default=0)
