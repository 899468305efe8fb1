"""Team confidence: whose answers count where, what teams ask, what is published."""

from typing import Any

from peewee import (
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
        return ForeignKeyField(model, on_delete="CASCADE", index=False, backref="+", **more)

    class CountsIn(Base):
        person = refers(Person)
        since = IntegerField()
        until = IntegerField(null=True)
        team = refers(Owner, null=True)

        class Meta:
            primary_key = CompositeKey("person", "since")
            indexes = ((("team", "since"), False),)

    class ConfidenceRule(Base):
        team = refers(Owner)
        since = IntegerField()
        k = SmallIntegerField()
        stricter = BooleanField()

        class Meta:
            primary_key = CompositeKey("team", "since")

    class TeamWindow(Base):
        team = refers(Owner)
        window = IntegerField()
        band = CharField(max_length=8)
        headcount = CharField(max_length=8)

        class Meta:
            primary_key = CompositeKey("team", "window")

    class ProgressMarker(Base):
        name = CharField(max_length=40, primary_key=True)
        value = IntegerField()

    return [CountsIn, ConfidenceRule, TeamWindow, ProgressMarker]
