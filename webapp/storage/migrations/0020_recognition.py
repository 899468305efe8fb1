"""Thanks for outcomes, as a copy for each who may read them, and the values that a team keeps."""

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
    TextField,
)
from playhouse.migrate import SchemaMigrator


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql('ALTER TABLE "membership" ADD COLUMN "thanks" VARCHAR(12) NOT NULL DEFAULT \'\'')
    db.create_tables(_tables(db), safe=False)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.drop_tables(list(reversed(_tables(db))))
    db.execute_sql('ALTER TABLE "membership" DROP COLUMN "thanks"')


def _tables(db: Database) -> list[type[Model]]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        id = IntegerField(primary_key=True)

    class Owner(Base):
        id = IntegerField(primary_key=True)

    def refers(model: type[Model], **more: Any) -> Field:
        options: dict[str, Any] = {"on_delete": "CASCADE", "backref": "+", **more}
        return ForeignKeyField(model, **options)

    class Recognition(Base):
        owner = refers(Owner, index=False)
        id = CharField(max_length=36)
        kind = CharField(max_length=12)
        at = BigIntegerField()
        day = CharField(max_length=10)
        offset = SmallIntegerField()
        zone = CharField(max_length=64)
        giver = refers(Person, null=True, on_delete="SET NULL")
        giver_name = CharField(max_length=100)
        for_team = IntegerField()
        team_name = CharField(max_length=100)
        achieved = TextField()
        matters = TextField()
        value = CharField(max_length=60)
        to_team = BooleanField()
        shown = BooleanField()
        in_evidence = BooleanField()
        outcome = BooleanField()
        light = BooleanField()
        own_words = TextField()
        said = TextField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "kind", "at", "id"), False),)

    class CitedWin(Base):
        owner = refers(Owner, index=False)
        recognition = CharField(max_length=36)
        person = refers(Person)
        win = CharField(max_length=36)
        name = CharField(max_length=100)
        counted = BooleanField()

        class Meta:
            primary_key = CompositeKey("owner", "recognition", "person", "win")
            indexes = ((("owner", "person", "win"), False),)

    class TeamValue(Base):
        owner = refers(Owner, index=False)
        id = CharField(max_length=36)
        name = CharField(max_length=60)
        place = SmallIntegerField()
        removed = BigIntegerField(null=True)

        class Meta:
            primary_key = CompositeKey("owner", "id")

    return [Recognition, CitedWin, TeamValue]
