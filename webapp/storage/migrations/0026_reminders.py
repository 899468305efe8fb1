"""Reminders: prompts with what became of them, each person's settings, those of teams' reviews."""

from typing import Any

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    Database,
    Field,
    ForeignKeyField,
    IntegerField,
    Model,
    SmallIntegerField,
)
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.create_tables(_tables(db), safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.drop_tables(list(reversed(_tables(db))))


def _tables(db: Database) -> list[type[Model]]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Owner(Base):
        id = IntegerField(primary_key=True)

    class Person(Base):
        id = IntegerField(primary_key=True)

    def refers(model: type[Model], **more: Any) -> Field:
        return ForeignKeyField(model, on_delete="CASCADE", backref="+", **more)

    class Prompt(Base):
        person = refers(Person, index=False)
        what = CharField(max_length=60)
        day = CharField(max_length=10)
        number = SmallIntegerField()
        due = BigIntegerField()
        until = BigIntegerField()
        state = CharField(max_length=8)
        reason = CharField(max_length=12)
        lease = BigIntegerField(null=True)
        tries = SmallIntegerField()
        sent = BigIntegerField(null=True)

        class Meta:
            primary_key = CompositeKey("person", "what", "day", "number")
            indexes = ((("person", "day"), False),)

    class ReminderSettings(Base):
        person = refers(Person, primary_key=True)
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

    class ReviewReminder(Base):
        owner = refers(Owner, primary_key=True)
        wanted = BooleanField()
        before = SmallIntegerField()

    waiting = Prompt.state == "waiting"
    Prompt.add_index(Prompt.due, Prompt.person, where=waiting, name="prompt_waiting")
    wanted = ReminderSettings.way != "none"
    ReminderSettings.add_index(ReminderSettings.plan_at, where=wanted, name="reminder_plan_at")
    return [Prompt, ReminderSettings, ReviewReminder]
