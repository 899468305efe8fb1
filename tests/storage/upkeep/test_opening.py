"""Opening a database for a while."""

from pathlib import Path

from tests.support.aside import open_at
from webapp.storage.engine.database import database


def test_after_an_update_nothing_keeps_the_log_from_being_moved_into_the_file(
    tmp_path: Path,
) -> None:
    with open_at(tmp_path / "smallwins.db"):
        (busy, *_) = database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert busy == 0
