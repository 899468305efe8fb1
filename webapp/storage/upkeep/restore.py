"""Putting a backup in the place of a SQLite database."""

import os
import shutil
from itertools import count
from pathlib import Path

from peewee import DatabaseError

from webapp.storage.engine.failures import is_busy
from webapp.storage.upkeep.schema import refuse_newer
from webapp.storage.upkeep.snapshots import (
    Unusable,
    drop_checksums,
    move_into_place,
    open_file,
    temporary_file,
    verify,
)
from webapp.storage.upkeep.usage_lock import InUse, exclusive

KEPT = ".before-restore"
LOGS = ("-wal", "-shm")


def restore(database: Path, backup: Path) -> Path | None:
    """Put `backup` in the place of `database`; returns where the replaced one is kept now.

    At every moment the old or the new one is there and whole. Unusable or InUse: why not, and
    then nothing was changed.
    """
    with exclusive(database), temporary_file(database) as made:
        _copy(backup, made)
        _settle(database)
        kept = _keep(database)
        move_into_place(made, database)
    return kept


def _copy(backup: Path, made: Path) -> None:
    if not backup.is_file():
        raise Unusable(f"There is no file {backup}. Name one that the command backup made.")
    shutil.copyfile(backup, made)
    with open_file(made) as copy:
        verify(copy, backup)
        refuse_newer(copy)
        drop_checksums(copy)
    if os.geteuid() == 0:  # else the server's own user could not write to it
        folder = made.parent.stat()
        os.chown(made, folder.st_uid, folder.st_gid)


def _settle(database: Path) -> None:
    # Takes what is in the log into the file, and fails when anybody else has it open.
    if not database.exists():
        return
    try:
        with open_file(database, patience=0) as replaced:
            replaced.execute_sql("PRAGMA journal_mode = delete")
    except DatabaseError as error:
        if is_busy(error):
            raise InUse(f"{database} is open elsewhere. Close that, then try again.") from None


def _keep(database: Path) -> Path | None:
    kept = _free_name(database)
    for log in LOGS:  # left by a broken or lost one only; beside the new one they would damage it
        left = Path(f"{database}{log}")
        if left.exists():
            left.replace(f"{kept}{log}")
    if not database.exists():
        return None
    try:
        kept.hardlink_to(database)  # so that there is always one at its place
    except OSError:  # a file system without links
        shutil.copy2(database, kept)
    return kept


def _free_name(database: Path) -> Path:
    first = Path(f"{database}{KEPT}")
    names = (first if n == 1 else Path(f"{first}-{n}") for n in count(1))
    return next(name for name in names if not name.exists())
