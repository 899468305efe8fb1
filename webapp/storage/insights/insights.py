"""What the insights read, each from an index: no query here grows with the years."""

from typing import Any

from peewee import JOIN, SQL, Value, fn

from webapp.storage.account.absences import Absence
from webapp.storage.account.people import Owner
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.wins import Win
from webapp.storage.decisions.decisions import Decision, DecisionStep
from webapp.storage.engine.compiled import Compiled, fixed, slot
from webapp.storage.engine.lists import is_listed
from webapp.storage.goals.cadences import ChosenCadence
from webapp.storage.goals.changes import CompletedOccurrence
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import Indicator, IndicatorValue
from webapp.storage.reviews.reviews import Review, ReviewPlan

MOST_GOALS = 300  # the active ones, then those that ended last
MOST_ROWS = 10_000  # of them and their occurrences
MOST_DECISIONS = 1000
KINDS = ("quick", "milestone", "process")

recent_wins = Compiled(
    lambda: (
        Win.select(
            Win.id,
            Win.day,
            Win.what,
            Win.kind,
            Win.area,
            Win.objectives,
            Win.goal,
            Win.preset,
            Win.next_step,
            Win.counted,
        )
        .where(Win.person == slot("owner"), Win.day >= slot("since"), Win.day <= slot("until"))
        .order_by(Win.day.desc(), Win.happened.desc(), Win.id.desc())
        .limit(slot("most"))
    )
)

rhythm_facts = Compiled(
    # Day of the first win, of the last check-in, of the last review that has ended, and the plan.
    lambda: (
        Owner.select(
            Win.select(Win.day)
            .where(Win.person == slot("owner"))
            .order_by(Win.happened)
            .limit(fixed(1)),
            CheckIn.select(fn.MAX(CheckIn.day)).where(CheckIn.person == slot("owner")),
            Review.select(fn.MAX(Review.day)).where(
                Review.owner == slot("owner"),
                Review.finished.is_null(False) | (Review.started <= slot("left_open")),
            ),
            ReviewPlan.weekday,
            ReviewPlan.every,
            ReviewPlan.minutes,
            ReviewPlan.time,
        )
        .join(ReviewPlan, JOIN.LEFT_OUTER, on=(ReviewPlan.owner == slot("owner")))
        .where(Owner.id == slot("owner"))
    )
)


GOAL_COLUMNS = (
    *(Goal.id, Goal.statement, Goal.state, Goal.state_at, Goal.due, Goal.cadence),
    *(Goal.weekdays, Goal.month_day, Goal.active_from, Goal.no_objective),
)


NO_GOAL = [SQL("NULL")] * (len(GOAL_COLUMNS) - 1)  # of an occurrence only the goal's id is said


def _goals_since() -> Any:
    ended = Goal.state.in_(("met", "not_met", "abandoned", "rescoped"))
    return (
        Goal.select(*GOAL_COLUMNS)
        .where(
            Goal.owner == slot("owner"),
            (Goal.state == "active") | (ended & (Goal.state_at >= slot("ended"))),
        )
        .order_by((Goal.state == "active").desc(), Goal.state_at.desc(), Goal.id)
        .limit(fixed(MOST_GOALS))
    )


def _goals_and_occurrences() -> Any:
    # Two lists and no join of them, in which PostgreSQL may compare all with all.
    found, named = _goals_since().alias("found"), _goals_since().select(Goal.id)
    completed = CompletedOccurrence.select(
        CompletedOccurrence.goal, *NO_GOAL, CompletedOccurrence.period
    ).where(
        CompletedOccurrence.owner == slot("owner"),
        is_listed(CompletedOccurrence.goal, named),
        CompletedOccurrence.period >= slot("first"),
        CompletedOccurrence.period <= slot("last"),
    )
    columns = [found.c[one.column_name] for one in GOAL_COLUMNS]
    goals = Goal.select(*columns, SQL("NULL").alias("period")).from_(found)
    return (goals + completed).limit(fixed(MOST_ROWS))


# Active ones and those that ended at `ended` (ms) or later, with None for a period; and what was
# completed of them from `first` to `last`: (goal, nothing of it, ISO day).
goals_since = Compiled(_goals_and_occurrences)

away_and_rhythm = Compiled(
    # ("away", first, last, 0) of absences that touch these days, (cadence of a kind, its weekdays).
    lambda: (
        Absence.select(Value("away"), Absence.first, Absence.last, Value(0)).where(
            Absence.person == slot("owner"),
            Absence.first <= slot("until"),
            Absence.last >= slot("since"),
        )
        + ChosenCadence.select(
            Value("cadence"), ChosenCadence.subject, ChosenCadence.every, ChosenCadence.weekdays
        ).where(
            ChosenCadence.owner == slot("owner"),
            ChosenCadence.subject.in_(("quick", "milestone", "process")),
        )
    )
)

_reopened = DecisionStep.select(fn.COUNT(DecisionStep.id)).where(
    DecisionStep.owner == slot("owner"),
    DecisionStep.decision == Decision.id,
    DecisionStep.step == "reopened",
)

decisions_since = Compiled(
    # Open ones and those decided at `decided` (ms) or later; the last column: how often reopened.
    lambda: (
        Decision.select(
            Decision.id,
            Decision.importance,
            Decision.happened,
            Decision.state,
            Decision.decided_at,
            _reopened,
        )
        .where(
            Decision.owner == slot("owner"),
            (Decision.state == "open") | (Decision.decided_at >= slot("decided")),
        )
        .order_by((Decision.state == "open").desc(), Decision.decided_at.desc(), Decision.id)
        .limit(fixed(MOST_DECISIONS))
    )
)


def _last_measured() -> Any:
    return (
        IndicatorValue.select(IndicatorValue.day)
        .where(
            IndicatorValue.owner == slot("owner"),
            IndicatorValue.indicator == Indicator.id,
            IndicatorValue.day.between(slot("first"), slot("last")),
            IndicatorValue.exposure > 0,
        )
        .order_by(IndicatorValue.day.desc())
        .limit(fixed(1))
    )


def _measured() -> Any:
    found = (
        Indicator.select(Indicator.id, Indicator.name, _last_measured().alias("day"))
        .where(Indicator.owner == slot("owner"), Indicator.better == "down")
        .alias("found")
    )
    return (
        Indicator.select(found.c.id, found.c.name)
        .from_(found)
        .where(found.c.day.is_null(False))
        .order_by(found.c.day.desc(), found.c.id)
        .limit(slot("indicators"))
        .alias("measured")
    )


def _measured_values() -> Any:
    measured = _measured()
    value = IndicatorValue.alias()
    return (
        value.select(measured.c.id, measured.c.name, value.day, value.value, value.exposure)
        .join(measured, on=(value.indicator == measured.c.id))
        .where(
            value.owner == slot("owner"),
            value.day.between(slot("first"), slot("last")),
            value.exposure > 0,
        )
        .order_by(value.day.desc(), value.indicator)
        .limit(slot("most"))
    )


# Values with an exposure from `first` to `last` (ISO days), newest first, of the indicators that
# are better lower and were measured last. Asked by indicator: an index has their days in order.
measured_values = Compiled(_measured_values)

improvements = Compiled(
    # Process improvements that name an indicator, newest first.
    lambda: (
        Win.select(Win.indicator, Win.id, Win.day)
        .where(
            Win.person == slot("person"),
            Win.day >= slot("first"),
            Win.kind == "process",
            Win.indicator != "",
        )
        .order_by(Win.day.desc(), Win.happened.desc(), Win.id.desc())
        .limit(slot("most"))
    )
)
