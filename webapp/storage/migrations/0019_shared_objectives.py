"""Objectives of teams can be shared with other teams and organisations."""

from typing import Any

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    Database,
    ForeignKeyField,
    IntegerField,
    Model,
)
from playhouse.migrate import SchemaMigrator

INDEX = "shared_win_contributing"


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.create_tables([_shared_objective(db)], safe=False)
    _shared_win(db)._schema.create_indexes(safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql(f"DROP INDEX {INDEX}")
    db.drop_tables([_shared_objective(db)])


def _base(db: Database) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    return Base


def _shared_win(db: Database) -> Any:
    class SharedWin(_base(db)):  # type: ignore[misc]
        team = IntegerField(column_name="team_id")
        person = IntegerField(column_name="person_id")
        win = CharField(max_length=36)
        happened = BigIntegerField()
        visibility = CharField(max_length=12)
        objective = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("team", "person", "win")

    listed = (SharedWin.objective, SharedWin.happened, SharedWin.person, SharedWin.win)
    shown = SharedWin.visibility == "organisation"
    SharedWin.add_index(*listed, where=shown, name=INDEX)
    return SharedWin


def _shared_objective(db: Database) -> type[Model]:
    base = _base(db)

    class Owner(base):  # type: ignore[misc,valid-type]
        id = IntegerField(primary_key=True)

    class SharedObjective(base):  # type: ignore[misc,valid-type]
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
        objective = CharField(max_length=36)
        recipient = ForeignKeyField(Owner, on_delete="CASCADE", backref="+")

        class Meta:
            primary_key = CompositeKey("owner", "objective", "recipient")

    return SharedObjective
