"""Organisations, teams and what belongs to them; boards have rows of their own.

The way back deletes the teams with all that they own: the version before shows nothing of it.
"""

from typing import Any

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    Database,
    Field,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    SmallIntegerField,
    TextField,
)
from playhouse.migrate import SchemaMigrator

OF_TEAM = "CREATE INDEX win_of_team ON win (team_id, happened, id) WHERE team_id IS NOT NULL"
OF_ORGANISATION = (
    "CREATE INDEX win_of_organisation ON win (team_id, happened, id)"
    " WHERE team_id IS NOT NULL AND visibility = 'organisation'"
)

COUNTS = ("teams", "told")  # of a person


def up(migrator: SchemaMigrator, db: Database) -> None:
    kind = "SMALLINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    for count in COUNTS:
        db.execute_sql(f'ALTER TABLE "person" ADD COLUMN "{count}" {kind} NOT NULL DEFAULT 0')
    db.create_tables(_tables(db), safe=False)
    for index in ("win_of_team", "win_of_organisation"):
        db.execute_sql(f"DROP INDEX {index}")


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql("DELETE FROM owner WHERE person_id IS NULL")
    db.drop_tables(list(reversed(_tables(db))))
    for statement in (OF_TEAM, OF_ORGANISATION):
        db.execute_sql(statement)
    for count in COUNTS:
        db.execute_sql(f'ALTER TABLE "person" DROP COLUMN "{count}"')


def _tables(db: Database) -> list[type[Model]]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Owner(Base):
        id = AutoField()

    def refers(model: type[Model], **more: Any) -> Field:
        options: dict[str, Any] = {"on_delete": "CASCADE", "backref": "+", **more}
        return ForeignKeyField(model, **options)

    def key() -> Field:
        return refers(Owner, primary_key=True, column_name="id")

    class Organisation(Base):
        owner = key()
        name = CharField(max_length=100)
        created = BigIntegerField()

    class Team(Base):
        owner = key()
        organisation = refers(Owner, null=True, on_delete="SET NULL")
        name = CharField(max_length=100)
        created = BigIntegerField()
        archived = BigIntegerField(null=True)
        rev = IntegerField(constraints=[SQL("DEFAULT 1")])
        stored = BigIntegerField(constraints=[SQL("DEFAULT 0")])
        time_zone = CharField(max_length=64)
        day_start = SmallIntegerField()
        workdays = SmallIntegerField()
        checkin_days = SmallIntegerField()
        areas = TextField()
        visibility = CharField(max_length=12)
        goal_limit = SmallIntegerField()

    class Membership(Base):
        person = refers(Person, index=False)
        team = refers(Owner, index=False)
        role = CharField(max_length=12)
        observer = BooleanField()
        joined = BigIntegerField()
        left = BigIntegerField(null=True)
        person_name = CharField(max_length=100)
        team_name = CharField(max_length=100)
        organisation_name = CharField(max_length=100)
        archived = BigIntegerField(null=True)
        visibility = CharField(max_length=12)

        class Meta:
            primary_key = CompositeKey("person", "team")
            indexes = ((("team", "joined", "person"), False),)

    class OrganisationRole(Base):
        organisation = refers(Owner, index=False)
        person = refers(Person)
        role = CharField(max_length=12)
        person_name = CharField(max_length=100)
        organisation_name = CharField(max_length=100)

        class Meta:
            primary_key = CompositeKey("organisation", "person")

    class Invitation(Base):
        team = refers(Owner, index=False)
        token_hash = CharField(max_length=64)
        maker = refers(Person)
        maker_name = CharField(max_length=100)
        made = BigIntegerField()
        expires = BigIntegerField()
        uses_left = IntegerField()
        role = CharField(max_length=12)

        class Meta:
            primary_key = CompositeKey("team", "token_hash")

    class Notice(Base):
        person = refers(Person, index=False)
        id = CharField(max_length=36)
        at = BigIntegerField()
        kind = CharField(max_length=20)
        team = refers(Owner)
        team_name = CharField(max_length=100)
        about = TextField()

        class Meta:
            primary_key = CompositeKey("person", "id")

    class SharedWin(Base):
        team = refers(Owner, index=False)
        person = refers(Owner)
        win = CharField(max_length=36)
        happened = BigIntegerField()
        day = CharField(max_length=10)
        offset = SmallIntegerField()
        zone = CharField(max_length=64)
        kind = CharField(max_length=12)
        what = TextField()
        impact = TextField()
        next_step = TextField()
        evidence = TextField()
        moves = CharField(max_length=12)
        visibility = CharField(max_length=12)
        objective = CharField(max_length=36)
        outside = BooleanField()

        class Meta:
            primary_key = CompositeKey("team", "person", "win")
            indexes = (
                (("team", "happened", "person", "win"), False),
                (("team", "person", "happened", "win"), False),
            )

    listed = (SharedWin.team, SharedWin.happened, SharedWin.person, SharedWin.win)
    of_organisation = SharedWin.visibility == "organisation"
    SharedWin.add_index(*listed, where=of_organisation, name="shared_win_of_organisation")
    of_objective = (SharedWin.team, SharedWin.objective, *listed[1:])
    with_one = SharedWin.objective != ""
    SharedWin.add_index(*of_objective, where=with_one, name="shared_win_of_objective")
    return [Organisation, Team, Membership, OrganisationRole, Invitation, Notice, SharedWin]
