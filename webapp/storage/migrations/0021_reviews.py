"""What is said in a review are lines with an author; calendars can read when reviews are.

The two texts of a review and obstacles become lines, and are these again on the way back. What was
deleted of them within the hour before cannot be brought back afterwards.
"""

import uuid
from collections.abc import Iterator, Sequence
from typing import Any

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
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

AT_ONCE = 50  # rows of one statement
LINES = uuid.UUID("5a3f6f0e-5c0f-4a53-9d5c-0d5f2f6f9a21")
REVIEW = ("owner_id", "id", "started", "finished", "since", "day", "minutes")
PLAN = ("owner_id", "weekday", "every", "minutes", "time")
LINE = (
    *("owner_id", "id", "review", "step", "what", "author", "at", "revision", "holder"),
    *("settled", "settled_in", "outcome", "goal"),
)
OBSTACLE = ("owner_id", "id", "what", "review", "opened", "settled", "settled_in", "outcome")
TEXTS = {"progress": "progress", "plans": "next"}  # column: the step of its lines
NEW = {
    "review": {
        "rev": "INTEGER NOT NULL DEFAULT 1",
        "step": "VARCHAR(12) NOT NULL DEFAULT 'progress'",
        "since_at": "BIGINT NOT NULL DEFAULT 0",
    },
    "review_plan": {
        "zone": "VARCHAR(64) NOT NULL DEFAULT ''",
        "first": "VARCHAR(10) NOT NULL DEFAULT ''",
        "uid": "VARCHAR(36) NOT NULL DEFAULT ''",
        "sequence": "INTEGER NOT NULL DEFAULT 0",
        "changed": "BIGINT NOT NULL DEFAULT 0",
    },
}


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql("DELETE FROM deletion WHERE kind IN ('obstacle', 'review')")
    lines = [*_lines_of_texts(db), *_lines_of_obstacles(db)]
    *_, obstacle = _changed(db, new=False)
    db.drop_tables([obstacle])
    review, plan, _ = _changed(db, new=True)
    _reshape(db, "review", review, REVIEW, drop=tuple(TEXTS))
    _reshape(db, "review_plan", plan, PLAN)
    db.create_tables(_added(db), safe=False)
    _insert(db, "review_line", LINE, lines)


