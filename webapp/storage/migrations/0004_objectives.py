"""Objectives and the lattice of them, indicators and their values, decisions and their steps."""

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

    class Objective(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        name = TextField()
        why = TextField()
        state = CharField(max_length=12)
        created = BigIntegerField()
        template = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("owner", "id")

    class ObjectiveLink(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        objective = CharField(max_length=36)
        serves = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("owner", "objective", "serves")

    class Indicator(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        name = TextField()
        unit = CharField(max_length=40)
        better = CharField(max_length=4)
        baseline = DoubleField(null=True)
        target = DoubleField(null=True)
        objective = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("owner", "id")

    class IndicatorValue(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        indicator = CharField(max_length=36)
        day = CharField(max_length=10)
        value = DoubleField()
        exposure = DoubleField(null=True)

        class Meta:
            primary_key = CompositeKey("owner", "indicator", "day")

    class Decision(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        question = TextField()
        importance = CharField(max_length=12)
        happened = BigIntegerField()
        entered = BigIntegerField()
        received = BigIntegerField()
        day = CharField(max_length=10)
        offset = SmallIntegerField()
        zone = CharField(max_length=64)
        wrong_clock = BooleanField()
        state = CharField(max_length=12)
        decided_at = BigIntegerField(null=True)
        outcome = TextField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "state", "happened", "id"), False),)

    class DecisionStep(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        decision = CharField(max_length=36)
        step = CharField(max_length=12)
        at = BigIntegerField()
        outcome = TextField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "decision", "at"), False),)

    return [Objective, ObjectiveLink, Indicator, IndicatorValue, Decision, DecisionStep]
