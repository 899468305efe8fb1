"""Replacing a SQLite database by a backup."""

import os
import shutil
from itertools import count
from pathlib import Path

from peewee import DatabaseError

from webapp.storage.engine.failures import is_busy
from webapp.storage.upkeep import snapshots, usage_lock
from webapp.storage.upkeep.schema import refuse_newer
from webapp.storage.upkeep.snapshots import Unusable
from webapp.storage.upkeep.usage_lock import InUse

REPLACED = ".before-restore"
LOGS = ("-wal", "-shm")


def restore(database: Path, backup: Path) -> Path | None:
    """Replace `database` by `backup`; return where the replaced one is now, None if there was none.

    At every moment the old or the new one is there and intact. Unusable, InUse: it cannot be
    restored, and nothing was changed.
    """
    with usage_lock.exclusive(database), snapshots.temporary_file(database) as file:
        _copy(backup, file)
        _merge_log(database)
        replaced = _set_aside(database)
        snapshots.move_into_place(file, database)
    return replaced


def marker_in(database: Path, name: str) -> int | None:
    """Return how far something went by the marker in a SQLite file, None if it does not say."""
    if not database.is_file():
        return None
    try:
        with snapshots.open_file(database) as opened:
            found = opened.execute_sql("SELECT value FROM progress_marker WHERE name = ?", (name,))
            row = found.fetchone()
    except DatabaseError:  # broken, or of an earlier version
        return None
    return int(row[0]) if row else None


def _copy(backup: Path, file: Path) -> None:
    if not backup.is_file():
        raise Unusable(f"There is no file {backup}. Name one that the command backup made.")
    shutil.copyfile(backup, file)
    with snapshots.open_file(file) as copy:
        snapshots.verify(copy, backup)
        refuse_newer(copy)
        snapshots.drop_checksums(copy)
    if os.geteuid() == 0:  # or the server's own user could not write to it
        folder = file.parent.stat()
        os.chown(file, folder.st_uid, folder.st_gid)


def _merge_log(database: Path) -> None:
    # Moves SQLite's log into the file; fails if another program has it open.
    if not database.exists():
        return
    try:
        with snapshots.open_file(database, timeout=0) as replaced:
            replaced.execute_sql("PRAGMA journal_mode = delete")
    except DatabaseError as error:
        if is_busy(error):
            raise InUse(f"{database} is open elsewhere. Close that, then try again.") from None


def _set_aside(database: Path) -> Path | None:
    replaced = _free_name(database)
    for log in LOGS:  # only a broken or lost database left them; they would damage the new one
        left = Path(f"{database}{log}")
        if left.exists():
            left.replace(f"{replaced}{log}")
    if not database.exists():
        return None
    try:
        replaced.hardlink_to(database)  # so that there is a database at every moment
    except OSError:  # a file system without links
        shutil.copy2(database, replaced)
    return replaced


def _free_name(database: Path) -> Path:
    first = Path(f"{database}{REPLACED}")
    names = (first if n == 1 else Path(f"{first}-{n}") for n in count(1))
    return next(name for name in names if not name.exists())
