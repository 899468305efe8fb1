"""Copying a SQLite database while it is being written to."""

from pathlib import Path

from webapp.storage.upkeep.checksums import checksums
from webapp.storage.upkeep.snapshots import (
    Unusable,
    move_into_place,
    open_file,
    store_checksums,
    temporary_file,
    verify,
)

STEP = 256  # pages; between steps the writers get the disk


def back_up(database: Path, to: Path) -> dict[str, str]:
    """Copy `database` to the new file `to`, for its owner only; returns the checksum of each table.

    It may be written to meanwhile: the copy shows one moment, and nobody waits for it. `to` is
    there only once it was read back and found equal. Unusable: why not.
    """
    _refuse(database, to)
    with temporary_file(to) as made:
        held = _copy(database, made)
        with open_file(made) as copy:
            if verify(copy, made) != held:
                raise Unusable(f"The copy of {database} differs from it. Try again.")
        move_into_place(made, to)
    return held


def _refuse(database: Path, to: Path) -> None:
    if not database.exists():
        raise Unusable(f"There is no database at {database}. Name its folder in SMALLWINS_DATA.")
    if to.exists():
        raise Unusable(f"{to} is there already. Name a new file, or delete that one first.")
    if not to.parent.is_dir():
        raise Unusable(f"There is no folder {to.parent}. Make it, or name another file.")


def _copy(database: Path, made: Path) -> dict[str, str]:
    with open_file(database) as source, open_file(made) as copy:
        with source.atomic("DEFERRED"):
            held = checksums(source)  # the first read; it decides which moment the copy shows
            # Inside this transaction, writers do not make SQLite start over with every step.
            source.connection().backup(copy.connection(), pages=STEP)
        copy.execute_sql("PRAGMA journal_mode = delete")  # one file, with no log beside it
        store_checksums(copy, held)
    return held
