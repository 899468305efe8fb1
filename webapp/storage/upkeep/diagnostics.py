"""Checks of a database and its folder, for what an operator should correct."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from peewee import SqliteDatabase

from webapp.storage.engine.database import connection, database, open_database
from webapp.storage.engine.sqlite import WAL_RESET_BUG_FIXED
from webapp.storage.upkeep.advice import advice_on
from webapp.storage.upkeep.opening import sqlite_file
from webapp.storage.upkeep.schema import pending, refuse_newer
from webapp.storage.upkeep.snapshots import find_damage

LEAST_FREE = 200 * 1024 * 1024  # bytes; and twice the size of the database, for a backup
Finding = str | None  # a sentence that says what to do; None: nothing is wrong


def diagnose(data: Path, url: str) -> Iterator[tuple[str, Finding]]:
    """Yield the name of each check and its finding; url: the DATABASE_URL."""
    file = sqlite_file(url)
    yield "data folder", _check_rights(data)
    yield "free disk", _check_space(data, file)
    if file and not file.exists():
        yield "database", f"There is none at {file} yet. Start the server once."
        return
    open_database(url)
    for name, check in CHECKS:
        yield name, _finding_of(check)
    database.close_all()


def _check_rights(data: Path) -> Finding:
    if stat.S_IMODE(data.stat().st_mode) & 0o077:
        return f"Others may look into {data}. Run: chmod 700 {data}"
    for path in (data, *data.iterdir()):
        if path.stat().st_uid != os.geteuid():
            return f"{path} belongs to another user. Run this as the user who runs the server."
    return None


def _check_space(data: Path, file: Path | None) -> Finding:
    size = file.stat().st_size if file and file.exists() else 0
    free = shutil.disk_usage(data).free
    if free < max(LEAST_FREE, 2 * size):
        return f"Only {free // 2**20} MB are free at {data}. Make room."
    return None


def _finding_of(check: Callable[[], Finding]) -> Finding:
    try:
        with connection():
            return check()
    except Exception as error:
        return advice_on(error) or f"It could not be checked ({type(error).__name__})."


def _check_answer() -> Finding:
    database.execute_sql("SELECT 1")
    return None


def _check_driver() -> Finding:
    version = SqliteDatabase.server_version
    if _is_sqlite() and version < WAL_RESET_BUG_FIXED:
        written = ".".join(map(str, version))
        return f"SQLite {written} can corrupt a database under load. Install pysqlite3."
    return None


def _check_rows() -> Finding:
    faults = find_damage(database.obj) if _is_sqlite() else []
    return f"{len(faults)} faults, the first: {faults[0]}. Restore a backup." if faults else None


def _check_schema() -> Finding:
    refuse_newer(database.obj)
    missing = pending(database.obj)
    return f"{len(missing)} migrations are due. Start the server once." if missing else None


def _is_sqlite() -> bool:
    return isinstance(database.obj, SqliteDatabase)


CHECKS = (
    ("database", _check_answer),
    ("version of SQLite", _check_driver),
    ("rows and pages", _check_rows),
    ("migrations", _check_schema),
)
