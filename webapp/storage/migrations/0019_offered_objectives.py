"""A membership holds what forms of a win offer of its team's objectives."""

from typing import Any

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    Database,
    ForeignKeyField,
    IntegerField,
    Model,
    PostgresqlDatabase,
    TextField,
)
from playhouse.migrate import SchemaMigrator

ADD = """ALTER TABLE "membership" ADD COLUMN "objectives" TEXT NOT NULL DEFAULT ''"""
NO_DEFAULT = 'ALTER TABLE "membership" ALTER COLUMN "objectives" DROP DEFAULT'
DROP = 'ALTER TABLE "membership" DROP COLUMN "objectives"'
INDEX = "membership_team_id_joined_person_id"
OPEN = """
    SELECT owner_id, id, name FROM objective WHERE state <> 'dropped'
        AND owner_id IN (SELECT id FROM team) ORDER BY state = 'open' DESC, created DESC, id
"""
MOST = 30  # of one team


def up(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql(ADD)
        db.execute_sql(NO_DEFAULT)
    else:
        _remake(db, new=True)
    offered: dict[int, list[str]] = {}
    for team, objective, name in db.execute_sql(OPEN).fetchall():
        offered.setdefault(team, []).append(f"{objective}\t{' '.join(name.split())}\t")
    membership: Any = _membership(db, new=True)
    for team, lines in offered.items():
        text = "\n".join(lines[:MOST])
        membership.update(objectives=text).where(membership.team == team).execute()


def down(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql(DROP)
    else:
        _remake(db, new=False)


def _remake(db: Database, *, new: bool) -> None:
    # SQLite adds a column behind the table's constraints, and keeps those words.
    names = [field.column_name for field in _membership(db, new=False)._meta.sorted_fields]
    listed = ", ".join(f'"{name}"' for name in names)
    more = (', "objectives"', ", ''") if new else ("", "")
    db.execute_sql(f'DROP INDEX "{INDEX}"')
    db.execute_sql('ALTER TABLE "membership" RENAME TO "membership_before"')
    db.create_tables([_membership(db, new=new)], safe=False)
    db.execute_sql(
        f'INSERT INTO "membership" ({listed}{more[0]})'  # noqa: S608
        f' SELECT {listed}{more[1]} FROM "membership_before"'
    )
    db.execute_sql('DROP TABLE "membership_before"')


def _membership(db: Database, *, new: bool) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Owner(Base):
        id = IntegerField(primary_key=True)

    class Membership(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False, backref="+")
        team = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
        role = CharField(max_length=12)
        observer = BooleanField()
        joined = BigIntegerField()
        left = BigIntegerField(null=True)
        person_name = CharField(max_length=100)
        team_name = CharField(max_length=100)
        organisation_name = CharField(max_length=100)
        archived = BigIntegerField(null=True)
        visibility = CharField(max_length=12)
        if new:
            objectives = TextField()

        class Meta:
            primary_key = CompositeKey("person", "team")
            indexes = ((("team", "joined", "person"), False),)

    return Membership
