"""How long a person's decisions take (R40)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.insights.clock import Clock
from webapp.rules.insights.comparisons import Comparison
from webapp.rules.insights.paces import days_at_pace
from webapp.rules.insights.time_to_decision import (
    ENOUGH,
    DecisionFacts,
    TimeToDecision,
    Weight,
    compare_times_to_decision,
    time_to_decision,
)
from webapp.rules.shared.moments import DAY
from webapp.storage.insights.insights import decisions_since

WINDOW = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class DecisionTimes:
    """One class of decisions in the last twelve weeks, and the twelve before.

    missing: decided ones that are still needed for a median; days: until then at the present pace,
    0 when there are enough, None: never.
    """

    now: TimeToDecision
    comparison: Comparison
    missing: int
    days: int | None


def decision_times_of(acting: Acting, clock: Clock) -> tuple[DecisionTimes, ...]:
    """Return the times of routine and of important decisions, where there are any."""
    span = WINDOW.days * DAY
    rows = decisions_since(owner=acting.owner, decided=clock.now - 2 * span)
    questions = [_question(*row) for row in rows]
    classes = (_class(questions, weight, clock, clock.now - span) for weight in Weight)
    return tuple(one for one in classes if one.now.minutes or one.now.undecided)


def _question(
    identity: str, importance: str, opened: int, state: str, decided: int | None, reopened: int
) -> DecisionFacts:
    over = decided if state == "decided" else None
    return DecisionFacts(identity, Weight(importance), opened, over, reopened)


def _class(
    questions: Iterable[DecisionFacts], weight: Weight, clock: Clock, turn: int
) -> DecisionTimes:
    own = [question for question in questions if question.weight == weight]
    earlier = [one for one in own if one.decided is not None and one.decided < turn]
    later = [one for one in own if one.decided is None or one.decided >= turn]
    before = time_to_decision(earlier, weight, clock.hours, clock.now)
    now = time_to_decision(later, weight, clock.hours, clock.now)
    missing = max(ENOUGH - len(now.minutes), 0)
    happened = [clock.day_of(one.decided) for one in later if one.decided is not None]
    days = days_at_pace(missing, happened, clock.today, ENOUGH, WINDOW)
    return DecisionTimes(now, compare_times_to_decision(before, now), missing, days)
