"""Micro-goals: criteria, ticks, what happened to them, what they need, and cadences."""

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    Database,
    DoubleField,
    ForeignKeyField,
    Model,
    SmallIntegerField,
    TextField,
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
        id = AutoField()

    class Goal(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        statement = TextField()
        impact = TextField()
        due = CharField(max_length=10, null=True)
        cadence = CharField(max_length=8)
        weekdays = SmallIntegerField()
        month_day = SmallIntegerField(null=True)
        time_of_day = SmallIntegerField(null=True)
        area = CharField(max_length=60)
        no_objective = BooleanField()
        state = CharField(max_length=12)
        state_at = BigIntegerField()
        created = BigIntegerField()
        active_from = CharField(max_length=10, null=True)
        confidence = SmallIntegerField(null=True)
        confidence_at = BigIntegerField(null=True)
        rescoped_from = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "state", "state_at", "id"), False),)

    class Criterion(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        goal = CharField(max_length=36)
        key = SmallIntegerField()
        place = SmallIntegerField()
        text = TextField()
        target = DoubleField(null=True)
        unit = CharField(max_length=40)

        class Meta:
            primary_key = CompositeKey("owner", "goal", "key")

    class Tick(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        goal = CharField(max_length=36)
        criterion = SmallIntegerField()
        period = CharField(max_length=10)
        done = BooleanField()
        value = DoubleField(null=True)
        at = BigIntegerField()
        entry = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("owner", "goal", "criterion", "period")

    class GoalObjective(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        goal = CharField(max_length=36)
        objective = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("owner", "goal", "objective")
            indexes = ((("owner", "objective", "goal"), False),)

    class GoalChange(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        goal = CharField(max_length=36)
        state = CharField(max_length=12)
        at = BigIntegerField()
        statement = TextField()
        due = CharField(max_length=10, null=True)
        note = TextField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "goal", "at", "id"), False),)

    class Occurrence(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        goal = CharField(max_length=36)
        period = CharField(max_length=10)
        at = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "goal", "period"), False),)

    class Dependency(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        subject = CharField(max_length=36)
        subject_kind = CharField(max_length=4)
        needs = CharField(max_length=36)
        needs_kind = CharField(max_length=4)

        class Meta:
            primary_key = CompositeKey("owner", "subject", "needs")
            indexes = ((("owner", "needs", "subject"), False),)

    class LessonUse(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        goal = CharField(max_length=36)
        win = CharField(max_length=36)
        at = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("owner", "goal", "win")

    class Cadence(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        subject = CharField(max_length=36)
        every = CharField(max_length=8)
        weekdays = SmallIntegerField()
        month_day = SmallIntegerField(null=True)
        time_of_day = SmallIntegerField(null=True)

        class Meta:
            primary_key = CompositeKey("owner", "subject")

    return [
        Goal,
        Criterion,
        Tick,
        GoalObjective,
        GoalChange,
        Occurrence,
        Dependency,
        LessonUse,
        Cadence,
    ]
