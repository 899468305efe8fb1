"""All fields of wins, areas of check-ins, settings of people, owners, presets, days off."""

from collections.abc import Iterable

from peewee import (
    AutoField,
    BigIntegerField,
    BooleanField,
    CharField,
    Check,
    CompositeKey,
    Database,
    DoubleField,
    ForeignKeyField,
    Model,
    PostgresqlDatabase,
    SmallIntegerField,
    TextField,
)
from playhouse.migrate import SchemaMigrator

# As in 0002 added as they are, since making SQLite's person table anew would delete everything.
OF_PERSON = {
    "language": "VARCHAR(8) NOT NULL DEFAULT ''",
    "theme": "VARCHAR(8) NOT NULL DEFAULT ''",
    "fixed_zone": "VARCHAR(64) NOT NULL DEFAULT ''",
    "workdays": "SMALLINT NOT NULL DEFAULT 31",
    "checkin_days": "SMALLINT NOT NULL DEFAULT 21",
    "areas": "TEXT NOT NULL DEFAULT ''",
    "visibility": "VARCHAR(12) NOT NULL DEFAULT 'private'",
    "goal_limit": "SMALLINT NOT NULL DEFAULT 3",
    "welcomed": "BIGINT",
}
OF_WIN = {
    "evidence": ("TEXT", "''"),
    "moves": ("VARCHAR(12)", "''"),
    "area": ("VARCHAR(60)", "''"),
    "visibility": ("VARCHAR(12)", "'private'"),
    "measurable": ("BOOLEAN", "FALSE"),
    "goal": ("VARCHAR(36)", "''"),
    "objectives": ("TEXT", "''"),
    "indicator": ("VARCHAR(36)", "''"),
    "before": ("DOUBLE PRECISION", "NULL"),
    "after": ("DOUBLE PRECISION", "NULL"),
    "preset": ("VARCHAR(36)", "''"),
    "approach": ("TEXT", "''"),
    "worked": ("TEXT", "''"),
    "improve": ("TEXT", "''"),
    "counted": ("BOOLEAN", "FALSE"),
}
OF_CHECKIN = {"area": ("VARCHAR(60)", "''")}


def up(migrator: SchemaMigrator, db: Database) -> None:
    for name, kind in OF_PERSON.items():
        _run(db, f'ALTER TABLE "person" ADD COLUMN "{name}" {_known(db, kind)}')
    # Whoever has logged a win needs no first steps.
    _run(
        db,
        'UPDATE "person" SET "welcomed" = 0'
        ' WHERE EXISTS (SELECT 1 FROM "win" WHERE "win"."person_id" = "person"."id")',
    )
    _widen(db, "win", OF_WIN, _win(db, new=True))
    _widen(db, "check_in", OF_CHECKIN, _checkin(db, new=True))
    db.create_tables(_tables(db), safe=False)
    _run(db, 'INSERT INTO "owner" ("person_id") SELECT "id" FROM "person" ORDER BY "id"')


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.drop_tables(list(reversed(_tables(db))))
    _narrow(db, "check_in", OF_CHECKIN, _checkin(db, new=False))
    _narrow(db, "win", OF_WIN, _win(db, new=False))
    for name in reversed(OF_PERSON):
        _run(db, f'ALTER TABLE "person" DROP COLUMN "{name}"')


def _widen(db: Database, table: str, columns: dict[str, tuple[str, str]], new: type[Model]) -> None:
    if isinstance(db, PostgresqlDatabase):
        for name, (kind, value) in columns.items():
            needed = "" if value == "NULL" else f" NOT NULL DEFAULT {value}"
            _run(db, f'ALTER TABLE "{table}" ADD COLUMN "{name}" {kind}{needed}')
            _run(db, f'ALTER TABLE "{table}" ALTER COLUMN "{name}" DROP DEFAULT')
        _run(db, *_last_index(new))
    else:
        _remake(db, table, new, {name: value for name, (_, value) in columns.items()})


