"""Spread the tables of a PostgreSQL over partitions, by the number of their rows' owners.

A sharded PostgreSQL wants the same keys as one with partitions, and refuses the same others. People
and owners stay whole: every reference leads to them, and addresses are unique among all.
"""

from peewee import Database

from tests.support.owners.scopes import name_of
from webapp.storage.account.people import Owner, Person
from webapp.storage.upkeep.models import WHOSE

PARTS = 4
# What makes its keys, references and indexes; LIKE copies the rest.
BELONGINGS = """
    SELECT format('ALTER TABLE %%I ADD CONSTRAINT %%I %%s', conrelid::regclass, conname,
        pg_get_constraintdef(oid))
    FROM pg_constraint WHERE conrelid = %s::regclass AND contype IN ('p', 'u', 'f')
    UNION ALL
    SELECT indexdef FROM pg_indexes WHERE tablename = %s AND indexname NOT IN (
        SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass)
"""


def spread_by_owner(opened: Database) -> None:
    """Put every table that is keyed by an owner into partitions by hash; they must be empty."""
    with opened.connection_context(), opened.atomic():
        for model, whose in WHOSE.items():
            if model not in (Person, Owner):
                _spread(opened, name_of(model), whose.column_name)


def _spread(opened: Database, table: str, whose: str) -> None:
    belongings = opened.execute_sql(BELONGINGS, (table, table, table)).fetchall()
    statements = [
        f'ALTER TABLE "{table}" RENAME TO "{table}_whole"',
        f'CREATE TABLE "{table}" (LIKE "{table}_whole" INCLUDING DEFAULTS INCLUDING CONSTRAINTS)'
        f" PARTITION BY HASH ({whose})",
        f'DROP TABLE "{table}_whole"',
        *(
            f'CREATE TABLE "{table}_{part}" PARTITION OF "{table}"'
            f" FOR VALUES WITH (MODULUS {PARTS}, REMAINDER {part})"
            for part in range(PARTS)
        ),
        *(statement for (statement,) in belongings),
    ]
    for statement in statements:
        opened.execute_sql(statement)
