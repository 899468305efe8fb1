"""One number for whatever owns rows: a person's is that of their owner.

Where the two differed, the owners take the numbers of their persons, since rate limits and the
cookies of known devices hold those.
"""

import json
from collections.abc import Iterable
from typing import Any

from peewee import Database, PostgresqlDatabase
from playhouse.migrate import SchemaMigrator

OWNER = (  # for SQLite, in the words of Peewee
    'CREATE TABLE "owner" ("id" INTEGER NOT NULL PRIMARY KEY%s, "person_id" INTEGER%s,'
    ' FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE CASCADE)'
)
SAME = " CHECK (person_id = id)"
INDEX = 'CREATE UNIQUE INDEX "owner_person_id" ON "owner" ("person_id")'
# One without a person, which no release has created, takes a number that nobody has.
NUMBERS = """
    CREATE TEMPORARY TABLE owner_number AS SELECT id AS old, COALESCE(
        person_id, id + (SELECT COALESCE(MAX(id), 0) FROM person)) AS new FROM owner
"""
LACKING = """
    INSERT INTO owner (id, person_id) SELECT id, id FROM person
    WHERE id NOT IN (SELECT person_id FROM owner WHERE person_id IS NOT NULL)
"""
REFERENCES = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'owner'::regclass
"""
# Both sequences gave numbers, and some of those are of people who are gone.
FOLLOW = """
    SELECT setval('owner_id_seq', GREATEST(p.last_value, o.last_value, most),
        p.is_called OR o.is_called OR most IS NOT NULL)
    FROM person_id_seq p, owner_id_seq o, (SELECT MAX(id) AS most FROM owner) AS m
"""
ONE_SEQUENCE = (
    FOLLOW,
    "ALTER TABLE person ALTER COLUMN id DROP DEFAULT",
    "DROP SEQUENCE person_id_seq",
    f"ALTER TABLE owner ADD{SAME}",
)
TWO_SEQUENCES = (
    "ALTER TABLE owner DROP CONSTRAINT owner_check",
    "CREATE SEQUENCE person_id_seq AS integer OWNED BY person.id",
    "ALTER TABLE person ALTER COLUMN id SET DEFAULT nextval('person_id_seq')",
    "SELECT setval('person_id_seq', last_value, is_called) FROM owner_id_seq",
)


def up(migrator: SchemaMigrator, db: Database) -> None:
    db.execute_sql(NUMBERS)
    _renumber_deletions(db)
    if isinstance(db, PostgresqlDatabase):
        _renumber(db)
        _run(db, LACKING, *ONE_SEQUENCE)
    else:
        _remake(db, OWNER % (" AUTOINCREMENT", SAME))
        _run(db, LACKING)
    _run(db, "DROP TABLE owner_number")


def down(migrator: SchemaMigrator, db: Database) -> None:
    if isinstance(db, PostgresqlDatabase):
        _run(db, *TWO_SEQUENCES)
    else:
        _run(db, NUMBERS)
        _remake(db, OWNER % ("", ""))
        _run(db, "DROP TABLE owner_number")


def _renumber(db: Database) -> None:
    # Numbers may change places, and none may occur twice meanwhile: so first below zero.
    moved = "(SELECT old FROM owner_number WHERE old <> new)"
    references = db.execute_sql(REFERENCES).fetchall()
    for table, name, _ in references:
        _run(db, f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for table, column in [("owner", "id"), *((table, "owner_id") for table, *_ in references)]:
        _run(
            db,
            f"UPDATE {table} SET {column} = -{column} WHERE {column} IN {moved}",  # noqa: S608 - our own names
            f"UPDATE {table} SET {column} = n.new FROM owner_number n WHERE {column} = -n.old",  # noqa: S608
        )
    for table, name, definition in references:
        _run(db, f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}')


def _remake(db: Database, owner: str) -> None:
    # What refers to owners is made anew, too: dropping the old table would delete it.
    tables = [table for table in db.get_tables() if _refers_to_owners(db, table)]
    texts = {table: _texts(db, table) for table in tables}
    for table in ("owner", *tables):
        _set_aside(db, table)
    _run(
        db,
        owner,
        "INSERT INTO owner (id, person_id) SELECT new, person_id FROM owner_before"
        " JOIN owner_number ON old = id",
        INDEX,
    )
    for table, (text, *indexes) in texts.items():
        _run(db, text)
        names = [f'"{column.name}"' for column in db.get_columns(table)]
        given = ["new" if name == '"owner_id"' else name for name in names]
        _run(
            db,
            f'INSERT INTO "{table}" ({", ".join(names)}) SELECT {", ".join(given)}'  # noqa: S608
            f' FROM "{table}_before" JOIN owner_number ON old = owner_id',
            *indexes,
            f'DROP TABLE "{table}_before"',
        )
    _run(db, "DROP TABLE owner_before")


def _refers_to_owners(db: Database, table: str) -> bool:
    return any(key.dest_table == "owner" for key in db.get_foreign_keys(table))


def _texts(db: Database, table: str) -> list[str]:
    found = db.execute_sql(
        "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC",
        (table,),
    )
    return [sql for (sql,) in found.fetchall()]


def _set_aside(db: Database, table: str) -> None:
    for index in db.get_indexes(table):
        if not index.name.startswith("sqlite_"):
            _run(db, f'DROP INDEX "{index.name}"')
    _run(db, f'ALTER TABLE "{table}" RENAME TO "{table}_before"')


def _renumber_deletions(db: Database) -> None:
    # Undo stores these rows again: they must go to the same owner.
    moved = "SELECT old, new FROM owner_number WHERE old <> new"
    number = dict(db.execute_sql(moved).fetchall())
    found = f"SELECT person_id, id, rows FROM deletion JOIN ({moved}) AS m ON person_id = new"  # noqa: S608 - our own names
    change = "UPDATE deletion SET rows = {0} WHERE person_id = {0} AND id = {0}"
    for person, deletion, rows in db.execute_sql(found).fetchall():
        db.execute_sql(change.format(db.param), (_renumbered(rows, number), person, deletion))


def _renumbered(rows: str, number: dict[int, int]) -> str:
    stored = json.loads(rows)
    for row in _rows_in(stored):
        if "owner" in row:
            row["owner"] = number.get(row["owner"], row["owner"])
    return json.dumps(stored)


def _rows_in(stored: dict[str, Any]) -> Iterable[dict[str, Any]]:
    for _, rows in stored["deleted"]:
        yield from rows
    for _, *rows in stored["changed"]:
        yield from rows


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute_sql(statement)
