"""Whether wins came of a goal that was met by its criteria."""

from peewee import (
    BigIntegerField,
    BooleanField,
    CharField,
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

# Of a goal that recurs, an occurrence was met within a day of the win.
VERIFY = """
    UPDATE "win" SET "verified" = TRUE WHERE "goal" <> '' AND EXISTS (
        SELECT 1 FROM "goal" AS "g" JOIN "owner" AS "o" ON "g"."owner_id" = "o"."id"
        WHERE "o"."person_id" = "win"."person_id" AND "g"."id" = "win"."goal"
        AND EXISTS (
            SELECT 1 FROM "criterion" AS "c" WHERE "c"."owner_id" = "g"."owner_id"
            AND "c"."goal" = "g"."id" AND "c"."place" <> -1
        )
        AND ("g"."state" = 'met' OR EXISTS (
            SELECT 1 FROM "occurrence" AS "m" WHERE "m"."owner_id" = "g"."owner_id"
            AND "m"."goal" = "g"."id"
            AND "m"."at" BETWEEN "win"."happened" - 86400000 AND "win"."happened" + 86400000
        ))
    )
"""
COUNT = """UPDATE "win" SET "counted" = TRUE WHERE "verified" AND "objectives" <> ''"""


def up(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql('ALTER TABLE "win" ADD COLUMN "verified" BOOLEAN NOT NULL DEFAULT FALSE')
        db.execute_sql('ALTER TABLE "win" ALTER COLUMN "verified" DROP DEFAULT')
    else:
        _remake(db, _win(db, new=True), {"verified": "FALSE"})
    db.execute_sql(VERIFY)
    db.execute_sql(COUNT)


def down(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql('ALTER TABLE "win" DROP COLUMN "verified"')
    else:
        _remake(db, _win(db, new=False), {})


def _remake(db: Database, model: type[Model], values: dict[str, str]) -> None:
    # As in 0003: SQLite adds a column behind the table's constraints.
    db.execute_sql('ALTER TABLE "win" RENAME TO "win_before"')
    for index in db.get_indexes("win_before"):
        if not index.name.startswith("sqlite_"):
            db.execute_sql(f'DROP INDEX "{index.name}"')
    db.create_tables([model], safe=False)
    columns = [field.column_name for field in model._meta.sorted_fields]
    names = ", ".join(f'"{name}"' for name in columns)
    given = ", ".join(values.get(name, f'"{name}"') for name in columns)
    db.execute_sql(f'INSERT INTO "win" ({names}) SELECT {given} FROM "win_before"')  # noqa: S608
    db.execute_sql('DROP TABLE "win_before"')


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

        class Meta:
            table_name = "win"
            primary_key = CompositeKey("person", "id")
            indexes = (
                (("person", "happened", "id"), False),
                (("person", "day", "counted", "kind", "area"), False),
            )

    class After(Before):
        verified = BooleanField()

        class Meta:
            table_name = "win"
            primary_key = CompositeKey("person", "id")
            indexes = (
                (("person", "happened", "id"), False),
                (("person", "day", "counted", "kind", "area"), False),
            )

    return After if new else Before
