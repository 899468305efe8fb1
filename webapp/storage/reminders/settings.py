"""When and how a person wants to be reminded, and when planning looks at them again."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    ForeignKeyField,
    IntegerField,
    SmallIntegerField,
)

from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored


class ReminderSettings(Stored):
    """What a person answered when they were asked about reminders; without a row nothing is sent.

    way: push, mail or none. kinds: those that are on, with blanks between them. habit_at,
    dated_at: minutes after midnight. quiet_from, quiet_until: likewise; the same twice is no quiet
    hours. pause_first, pause_last: ISO days, both included; an open end is "". chosen: ms at which
    they answered. planned_rev, planned_day: the state of their things and the local day of the last
    planning; plan_at: ms of the next one.
    """

    person = ForeignKeyField(Person, primary_key=True, on_delete="CASCADE")
    person_id: PersonId
    way = CharField(max_length=4)
    kinds = CharField(max_length=100)
    habit_at = SmallIntegerField()
    dated_at = SmallIntegerField()
    quiet_from = SmallIntegerField()
    quiet_until = SmallIntegerField()
    pause_first = CharField(max_length=10)
    pause_last = CharField(max_length=10)
    chosen = BigIntegerField()
    planned_rev = IntegerField()
    planned_day = CharField(max_length=10)
    plan_at = BigIntegerField()


ReminderSettings.add_index(
    ReminderSettings.plan_at, where=ReminderSettings.way != "none", name="reminder_plan_at"
)


class ReviewReminder(Stored):
    """Whether the members of a team are reminded of its reviews, as its lead chose.

    before: how many minutes before a review.
    """

    owner = ForeignKeyField(Owner, primary_key=True, on_delete="CASCADE")
    owner_id: OwnerId
    wanted = BooleanField()
    before = SmallIntegerField()


def settings_of(person: PersonId) -> ReminderSettings | None:
    """Return what a person wants of reminders, None if they were never asked, or said no."""
    found: ReminderSettings | None = ReminderSettings.get_or_none(ReminderSettings.person == person)
    return found


def store_settings(person: PersonId, **columns: object) -> None:
    """Store what a person wants of reminders, so that their prompts are planned again soon."""
    new = {"planned_rev": 0, "planned_day": "", "plan_at": 0, **columns}
    stored = ReminderSettings.insert(person=person, **new)
    key = [ReminderSettings.person]
    stored.on_conflict(conflict_target=key, update=columns).execute()


def review_reminder_of(team: OwnerId) -> ReviewReminder | None:
    """Return whether members are reminded of a team's reviews, None if nobody chose it."""
    found: ReviewReminder | None = ReviewReminder.get_or_none(ReviewReminder.owner == team)
    return found


def store_review_reminder(team: OwnerId, *, wanted: bool, before: int) -> None:
    """Store whether members are reminded of a team's reviews, and how many minutes before."""
    columns = {"wanted": wanted, "before": before}
    stored = ReviewReminder.insert(owner=team, **columns)
    stored.on_conflict(conflict_target=[ReviewReminder.owner], update=columns).execute()
