"""All tables, in an order in which they can be made."""

from webapp.storage.absences import Absence
from webapp.storage.adjustments import Adjustment
from webapp.storage.cadences import Cadence
from webapp.storage.checkins import CheckIn
from webapp.storage.database import Stored
from webapp.storage.decisions import Decision, DecisionStep
from webapp.storage.dependencies import Dependency
from webapp.storage.goal_changes import GoalChange, Occurrence
from webapp.storage.goals import Criterion, Goal, GoalObjective, Tick
from webapp.storage.indicators import Indicator, IndicatorValue
from webapp.storage.lessons import LessonUse
from webapp.storage.limits import Bucket
from webapp.storage.links import Link
from webapp.storage.objectives import Objective, ObjectiveLink
from webapp.storage.obstacles import Obstacle
from webapp.storage.people import Owner, Person
from webapp.storage.presets import Preset
from webapp.storage.receipts import Receipt
from webapp.storage.reviews import Review, ReviewGoal, ReviewPlan
from webapp.storage.revisions import FieldRevision
from webapp.storage.routines import Routine
from webapp.storage.sessions import Session
from webapp.storage.wins import Win, WinLink

TABLES: tuple[type[Stored], ...] = (
    Person,
    Owner,
    Session,
    Receipt,
    Win,
    WinLink,
    CheckIn,
    FieldRevision,
    Bucket,
    Link,
    Preset,
    Absence,
    Routine,
    Goal,
    Criterion,
    Tick,
    GoalObjective,
    GoalChange,
    Occurrence,
    Dependency,
    LessonUse,
    Cadence,
    Objective,
    ObjectiveLink,
    Indicator,
    IndicatorValue,
    Decision,
    DecisionStep,
    Adjustment,
    Review,
    ReviewGoal,
    ReviewPlan,
    Obstacle,
)
