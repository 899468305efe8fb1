"""All models, in an order in which their tables can be created, and whose rows they hold."""

from collections.abc import Iterator

from peewee import Field, ForeignKeyField

from webapp.storage.account.absences import Absence
from webapp.storage.account.deletions import Deletion
from webapp.storage.account.mail_addresses import MailAddress
from webapp.storage.account.mails import OutgoingMail
from webapp.storage.account.one_time_links import OneTimeLink
from webapp.storage.account.people import Owner, Person
from webapp.storage.account.rate_limits import Bucket
from webapp.storage.account.reset_requests import ResetRequest
from webapp.storage.account.sessions import Session
from webapp.storage.account.teams import Organisation, Team
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.presets import Preset
from webapp.storage.capture.revisions import FieldRevision
from webapp.storage.capture.routines import Routine
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.decisions.decisions import Decision, DecisionStep
from webapp.storage.engine.database import Stored
from webapp.storage.goals.cadences import ChosenCadence
from webapp.storage.goals.changes import CompletedOccurrence, GoalChange
from webapp.storage.goals.criteria import Criterion, Tick
from webapp.storage.goals.dependencies import Dependency
from webapp.storage.goals.goals import Goal, GoalObjective
from webapp.storage.goals.lessons import LessonUse
from webapp.storage.goals.members import GoalMember
from webapp.storage.goals.shared_objectives import SharedObjective
from webapp.storage.insights.adjustments import Adjustment
from webapp.storage.objectives.indicators import Indicator, IndicatorValue
from webapp.storage.objectives.objectives import Objective, ObjectiveLink
from webapp.storage.outbox.form_receipts import FormReceipt
from webapp.storage.outbox.receipts import Receipt
from webapp.storage.recognition.recognitions import CitedWin, Recognition
from webapp.storage.recognition.values import TeamValue
from webapp.storage.reminders.devices import PushDevice, PushKey
from webapp.storage.reminders.prompts import Prompt
from webapp.storage.reminders.settings import ReminderSettings, ReviewReminder
from webapp.storage.reviews.calendars import ReviewCalendar
from webapp.storage.reviews.lines import ReviewLine
from webapp.storage.reviews.reviews import Review, ReviewGoal, ReviewPlan
from webapp.storage.reviews.ticks import ReviewTick
from webapp.storage.teams.counting import ConfidenceRule, CountsIn
from webapp.storage.teams.invitations import Invitation
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.notices import Notice
from webapp.storage.teams.organisation_roles import OrganisationRole
from webapp.storage.teams.outside_links import ChosenWin, OutsideLink
from webapp.storage.teams.shared_wins import SharedWin
from webapp.storage.teams.team_windows import ProgressMarker, TeamWindow

MODELS: tuple[type[Stored], ...] = (
    Person,
    Owner,
    Session,
    Receipt,
    FormReceipt,
    Deletion,
    Win,
    WinLink,
    CheckIn,
    FieldRevision,
    Bucket,
    OneTimeLink,
    Preset,
    Absence,
    Routine,
    Goal,
    Criterion,
    Tick,
    GoalObjective,
    GoalChange,
    CompletedOccurrence,
    Dependency,
    LessonUse,
    GoalMember,
    ChosenCadence,
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
    ReviewLine,
    ReviewTick,
    ReviewCalendar,
    Organisation,
    Team,
    Membership,
    OrganisationRole,
    Invitation,
    Notice,
    SharedWin,
    Recognition,
    CitedWin,
    TeamValue,
    CountsIn,
    ConfidenceRule,
    TeamWindow,
    ProgressMarker,
    OutsideLink,
    ChosenWin,
    SharedObjective,
    MailAddress,
    OutgoingMail,
    ResetRequest,
    Prompt,
    ReminderSettings,
    ReviewReminder,
    PushDevice,
    PushKey,
)


def _whose() -> Iterator[tuple[type[Stored], Field]]:
    for model in MODELS:
        first = model._meta.get_primary_keys()[0]
        refers = isinstance(first, ForeignKeyField) and first.rel_model in (Person, Owner)
        if refers or model in (Person, Owner):
            yield model, first


# By model the first field of its key: the number of the owner of each row. Those that are not here
# hold nobody's rows (tests/storage/test_keys.py says why).
WHOSE: dict[type[Stored], Field] = dict(_whose())