def down(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql("DELETE FROM deletion WHERE kind IN ('line', 'review')")
    lines = _rows(db, "review_line", LINE, order="at, id")
    db.drop_tables(list(reversed(_added(db))))
    review, plan, obstacle = _changed(db, new=False)
    _reshape(db, "review", review, REVIEW, drop=tuple(NEW["review"]))
    _reshape(db, "review_plan", plan, PLAN, drop=tuple(NEW["review_plan"]))
    db.create_tables([obstacle], safe=False)
    _store_texts(db, lines)
    _insert(db, "obstacle", OBSTACLE, [_obstacle(one) for one in lines if one[3] == "obstacles"])


def _lines_of_texts(db: Database) -> Iterator[tuple[Any, ...]]:
    for owner, review, started, finished, *texts in _rows(
        db, "review", ("owner_id", "id", "started", "finished", *TEXTS)
    ):
        moments = (started, finished or started)
        for step, words, at in zip(TEXTS.values(), texts, moments, strict=True):
            line = str(uuid.uuid5(LINES, f"{owner} {review} {step}"))
            if words:
                yield (owner, line, review, step, words, owner, at, 1, None, None, "", "", "")


def _lines_of_obstacles(db: Database) -> Iterator[tuple[Any, ...]]:
    for owner, line, what, review, opened, *settled in _rows(db, "obstacle", OBSTACLE):
        yield (owner, line, review, "obstacles", what, owner, opened, 1, None, *settled, "")


def _obstacle(line: Sequence[Any]) -> tuple[Any, ...]:
    owner, line_id, review, _, what, _, at, _, _, settled, settled_in, outcome, _ = line
    return (owner, line_id, what, review, at, settled, settled_in, outcome)


def _store_texts(db: Database, lines: Sequence[Sequence[Any]]) -> None:
    for column, of_step in TEXTS.items():
        texts: dict[tuple[Any, Any], list[str]] = {}
        for owner, _, review, step, what, *_ in lines:
            if step == of_step:
                texts.setdefault((owner, review), []).append(what)
        change = f'UPDATE "review" SET "{column}" = {db.param}'  # noqa: S608
        its = f'WHERE "owner_id" = {db.param} AND "id" = {db.param}'
        for key, words in texts.items():
            db.execute_sql(f"{change} {its}", ("\n".join(words), *key))


def _rows(
    db: Database, table: str, names: Sequence[str], order: str = "owner_id, id"
) -> list[tuple[Any, ...]]:
    listed = ", ".join(f'"{name}"' for name in names)
    query = f'SELECT {listed} FROM "{table}" ORDER BY {order}'  # noqa: S608
    return list(db.execute_sql(query).fetchall())


def _insert(
    db: Database, table: str, names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    listed = ", ".join(f'"{name}"' for name in names)
    one = f"({', '.join([db.param] * len(names))})"
    for first in range(0, len(rows), AT_ONCE):
        some = rows[first : first + AT_ONCE]
        places = ", ".join([one] * len(some))
        query = f'INSERT INTO "{table}" ({listed}) VALUES {places}'  # noqa: S608
        db.execute_sql(query, [value for row in some for value in row])


def _reshape(
    db: Database, table: str, model: type[Model], kept: Sequence[str], drop: Sequence[str] = ()
) -> None:
    if isinstance(db, PostgresqlDatabase):
        _alter(db, table, model, kept, drop)
        return
    # SQLite adds a column behind the table's constraints, and keeps those words.
    listed = ", ".join(f'"{name}"' for name in kept)
    for (index,) in db.execute_sql(INDEXES, (table,)).fetchall():
        db.execute_sql(f'DROP INDEX "{index}"')
    db.execute_sql(f'ALTER TABLE "{table}" RENAME TO "{table}_before"')
    db.create_tables([model], safe=False)
    more = [name for name in TEXTS if name in model._meta.fields]
    columns = ", ".join([listed, *(f'"{name}"' for name in more)])
    values = ", ".join([listed, *("''" for _ in more)])
    db.execute_sql(
        f'INSERT INTO "{table}" ({columns}) SELECT {values} FROM "{table}_before"'  # noqa: S608
    )
    db.execute_sql(f'DROP TABLE "{table}_before"')


INDEXES = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"


def _alter(
    db: Database, table: str, model: type[Model], kept: Sequence[str], drop: Sequence[str]
) -> None:
    for name in drop:
        db.execute_sql(f'ALTER TABLE "{table}" DROP COLUMN "{name}"')
    has = {field.column_name for field in model._meta.sorted_fields} - set(kept)
    for name, kind in NEW[table].items():
        if name in has:
            db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{name}" {kind}')
    for name in TEXTS:
        if name in has:
            db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{name}" TEXT NOT NULL DEFAULT \'\'')
            db.execute_sql(f'ALTER TABLE "{table}" ALTER COLUMN "{name}" DROP DEFAULT')


def _base(db: Database) -> type[Model]:
    class Base(Model):
        class Meta:
            database = db
            legacy_table_names = False

    return Base


def _owner(base: type[Model]) -> type[Model]:
    class Owner(base):  # type: ignore[valid-type, misc]
        id = AutoField()

    return Owner


def _of(owner: type[Model], **more: Any) -> Field:
    return ForeignKeyField(owner, on_delete="CASCADE", backref="+", **more)


def _with(value: str) -> list[Any]:
    return [SQL(f"DEFAULT {value}")]


def _changed(db: Database, *, new: bool) -> list[type[Model]]:
    base = _base(db)
    whose = _owner(base)

    class Review(base):  # type: ignore[valid-type, misc]
        owner = _of(whose, index=False)
        id = CharField(max_length=36)
        started = BigIntegerField()
        finished = BigIntegerField(null=True)
        since = CharField(max_length=10)
        day = CharField(max_length=10)
        minutes = SmallIntegerField()
        if new:
            rev = IntegerField(constraints=_with("1"))
            step = CharField(max_length=12, constraints=_with("'progress'"))
            since_at = BigIntegerField(constraints=_with("0"))
        else:
            progress = TextField()
            plans = TextField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "started", "id"), False),)

    class ReviewPlan(base):  # type: ignore[valid-type, misc]
        owner = _of(whose, primary_key=True)
        weekday = SmallIntegerField()
        every = SmallIntegerField()
        minutes = SmallIntegerField()
        time = SmallIntegerField()
        if new:
            zone = CharField(max_length=64, constraints=_with("''"))
            first = CharField(max_length=10, constraints=_with("''"))
            uid = CharField(max_length=36, constraints=_with("''"))
            sequence = IntegerField(constraints=_with("0"))
            changed = BigIntegerField(constraints=_with("0"))

    class Obstacle(base):  # type: ignore[valid-type, misc]
        owner = _of(whose, index=False)
        id = CharField(max_length=36)
        what = TextField()
        review = CharField(max_length=36)
        opened = BigIntegerField()
        settled = BigIntegerField(null=True)
        settled_in = CharField(max_length=36)
        outcome = TextField()

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = ((("owner", "settled", "opened"), False),)

    return [Review, ReviewPlan, Obstacle]


def _added(db: Database) -> list[type[Model]]:
    base = _base(db)
    whose = _owner(base)

    class Person(base):  # type: ignore[valid-type, misc]
        pass

    class ReviewLine(base):  # type: ignore[valid-type, misc]
        owner = _of(whose, index=False)
        id = CharField(max_length=36)
        review = CharField(max_length=36)
        step = CharField(max_length=12)
        what = TextField()
        author = IntegerField()
        at = BigIntegerField()
        revision = IntegerField()
        holder = IntegerField(null=True)
        settled = BigIntegerField(null=True)
        settled_in = CharField(max_length=36)
        outcome = TextField()
        goal = CharField(max_length=36)

        class Meta:
            primary_key = CompositeKey("owner", "id")
            indexes = (
                (("owner", "review", "at", "id"), False),
                (("owner", "step", "settled", "at"), False),
            )

    class ReviewTick(base):  # type: ignore[valid-type, misc]
        owner = _of(whose, index=False)
        review = CharField(max_length=36)
        step = CharField(max_length=12)
        person = IntegerField()

        class Meta:
            primary_key = CompositeKey("owner", "review", "step", "person")

    class ReviewCalendar(base):  # type: ignore[valid-type, misc]
        owner = _of(whose, index=False)
        token_hash = CharField(max_length=64)
        person = _of(Person)
        made = BigIntegerField()

        class Meta:
            primary_key = CompositeKey("owner", "token_hash")

    return [ReviewLine, ReviewTick, ReviewCalendar]