def _narrow(
    db: Database, table: str, columns: dict[str, tuple[str, str]], old: type[Model]
) -> None:
    if isinstance(db, PostgresqlDatabase):
        for name in columns:
            _run(db, f'ALTER TABLE "{table}" DROP COLUMN "{name}"')  # and the index on it
    else:
        _remake(db, table, old, {})


def _remake(db: Database, table: str, model: type[Model], values: dict[str, str]) -> None:
    # SQLite adds a column behind the table's constraints: the text would differ from the model's.
    # Nothing refers to these tables, so that dropping the old one deletes nothing else.
    _run(db, f'ALTER TABLE "{table}" RENAME TO "{table}_before"')
    for index in db.get_indexes(f"{table}_before"):
        if not index.name.startswith("sqlite_"):
            _run(db, f'DROP INDEX "{index.name}"')
    db.create_tables([model], safe=False)
    kept = [
        f for f in (field.column_name for field in model._meta.sorted_fields) if f not in values
    ]
    names = ", ".join(f'"{name}"' for name in [*kept, *values])
    given = ", ".join([*(f'"{name}"' for name in kept), *values.values()])
    _run(db, f'INSERT INTO "{table}" ({names}) SELECT {given} FROM "{table}_before"')  # noqa: S608
    _run(db, f'DROP TABLE "{table}_before"')


def _last_index(model: type[Model]) -> Iterable[str]:
    schema = model._schema  # type: ignore[attr-defined]
    query, _ = schema._create_indexes(safe=False)[-1].query()
    return [query]


def _known(db: Database, kind: str) -> str:
    # The names that Peewee gives these types on SQLite.
    if isinstance(db, PostgresqlDatabase):
        return kind
    return kind.replace("SMALLINT", "INTEGER").replace("BIGINT", "INTEGER")


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute_sql(statement)


def _win(db: Database, *, new: bool) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Before(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
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

        class Meta:
            table_name = "win"
            primary_key = CompositeKey("person", "id")
            indexes = ((("person", "happened", "id"), False),)

    class After(Before):
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

        class Meta:
            table_name = "win"
            primary_key = CompositeKey("person", "id")
            indexes = (
                (("person", "happened", "id"), False),
                (("person", "day", "counted", "kind", "area"), False),
            )

    return After if new else Before


def _checkin(db: Database, *, new: bool) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Before(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        rating = SmallIntegerField(constraints=[Check("rating BETWEEN 0 AND 10")])
        scale_id = CharField(max_length=32)
        note = TextField()
        happened = BigIntegerField()
        entered = BigIntegerField()
        received = BigIntegerField()
        day = CharField(max_length=10)
        offset = SmallIntegerField()
        zone = CharField(max_length=64)
        wrong_clock = BooleanField()

        class Meta:
            table_name = "check_in"
            primary_key = CompositeKey("person", "id")
            indexes = ((("person", "happened", "id"), False),)

    class After(Before):
        area = CharField(max_length=60)

        class Meta:
            table_name = "check_in"
            primary_key = CompositeKey("person", "id")
            indexes = (
                (("person", "happened", "id"), False),
                (("person", "day", "scale_id", "area", "rating"), False),
            )

    return After if new else Before


def _tables(db: Database) -> list[type[Model]]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    class Person(Base):
        pass

    class Owner(Base):
        id = AutoField()
        person = ForeignKeyField(Person, null=True, unique=True, on_delete="CASCADE")

    class WinLink(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        kind = CharField(max_length=12)
        target = CharField(max_length=36)
        win = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("person", "kind", "target", "win")
            indexes = ((("person", "win"), False),)

    class Preset(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        id = CharField(max_length=36)
        place = SmallIntegerField()
        what = TextField()
        kind = CharField(max_length=12)
        area = CharField(max_length=60)
        objective = CharField(max_length=36)
        impact = TextField()
        measurable = BooleanField()

        class Meta:
            primary_key = CompositeKey("person", "id")

    class Absence(Base):
        person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
        first = CharField(max_length=10)
        last = CharField(max_length=10)

        class Meta:
            primary_key = CompositeKey("person", "first", "last")

    return [Owner, WinLink, Preset, Absence]
