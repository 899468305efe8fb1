"""Commands about the database: copies, other engines, checks."""

import os
from contextlib import suppress
from pathlib import Path

from webapp.cli.terminal import Failed, Given
from webapp.config import Settings, read_settings
from webapp.domain.outbox.rebuild import rebuild
from webapp.domain.teams.publishing import note_last_published
from webapp.storage.upkeep.backup import back_up
from webapp.storage.upkeep.diagnostics import diagnose
from webapp.storage.upkeep.opening import open_while, sqlite_file
from webapp.storage.upkeep.restore import restore
from webapp.storage.upkeep.transfer import transfer


def run_backup(given: Given) -> None:
    """Copy the database to a new file; also while the server runs."""
    with suppress(OSError):  # not every user may
        os.nice(10)  # people who tap come first
    checksums = back_up(_own_file(read_settings()), given.file.absolute())
    print(f"{given.file} holds {_size(checksums)}. It was read back and is intact.")


def run_restore(given: Given) -> None:
    """Replace the database by a backup; the server must be stopped."""
    settings = read_settings()
    file = _own_file(settings)
    note_last_published(file, settings.data)  # the backup may not know it
    replaced = restore(file, given.file.absolute())
    before = f" The database before it is {replaced}." if replaced else ""
    print(f"{given.file} is restored.{before}")


def run_transfer(given: Given) -> None:
    """Copy everything from one database to an empty one, of either engine; servers stopped."""
    checksums = transfer(given.from_url, given.to_url)
    print(
        f"{_size(checksums)} were copied and compared: both hold the same."
        " Set DATABASE_URL to the second and start the server."
    )


def run_rebuild(_: Given) -> None:
    """Compute again which wins count and what they name; also while the server runs."""
    with open_while(read_settings().database_url):
        wins, differed = rebuild()
    print(f"{wins} wins were checked; {differed} things differed and are corrected.")


def run_check(_: Given) -> None:
    """Check settings, data folder and database, and say what to correct."""
    settings = read_settings()
    wrong = 0
    for name, finding in diagnose(settings.data, settings.database_url):
        wrong += finding is not None
        print(f"{name}: {finding or 'good'}")
    if wrong:
        raise Failed("Correct what is listed above.")


def _size(checksums: dict[str, str]) -> str:
    rows = sum(int(checksum.partition(":")[0]) for checksum in checksums.values())
    return f"{rows} rows in {len(checksums)} tables"


def _own_file(settings: Settings) -> Path:
    file = sqlite_file(settings.database_url)
    if file is None:
        raise Failed("For PostgreSQL use pg_dump and pg_restore; docs/operate.md has the lines.")
    return file
