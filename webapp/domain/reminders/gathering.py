"""Reading from the database the facts about a person that planning needs (R47)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.account.people import SignedIn
from webapp.domain.reminders.dues import Span, goals_due, own_review, team_reviews
from webapp.domain.reminders.wishes import wishes_from
from webapp.rules.capture.fields import WinKind
from webapp.rules.goals.cadences import DEFAULTS, Cadence, Frequency
from webapp.rules.reminders.facts import EVERY_DAY, Facts, Key, Stored
from webapp.rules.reminders.hours import Hours
from webapp.rules.reminders.kinds import Kind, State
from webapp.rules.reminders.rhythms import Rhythm
from webapp.rules.reviews.reviews import LEFT_OPEN, ReviewSchedule
from webapp.rules.shared.calendars import Calendar, Pause
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import DAY
from webapp.storage.account.absences import absences_within
from webapp.storage.account.people import Person
from webapp.storage.capture.checkins import own_checkins
from webapp.storage.goals.cadences import cadences_of
from webapp.storage.insights.insights import rhythm_facts
from webapp.storage.reminders.planning import signs_of_life, wins_of_weeks
from webapp.storage.reminders.prompts import Prompt, prompts_since
from webapp.storage.reminders.settings import ReminderSettings, settings_of

BEHIND = timedelta(days=8)  # days whose prompts are read: those that no planning was for, and more
SILENCE = timedelta(days=120)  # in which days off and pauses are read
WEEKS = 31 * DAY  # ms in which wins count for a cadence
MOST = 300  # prompts of these days
_day = date.fromisoformat


@dataclass(frozen=True, slots=True)
class Known:
    """A person's rows, and what planning makes of them."""

    person: Person | SignedIn
    settings: ReminderSettings
    facts: Facts


def known_of(
    person: PersonId,
    now: int,
    ahead: int,
    held: Key | None = None,
    row: Person | SignedIn | None = None,
    settings: ReminderSettings | None = None,
) -> Known | None:
    """Return what is known of a person at `now` (ms); None: they were never asked, or are gone.

    ahead: for how many days to come. held: the key of a prompt that the caller has in hand.
    row, settings: theirs, if the caller has read them.
    """
    row = row or Person.get_or_none(Person.id == person)
    settings = settings or settings_of(person)
    if row is None or settings is None:
        return None
    quiet = (settings.quiet_from, settings.quiet_until)
    hours = Hours(row.fixed_zone or row.time_zone, row.day_start, *quiet)
    today = hours.day_of(now)
    span = Span(hours, now, today - BEHIND, today + timedelta(days=ahead))
    return Known(row, settings, _facts(person, row, settings, span, held))


def _facts(
    person: PersonId,
    row: Person | SignedIn,
    settings: ReminderSettings,
    span: Span,
    held: Key | None,
) -> Facts:
    wishes = wishes_from(settings)
    [(win, _, review, *plan)] = rhythm_facts(owner=person, left_open=span.now - LEFT_OPEN)
    first_win, last_review = (_day(one) if one else None for one in (win, review))
    [(seen, asked)] = signs_of_life(person=person)
    won = _wins(person, span.now) if Kind.CAPTURE in wishes.kinds else []
    chosen = ReviewSchedule(*plan) if plan[0] is not None else None
    dated = [
        *goals_due(person, span, in_teams=row.teams > 0),
        *(team_reviews(person, span) if row.teams else ()),
    ]
    if chosen or last_review:  # who has never held one is not reminded of it
        dated += own_review(chosen or ReviewSchedule(), first_win, last_review, span)
    return Facts(
        now=span.now,
        hours=span.hours,
        wishes=wishes,
        away=Calendar(EVERY_DAY, pauses=_absences(person, span)),
        workdays=row.workdays,
        checkin_days=row.checkin_days,
        first_win=first_win,
        answered=_answers(person),
        deferred=_day(row.deferred_on) if row.deferred_on else None,
        won=max((day for day, _, _ in won), default=None),
        rhythms=list(_rhythms(person, won)) if Kind.CAPTURE in wishes.kinds else (),
        dated=dated,
        active=seen,
        asked=asked,
        stored=[_stored(one, span.now, held) for one in _prompts(person, span)],
    )


def _absences(person: PersonId, span: Span) -> tuple[Pause, ...]:
    first, last = (span.first - SILENCE).isoformat(), span.last.isoformat()
    rows = absences_within(person, first, last)
    return tuple(Pause(_day(row.first), _day(row.last)) for row in rows)


def _answers(person: PersonId) -> list[tuple[date, int]]:
    return [(_day(row.day), row.happened) for row in own_checkins(person).limit(3)]


def _wins(person: PersonId, now: int) -> list[tuple[date, str, str]]:
    rows = wins_of_weeks(person, now - WEEKS)
    return [(_day(day), kind, objectives) for day, kind, objectives in rows]


def _rhythms(person: PersonId, won: Sequence[tuple[date, str, str]]) -> Iterator[Rhythm]:
    chosen = {
        one.subject: Cadence(Frequency(one.every), one.weekdays) for one in cadences_of(person)
    }
    for kind in WinKind:
        # A larger win shows as well that the log is used (domain/insights/rhythms.py).
        days = [day for day, its, _ in won if its == kind or kind is WinKind.QUICK]
        cadence = chosen.pop(kind, None)
        if cadence or kind is WinKind.QUICK or days:
            yield Rhythm(kind, cadence or DEFAULTS[kind], max(days, default=None))
    for objective, cadence in chosen.items():
        days = [day for day, _, objectives in won if objective in objectives.split()]
        yield Rhythm(objective, cadence, max(days, default=None))


def _prompts(person: PersonId, span: Span) -> Sequence[Prompt]:
    return list(prompts_since(person, span.first.isoformat(), MOST))


def _stored(row: Prompt, now: int, held: Key | None) -> Stored:
    day = _day(row.day)
    key = (row.what, day, row.number)
    leased = row.lease is not None and row.lease > now and key != held
    state = State(row.state)
    return Stored(
        *key, row.due, row.until, state, row.reason, row.sent, tries=row.tries, leased=leased
    )
