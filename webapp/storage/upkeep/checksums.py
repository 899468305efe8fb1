"""Checksums of tables: equal for equal rows, on every engine and in any order of rows."""

import json
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from peewee import Database

SIZE = 32  # bytes
MODULUS: int = 1 << (8 * SIZE)


def checksums(database: Database) -> dict[str, str]:
    """Return, by table, its number of rows and a checksum of their values as "rows:checksum"."""
    return {table: _checksum(_rows(database, table)) for table in tables_of(database)}


def tables_of(database: Database) -> list[str]:
    """Return the names of the tables in their order, without those that SQLite keeps for itself."""
    return sorted(name for name in database.get_tables() if not name.startswith("sqlite_"))


def _rows(database: Database, table: str) -> Iterable[tuple[Any, ...]]:
    names = sorted(column.name for column in database.get_columns(table))
    quoted = ", ".join(f'"{name}"' for name in names)
    rows: Iterable[tuple[Any, ...]]
    rows = database.execute_sql(f'SELECT {quoted} FROM "{table}"')  # noqa: S608 - our own names
    return rows


def _checksum(rows: Iterable[tuple[Any, ...]]) -> str:
    # The hashes of rows are added up, since engines sort text differently.
    count = total = 0
    for row in rows:
        total += int.from_bytes(blake2b(_canonical(row), digest_size=SIZE).digest())
        count += 1
    return f"{count}:{total % MODULUS:0{2 * SIZE}x}"


def _canonical(row: tuple[Any, ...]) -> bytes:
    values = [int(value) if isinstance(value, bool) else value for value in row]  # SQLite has 0, 1
    return json.dumps(values, default=_plain, separators=(",", ":")).encode()


def _plain(value: Any) -> str:
    # Bytes and timestamps, which JSON does not have.
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)
