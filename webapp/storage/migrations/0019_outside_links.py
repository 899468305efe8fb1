"""Read-only links, and the wins that were chosen for them; what a team owns itself may be shown."""

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    Database,
    ForeignKeyField,
    IntegerField,
    Model,
    SmallIntegerField,
)
from playhouse.migrate import SchemaMigrator

INDEX = "shared_win_outside"


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.create_tables(_tables(db), safe=False)
    db.execute_sql("UPDATE shared_win SET outside = TRUE WHERE person_id = team_id")
    _shared_win(db)._schema.create_indexes(safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql(f"DROP INDEX {INDEX}")
    db.execute_sql("UPDATE shared_win SET outside = FALSE")
    db.drop_tables(list(reversed(_tables(db))))


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
        objective = CharField(max_length=36)
        outside = BooleanField()

        class Meta:
            primary_key = CompositeKey("team", "person", "win")

    listed = (SharedWin.happened, SharedWin.person, SharedWin.win)
    shown = SharedWin.outside == SQL("TRUE")
    SharedWin.add_index(SharedWin.team, SharedWin.objective, *listed, where=shown, name=INDEX)
    return SharedWin


def _tables(db: Database) -> list[type[Model]]:
    base = _base(db)

    class Person(base):  # type: ignore[misc,valid-type]
        pass

    class Owner(base):  # type: ignore[misc,valid-type]
        id = IntegerField(primary_key=True)

    class OutsideLink(base):  # type: ignore[misc,valid-type]
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
        id = CharField(max_length=36)
        token_hash = CharField(max_length=64)
        turn = SmallIntegerField()
        maker = ForeignKeyField(Person, null=True, on_delete="SET NULL", backref="+")
        objective = CharField(max_length=36)
        title = CharField(max_length=100)
        made = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "token_hash"), True),)

    class ChosenWin(base):  # type: ignore[misc,valid-type]
        owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
        link = CharField(max_length=36)
        person = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
        win = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("owner", "link", "person", "win")
            indexes = ((("person", "win"), False),)

    return [OutsideLink, ChosenWin]
