"""What the insights read, each from an index: no query here grows with the years."""

from peewee import JOIN, Value, fn

from webapp.storage.account.absences import Absence
from webapp.storage.account.people import Person
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.wins import Win
from webapp.storage.decisions.decisions import Decision, DecisionStep
from webapp.storage.engine.compiled import Compiled, fixed, slot
from webapp.storage.goals.cadences import ChosenCadence
from webapp.storage.goals.changes import CompletedOccurrence
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import Indicator, IndicatorValue
from webapp.storage.reviews.reviews import Review, ReviewPlan

MOST_ROWS = 10_000  # goals and their occurrences
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
        .where(Win.person == slot("person"), Win.day >= slot("since"), Win.day <= slot("until"))
        .order_by(Win.day.desc())
        .limit(slot("most"))
    )
)

rhythm_facts = Compiled(
    # Day of the first win, of the last check-in, of the last finished review, and the plan.
    lambda: (
        Person.select(
            Win.select(Win.day)
            .where(Win.person == slot("person"))
            .order_by(Win.happened)
            .limit(fixed(1)),
            CheckIn.select(fn.MAX(CheckIn.day)).where(CheckIn.person == slot("person")),
            Review.select(fn.MAX(Review.day)).where(
                Review.owner == slot("owner"), Review.finished.is_null(False)
            ),
            ReviewPlan.weekday,
            ReviewPlan.every,
            ReviewPlan.minutes,
            ReviewPlan.time,
        )
        .join(ReviewPlan, JOIN.LEFT_OUTER, on=(ReviewPlan.owner == slot("owner")))
        .where(Person.id == slot("person"))
    )
)


goals_since = Compiled(
    # Active ones and those that ended at `ended` (ms) or later: one row for each completed
    # occurrence from `first` to `last`, and one without for a goal that has none.
    lambda: (
        Goal.select(
            Goal.id,
            Goal.statement,
            Goal.state,
            Goal.state_at,
            Goal.due,
            Goal.cadence,
            Goal.weekdays,
            Goal.month_day,
            Goal.active_from,
            Goal.no_objective,
            CompletedOccurrence.period,
        )
        .join(
            CompletedOccurrence,
            JOIN.LEFT_OUTER,
            on=(
                (CompletedOccurrence.owner == Goal.owner)
                & (CompletedOccurrence.goal == Goal.id)
                & (CompletedOccurrence.period >= slot("first"))
                & (CompletedOccurrence.period <= slot("last"))
            ),
        )
        .where(
            Goal.owner == slot("owner"),
            (Goal.state == "active")
            | (
                Goal.state.in_(("met", "not_met", "abandoned", "rescoped"))
                & (Goal.state_at >= slot("ended"))
            ),
        )
        .order_by((Goal.state == "active").desc(), Goal.state_at.desc(), Goal.id)
        .limit(fixed(MOST_ROWS))
    )
)

away_and_rhythm = Compiled(
    # ("away", first, last, 0) of absences that touch these days, (cadence of a kind, its weekdays).
    lambda: (
        Absence.select(Value("away"), Absence.first, Absence.last, Value(0)).where(
            Absence.person == slot("person"),
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

measured_values = Compiled(
    # With an exposure, of indicators that are better lower, newest first.
    lambda: (
        IndicatorValue.select(
            IndicatorValue.indicator,
            Indicator.name,
            IndicatorValue.day,
            IndicatorValue.value,
            IndicatorValue.exposure,
        )
        .join(
            Indicator,
            on=(
                (Indicator.owner == IndicatorValue.owner)
                & (Indicator.id == IndicatorValue.indicator)
            ),
        )
        .where(
            IndicatorValue.owner == slot("owner"),
            IndicatorValue.day >= slot("first"),
            IndicatorValue.exposure > 0,
            Indicator.better == "down",
        )
        .order_by(IndicatorValue.day.desc(), IndicatorValue.indicator)
        .limit(slot("most"))
    )
)

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
        .order_by(Win.day.desc())
        .limit(slot("most"))
    )
)
