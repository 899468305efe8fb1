"""Backing up a SQLite database while it is in use."""

from pathlib import Path

from webapp.storage.upkeep import snapshots
from webapp.storage.upkeep.checksums import checksums
from webapp.storage.upkeep.snapshots import Unusable

STEP = 256  # pages; between steps the writers get the disk


def back_up(database: Path, to: Path) -> dict[str, str]:
    """Copy `database` to the new file `to`, for its owner only; return the checksum of each table.

    It may be written to meanwhile: the copy shows one moment, and no writer waits for it. `to`
    exists only after the copy was read back and compared. Unusable: the backup cannot be made.
    """
    _refuse(database, to)
    with snapshots.temporary_file(to) as file:
        expected = _copy(database, file)
        with snapshots.open_file(file) as copy:
            if snapshots.verify(copy, file) != expected:
                raise Unusable(f"The copy of {database} differs from it. Try again.")
        snapshots.move_into_place(file, to)
    return expected


def _refuse(database: Path, to: Path) -> None:
    if not database.exists():
        raise Unusable(f"There is no database at {database}. Name its folder in SMALLWINS_DATA.")
    if to.exists():
        raise Unusable(f"{to} is there already. Name a new file, or delete that one first.")
    if not to.parent.is_dir():
        raise Unusable(f"There is no folder {to.parent}. Make it, or name another file.")


def _copy(database: Path, file: Path) -> dict[str, str]:
    with snapshots.open_file(database) as source, snapshots.open_file(file) as copy:
        with source.atomic("DEFERRED"):
            expected = checksums(source)  # the first read decides which moment the copy shows
            # Outside this transaction, each write would make SQLite start the copy again.
            source.connection().backup(copy.connection(), pages=STEP)
        copy.execute_sql("PRAGMA journal_mode = delete")  # one file, without a log
        snapshots.store_checksums(copy, expected)
    return expected
