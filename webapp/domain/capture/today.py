"""What the home screen shows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from webapp.domain.account.people import SignedIn
from webapp.domain.capture.routines import UnseenRoutine, new_routines
from webapp.domain.capture.wins import WinRow
from webapp.rules.capture.checkins import is_due
from webapp.rules.insights.momentum import Momentum, momentum
from webapp.rules.insights.patterns import ROUTINE_DAYS, ROUTINE_SPAN
from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.calendars import Calendar, Pause
from webapp.rules.shared.moments import DAY, moment_in
from webapp.rules.shared.workdays import weekdays_in
from webapp.storage.capture.today import day_facts, wins_shown

JUST_NOW = 60 * 60 * 1000  # ms; while the question is open, wins older than this stay folded
LOOK_BACK = timedelta(days=92)  # for the 14 dots, so that a long pause does not empty them


@dataclass(frozen=True, slots=True)
class Today:
    """The person's day: is the question open, today's wins, and the evidence since the last answer.

    wins, evidence: newest first; earlier: wins of today that are folded while the question is
    open, so that they do not anchor the answer (R10). begun: there was a win on an earlier day.
    routines: what became one today. first_steps: whether to show them.
    """

    day: date
    due: bool
    wins: list[WinRow]
    earlier: list[WinRow]
    evidence: list[WinRow]
    begun: bool
    momentum: Momentum
    routines: list[UnseenRoutine]
    first_steps: bool


@dataclass(frozen=True, slots=True)
class _Facts:
    first_win: date | None
    last_checkin: date | None
    won: frozenset[date]
    away: tuple[Pause, ...]
    told: frozenset[str]
    repeated: tuple[WinFacts, ...]


def today_of(person: SignedIn, zone: str, now: int, unsaid: Collection[str] = ()) -> Today:
    """What the home screen shows a person whose phone is in `zone` at `now` (ms).

    unsaid: words that the app puts where a person gives none.
    """
    day = day_of(person, zone, now)
    facts = _facts(person, day)
    due = _is_due(person, facts, day)
    wins, evidence = _wins_of(person, day)
    fold = now - JUST_NOW if due else 0
    return Today(
        day,
        due,
        wins=[win for win in wins if win.happened >= fold],
        earlier=[win for win in wins if win.happened < fold],
        evidence=evidence,
        begun=facts.first_win is not None and facts.first_win < day,
        momentum=_momentum(person, facts, day),
        routines=[] if due else new_routines(facts.repeated, day, facts.told, unsaid),
        first_steps=facts.first_win is None and person.welcomed is None,
    )


def wins_since_checkin(person: SignedIn, zone: str, now: int) -> list[WinRow]:
    """The wins since the last check-in, newest first, at most eight."""
    return _wins_of(person, day_of(person, zone, now))[1]


def day_of(person: SignedIn, zone: str, now: int) -> date:
    """The day it is for a person whose phone is in `zone` at `now` (ms)."""
    return moment_in(zone, now).day(person.day_start)


def _facts(person: SignedIn, day: date) -> _Facts:
    read = day_facts(
        person=person.id,
        day=day.isoformat(),
        since=(day - LOOK_BACK).isoformat(),
        weeks=(day - ROUTINE_SPAN).isoformat(),
        days=ROUTINE_DAYS,
    )
    [(first_win, last_checkin, _, _)] = _of(read, "due")
    return _Facts(
        first_win=_date(first_win),
        last_checkin=_date(last_checkin),
        won=frozenset(date.fromisoformat(won) for won, *_ in _of(read, "won")),
        away=tuple(_pause(first, last) for first, last, *_ in _of(read, "away")),
        told=frozenset(routine for routine, *_ in _of(read, "told")),
        repeated=tuple(
            WinFacts(id=win_id, day=date.fromisoformat(when), what=what, preset=preset or None)
            for win_id, what, preset, when in _of(read, "again")
        ),
    )


def _of(read: Iterable[tuple[str, ...]], wanted: str) -> Iterable[list[str]]:
    return (texts for what, *texts in read if what == wanted)


def _pause(first: str, last: str) -> Pause:
    return Pause(date.fromisoformat(first), date.fromisoformat(last))


def _is_due(person: SignedIn, facts: _Facts, day: date) -> bool:
    asked_on = weekdays_in(person.checkin_days)
    deferred = _date(person.deferred_on)
    return is_due(day, facts.first_win, facts.last_checkin, deferred, asked_on)


def _momentum(person: SignedIn, facts: _Facts, day: date) -> Momentum:
    calendar = Calendar(weekdays=weekdays_in(person.workdays), pauses=facts.away)
    return momentum(facts.won, calendar, day)


def _wins_of(person: SignedIn, day: date) -> tuple[list[WinRow], list[WinRow]]:
    midnight = round(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)
    shown = wins_shown(
        person=person.id,
        earliest=midnight - DAY,  # no zone is a day away from UTC: the index does the rest
        latest=midnight + 3 * DAY,
        day=day.isoformat(),
    )
    of_day = [WinRow.of(row) for *row, today in shown if today]
    since = [WinRow.of(row) for *row, today in shown if not today]
    return _newest_first(of_day), _newest_first(since)


def _newest_first(wins: list[WinRow]) -> list[WinRow]:
    return sorted(wins, key=lambda win: (win.happened, win.id), reverse=True)


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
