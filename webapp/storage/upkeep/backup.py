"""Copying a SQLite database while it is being written to."""

from pathlib import Path

from webapp.storage.upkeep.copies import Unusable, note, opened, put_in_place, trust, unfinished
from webapp.storage.upkeep.digests import digests

STEP = 256  # pages; between steps the writers get the disk


def back_up(database: Path, to: Path) -> dict[str, str]:
    """Copy `database` to the new file `to`, for its owner only; returns the digest of each table.

    It may be written to meanwhile: the copy shows one moment, and nobody waits for it. `to` is
    there only once it was read back and found equal. Unusable: why not.
    """
    _refuse(database, to)
    with unfinished(to) as made:
        held = _copy(database, made)
        with opened(made) as copy:
            if trust(copy, made) != held:
                raise Unusable(f"The copy of {database} differs from it. Try again.")
        put_in_place(made, to)
    return held


def _refuse(database: Path, to: Path) -> None:
    if not database.exists():
        raise Unusable(f"There is no database at {database}. Name its folder in SMALLWINS_DATA.")
    if to.exists():
        raise Unusable(f"{to} is there already. Name a new file, or delete that one first.")
    if not to.parent.is_dir():
        raise Unusable(f"There is no folder {to.parent}. Make it, or name another file.")


def _copy(database: Path, made: Path) -> dict[str, str]:
    with opened(database) as source, opened(made) as copy:
        with source.atomic("DEFERRED"):
            held = digests(source)  # the first read; it decides which moment the copy shows
            # Inside this transaction, writers do not make SQLite start over with every step.
            source.connection().backup(copy.connection(), pages=STEP)
        copy.execute_sql("PRAGMA journal_mode = delete")  # one file, with no log beside it
        note(copy, held)
    return held
