"""Adjustments that were shown; reviews, their plan, obstacles."""

from peewee import (
    AutoField,
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
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

    class Person(Base):
        pass

    class Owner(Base):
        id = AutoField()

    class Adjustment(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        rule = CharField(max_length=20)
        first = CharField(max_length=10)
        shown = BigIntegerField()
        rows = TextField()
        state = CharField(max_length=12)
        answered = BigIntegerField(null=True)
        until = CharField(max_length=10, null=True)

        class Meta:
            primary_key = CompositeKey("person", "rule", "first")

    class Review(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        started = BigIntegerField()
        finished = BigIntegerField(null=True)
        since = CharField(max_length=10)
        day = CharField(max_length=10)
        minutes = SmallIntegerField()
        progress = TextField()
        plans = TextField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "started", "id"), False),)

    class ReviewGoal(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        review = CharField(max_length=36)
        goal = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("owner", "review", "goal")

    class ReviewPlan(Base):
        owner = ForeignKeyField(Owner, primary_key=True, on_delete="CASCADE")
        weekday = SmallIntegerField()
        every = SmallIntegerField()
        minutes = SmallIntegerField()
        time = SmallIntegerField()

    class Obstacle(Base):
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        what = TextField()
        review = CharField(max_length=36)
        opened = BigIntegerField()
        settled = BigIntegerField(null=True)
        settled_in = CharField(max_length=36)
        outcome = TextField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "settled", "opened"), False),)

    return [Adjustment, Review, ReviewGoal, ReviewPlan, Obstacle]
