"""The words of wins as searches compare them."""

from collections.abc import Sequence

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

from webapp.rules.shared.folding import folded

AT_ONCE = 2000  # wins
WORDS = ("what", "impact", "next_step", "approach", "worked", "improve")
RECORDED = 2  # of WORDS are in the first line


def up(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql("""ALTER TABLE "win" ADD COLUMN "folded" TEXT NOT NULL DEFAULT ''""")
        db.execute_sql('ALTER TABLE "win" ALTER COLUMN "folded" DROP DEFAULT')
    else:
        _remake(db, _win(db, new=True), {"folded": "''"})
    _fill(db)


def down(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        db.execute_sql('ALTER TABLE "win" DROP COLUMN "folded"')
    else:
        _remake(db, _win(db, new=False), {})


def _fill(db: Database) -> None:
    mark = db.param
    names = ", ".join(f'"{name}"' for name in ("person_id", "id", *WORDS))
    some = f'SELECT {names} FROM "win" WHERE ("person_id", "id") > ({mark}, {mark})'  # noqa: S608
    some += f' ORDER BY "person_id", "id" LIMIT {AT_ONCE}'
    change = f'UPDATE "win" SET "folded" = {mark} WHERE "person_id" = {mark} AND "id" = {mark}'  # noqa: S608
    last = (0, "")
    while rows := db.execute_sql(some, last).fetchall():
        lines = [(_lines(words), person, win) for person, win, *words in rows]
        db.cursor().executemany(change, lines)
        last = rows[-1][:2]


def _lines(words: Sequence[str]) -> str:
    parts = (words[:RECORDED], words[RECORDED:])
    return "\n".join(folded(" ".join(filter(None, part))) for part in parts)


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

        class Meta:
            table_name = "win"
            primary_key = CompositeKey("person", "id")
            indexes = (
                (("person", "happened", "id"), False),
                (("person", "day", "counted", "kind", "area"), False),
            )

    class After(Before):
        folded = TextField()

        class Meta:
            table_name = "win"
            primary_key = CompositeKey("person", "id")
            indexes = (
                (("person", "happened", "id"), False),
                (("person", "day", "counted", "kind", "area"), False),
            )

    return After if new else Before
