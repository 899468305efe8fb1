"""What is due to a person on some days: micro-goals, their own review, those of their teams."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from webapp.domain.goals.plans import schedule_of
from webapp.rules.goals.goals import GoalState
from webapp.rules.reminders.facts import Dated
from webapp.rules.reminders.hours import Hours
from webapp.rules.reminders.kinds import Kind, what_of_goal, what_of_team
from webapp.rules.reviews.calendars import first_day
from webapp.rules.reviews.reviews import LEFT_OPEN, ReviewSchedule, next_review
from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.rules.shared.moments import MINUTE
from webapp.rules.shared.schedule import due_moment, occurrences
from webapp.storage.goals.changes import completed_on
from webapp.storage.goals.goals import Goal, newest_goals
from webapp.storage.goals.members import goals_taken_on
from webapp.storage.goals.today import MOST_ACTIVE
from webapp.storage.reminders.planning import reviews_of_teams

NEAREST = timedelta(days=3)  # a review so near to its day is that of this day
MOST_MET = 10
AFTER = 15 * MINUTE  # ms for which it is still of use to say that a team's review began


@dataclass(frozen=True, slots=True)
class Span:
    """Some local days of somebody at a moment (ms), `first` and `last` included."""

    hours: Hours
    now: int
    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Return whether a day is one of them."""
        return self.first <= day <= self.last


def goals_due(person: PersonId, span: Span, *, in_teams: bool) -> Iterator[Dated]:
    """Yield the occurrences on these days of a person's goals, and of those they took on."""
    goals = newest_goals(person, ((GoalState.ACTIVE,), MOST_ACTIVE), ((GoalState.MET,), MOST_MET))
    yield from _due_of(person, goals, 0, span)
    taken = goals_taken_on(person, GoalState.ACTIVE, MOST_ACTIVE) if in_teams else []
    for team in sorted({goal.owner_id for goal in taken}):
        yield from _due_of(team, [goal for goal in taken if goal.owner_id == team], team, span)


def _due_of(owner: OwnerId, goals: Sequence[Goal], team: int, span: Span) -> Iterator[Dated]:
    due = [(goal, day) for goal in goals for day in _days_of(goal, span)]
    periods = {day.isoformat() for _, day in due}
    ids = [goal.id for goal, _ in due]
    completed = completed_on(owner, ids, periods) if due else ()
    done = {(one.goal, one.period) for one in completed}
    for goal, day in due:
        is_done = goal.state == GoalState.MET or (goal.id, day.isoformat()) in done
        yield Dated(what_of_goal(goal.id, team), day, goal.time_of_day, done=is_done)


def own_review(
    plan: ReviewSchedule, first_win: date | None, last: date | None, span: Span
) -> Iterator[Dated]:
    """Yield the day of a person's next review, and that of the last one, which is done.

    last: the day of the last finished one; first_win: that of their first win, None before it.
    """
    if first_win is None:
        return
    due = next_review(plan, last, first_win, span.hours.day_of(span.now)).day
    lasts = plan.minutes * MINUTE
    if last:
        before = due - timedelta(weeks=plan.every)
        yield Dated(Kind.REVIEW, before, plan.time, lasts=lasts, done=True)
    yield Dated(Kind.REVIEW, due, plan.time, lasts=lasts)


def team_reviews(person: PersonId, span: Span) -> Iterator[Dated]:
    """Yield the reviews of a person's teams on these days, where the lead lets remind of them."""
    for team, before, *plan, zone, first, last in reviews_of_teams(person, span.now - LEFT_OPEN):
        held = ReviewSchedule(*plan)
        for day in _review_days(held, first, span):
            begins = due_moment(day, held.time, 0, zone)
            at = begins - before * MINUTE
            lasts = begins + AFTER - at
            done = last is not None and abs(date.fromisoformat(last) - day) <= NEAREST
            its_day = span.hours.day_of(at)
            yield Dated(what_of_team(team), its_day, at=at, lasts=lasts, done=done)


def _days_of(goal: Goal, span: Span) -> Iterator[date]:
    last = date.fromisoformat(goal.due) if goal.due else None
    if last is None:
        return iter(())
    schedule = schedule_of(goal)
    if not schedule.recurs:
        return iter([last] if span.holds(last) else [])
    return takewhile(lambda day: day <= span.last, occurrences(schedule, span.first, last))


def _review_days(held: ReviewSchedule, first: str, span: Span) -> Iterator[date]:
    # Those that a calendar shows (rules/reviews/calendars.py). The team may be a day ahead.
    begins = first_day(held, date.fromisoformat(first)) if first else span.first
    weeks = timedelta(weeks=held.every)
    day = begins + max((span.first - begins) // weeks, 0) * weeks
    while day <= span.last + timedelta(days=1):
        yield day
        day += weeks
