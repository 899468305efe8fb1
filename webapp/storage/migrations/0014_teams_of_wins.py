"""A win, its links and its revisions are those of an owner; a win says on which team's board it is.

The column is still called person_id. Until there are teams every owner is a person.
"""

from collections.abc import Iterable

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    Database,
    DoubleField,
    Field,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
    SmallIntegerField,
    TextField,
)
from playhouse.migrate import SchemaMigrator

TABLES = ("win", "win_link", "field_revision")
REFERS = (
    'ALTER TABLE "{0}" DROP CONSTRAINT "{0}_person_id_fkey"',
    'ALTER TABLE "{0}" ADD CONSTRAINT "{0}_person_id_fkey" FOREIGN KEY (person_id)'
    " REFERENCES {1} (id) ON DELETE CASCADE",
)
ADD = "ALTER TABLE win ADD COLUMN team_id INTEGER REFERENCES owner (id) ON DELETE SET NULL"
DROP = "ALTER TABLE win DROP COLUMN team_id"  # and the indexes on it
OF_TEAM = "CREATE INDEX win_of_team ON win (team_id, happened, id) WHERE team_id IS NOT NULL"
OF_ORGANISATION = (
    "CREATE INDEX win_of_organisation ON win (team_id, happened, id)"
    " WHERE team_id IS NOT NULL AND visibility = 'organisation'"
)


def up(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        _run(db, *_refer_to("owner"), ADD, OF_TEAM, OF_ORGANISATION)
    else:
        _remake(db, _tables(db, new=True))


def down(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        _run(db, DROP, *_refer_to("person"))
    else:
        _remake(db, _tables(db, new=False))


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute_sql(statement)


def _refer_to(whose: str) -> Iterable[str]:
    return (text.format(table, whose) for table in TABLES for text in REFERS)


def _remake(db: Database, models: list[type[Model]]) -> None:
    # SQLite changes no reference, and adds a column behind the table's constraints.
    for table, model in zip(TABLES, models, strict=True):
        for index in db.get_indexes(table):
            if not index.name.startswith("sqlite_"):
                _run(db, f'DROP INDEX "{index.name}"')
        _run(db, f'ALTER TABLE "{table}" RENAME TO "{table}_before"')
        db.create_tables([model], safe=False)
        kept = {column.name for column in db.get_columns(f"{table}_before")}
        columns = [field.column_name for field in model._meta.sorted_fields]
        names = ", ".join(f'"{name}"' for name in columns if name in kept)
        _run(
            db,
            f'INSERT INTO "{table}" ({names}) SELECT {names} FROM "{table}_before"',  # noqa: S608
            f'DROP TABLE "{table}_before"',
        )


def _tables(db: Database, *, new: bool) -> list[type[Model]]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Owner(Base):
        id = AutoField()

    def whose() -> Field:
        return ForeignKeyField(Owner if new else Person, on_delete="CASCADE", index=False)

    class Win(Base):
        person = whose()
        id = CharField(max_length=36)
        kind = CharField(max_length=12)
        what = TextField()
        impact = TextField()
        next_step = TextField()
        happened = BigIntegerField()
        entered = BigIntegerField()
        received = BigIntegerField()
        day = CharField(max_length=10)
        offset = SmallIntegerField()
        zone = CharField(max_length=64)
        wrong_clock = BooleanField()
        evidence = TextField()
        moves = CharField(max_length=12)
        area = CharField(max_length=60)
        visibility = CharField(max_length=12)
        measurable = BooleanField()
        goal = CharField(max_length=36)
        objectives = TextField()
        indicator = CharField(max_length=36)
        before = DoubleField(null=True)
        after = DoubleField(null=True)
        preset = CharField(max_length=36)
        approach = TextField()
        worked = TextField()
        improve = TextField()
        counted = BooleanField()
        folded = TextField()
        verified = BooleanField()

        class Meta:
            primary_key = CompositeKey("person", "id")
            indexes = (
                (("person", "happened", "id"), False),
                (("person", "day", "counted", "kind", "area"), False),
            )

    class WinLink(Base):
        person = whose()
        kind = CharField(max_length=12)
        target = CharField(max_length=36)
        win = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("person", "kind", "target", "win")
            indexes = ((("person", "win"), False),)

    class FieldRevision(Base):
        person = whose()
        target = CharField(max_length=36)
        field = CharField(max_length=12)
        entry = CharField(max_length=36)
        value = TextField()
        at = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("person", "target", "field", "entry")

    class WinOfTeam(Win):
        team = ForeignKeyField(Owner, null=True, on_delete="SET NULL", index=False, backref="+")

        class Meta:
            table_name = "win"
            primary_key = CompositeKey("person", "id")
            indexes = Win._meta.indexes

    shared = WinOfTeam.team.is_null(False)
    listed = (WinOfTeam.team, WinOfTeam.happened, WinOfTeam.id)
    of_organisation = shared & (WinOfTeam.visibility == "organisation")
    WinOfTeam.add_index(*listed, where=shared, name="win_of_team")
    WinOfTeam.add_index(*listed, where=of_organisation, name="win_of_organisation")
    return [WinOfTeam if new else Win, WinLink, FieldRevision]
