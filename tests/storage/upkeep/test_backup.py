"""A backup shows one moment, is intact, and restores exactly what there was."""

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.aside import open_at
from tests.support.busy import backup_under_writes
from tests.support.make import make_person, rating, win
from tests.support.processes import ROOT
from webapp.storage.account.people import Person
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import database
from webapp.storage.upkeep.backup import back_up
from webapp.storage.upkeep.checksums import checksums
from webapp.storage.upkeep.restore import restore
from webapp.storage.upkeep.schema import Newer
from webapp.storage.upkeep.snapshots import CHECKSUM_TABLE, Unusable, open_file
from webapp.storage.upkeep.usage_lock import InUse

pytestmark = pytest.mark.long


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a database in which Ana has two wins and a rating."""
    path = tmp_path / "var" / "smallwins.db"
    with open_at(path):
        make_person("Ana").sends(win("Größe, 🎉"), win(), rating(7))
    return path


@pytest.fixture
def backup(file: Path) -> Path:
    """Return a backup of it."""
    back_up(file, file.with_name("backup.db"))
    return file.with_name("backup.db")


def held(path: Path) -> dict[str, str]:
    with open_file(path) as read:
        return checksums(read)


def said(path: Path, sql: str) -> list[tuple]:
    with open_file(path) as read:
        return read.execute_sql(sql).fetchall()


def test_a_backup_holds_what_the_database_does_and_is_its_owners_only(file, backup):
    assert {**held(backup), CHECKSUM_TABLE: ""} == {**held(file), CHECKSUM_TABLE: ""}
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert sorted(path.name for path in file.parent.iterdir() if "backup" in path.name) == [
        "backup.db"
    ]


@pytest.mark.long
def test_a_backup_while_many_write_shows_one_moment(tmp_path, capsys):
    seen = backup_under_writes(tmp_path)
    with capsys.disabled():  # F6 is at most 100 ms; `make bench` holds against it
        sys.stdout.write(f" {seen.writes} writes, the longest took {seen.longest:.0f} ms ")
    alone = "SELECT id FROM {} EXCEPT SELECT id FROM {}"
    for made in seen.backups:
        assert said(made, alone.format("receipt", "win")) == []
        assert said(made, alone.format("win", "receipt")) == []
        assert said(made, "SELECT id FROM person WHERE rev NOT IN (SELECT count(*) + 1 FROM win "
                          "WHERE person_id = person.id) AND name <> 'Ana'") == []  # fmt: skip
        assert set(seen.first_wins) <= {row[0] for row in said(made, "SELECT id FROM win")}


def test_restoring_brings_back_the_moment_of_the_backup(file, backup):
    before = held(file)
    with open_at(file):
        make_person("Ben").sends(win("Too late"))
    kept = restore(file, backup)
    assert held(file) == before
    assert said(kept, "SELECT count(*) FROM win") == [(3,)]
    assert (kept.name, stat.S_IMODE(file.stat().st_mode)) == ("smallwins.db.before-restore", 0o600)


def test_what_was_restored_can_be_used_and_saved_again(file, backup):
    restore(file, backup)
    with open_at(file):
        assert Win.select().count() == 2
        make_person("Ben").sends(win())
    back_up(file, file.with_name("again.db"))


def test_each_restore_keeps_what_it_replaced(file, backup):
    first, second = restore(file, backup), restore(file, backup)
    assert first != second
    assert held(first) == held(second)


def test_a_lost_database_is_restored_too_and_its_old_log_spoils_nothing(file, backup):
    before = held(file)
    file.unlink()
    file.with_name("smallwins.db-wal").write_bytes(b"what was left of its log")
    assert restore(file, backup) is None
    assert held(file) == before


def test_a_broken_database_is_set_aside_unchanged(file, backup):
    file.write_bytes(b"no database at all")
    kept = restore(file, backup)
    assert kept.read_bytes() == b"no database at all"
    assert said(file, "SELECT count(*) FROM win") == [(2,)]


def test_a_database_in_use_is_not_replaced(file, backup):
    with open_at(file), pytest.raises(InUse, match="Stop the server"):
        restore(file, backup)


def test_a_database_that_another_program_has_open_is_not_replaced(file, backup):
    with open_at(file):
        make_person("Ben")
    with open_file(file) as elsewhere:
        elsewhere.execute_sql("PRAGMA journal_mode = wal")
        elsewhere.execute_sql("SELECT count(*) FROM win")
        with pytest.raises(InUse, match="open elsewhere"):
            restore(file, backup)


def test_a_backup_whose_pages_were_damaged_is_refused(file, backup):
    damaged = bytearray(backup.read_bytes())
    damaged[4096 * 3 : 4096 * 6] = bytes(4096 * 3)
    backup.write_bytes(damaged)
    before = held(file)
    with pytest.raises(Unusable, match="broken"):
        restore(file, backup)
    assert held(file) == before


def test_a_changed_word_is_noticed(file, backup):
    with open_file(backup) as changed:
        changed.execute_sql("UPDATE win SET what = 'Something else'")
    with pytest.raises(Unusable, match="broken"):
        restore(file, backup)


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + b"?" * 5000])
def test_another_file_is_refused(file, tmp_path, content):
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(Unusable, match=r"not made by the command backup|is broken"):
        restore(file, tmp_path / "other")


def test_half_a_backup_is_refused(file, backup):
    backup.write_bytes(backup.read_bytes()[:20_000])
    with pytest.raises(Unusable, match="broken"):
        restore(file, backup)


def test_a_backup_of_a_newer_version_is_refused(file):
    with open_file(file) as newer:
        newer.execute_sql("INSERT INTO schema_migration (name, applied) VALUES ('9999_x', 'now')")
    back_up(file, file.with_name("newer.db"))
    with pytest.raises(Newer, match="Update Small Wins"):
        restore(file, file.with_name("newer.db"))


def test_a_database_of_a_newer_version_is_not_opened(file):
    with open_file(file) as newer:
        newer.execute_sql("INSERT INTO schema_migration (name, applied) VALUES ('9999_x', 'now')")
    with pytest.raises(Newer, match="9999_x"), open_at(file):
        pass


def test_no_file_is_overwritten_and_no_database_is_created(file, backup, tmp_path):
    with pytest.raises(Unusable, match="is there already"):
        back_up(file, backup)
    with pytest.raises(Unusable, match="no database"):
        back_up(tmp_path / "none.db", tmp_path / "copy.db")
    with pytest.raises(Unusable, match="no folder"):
        back_up(file, tmp_path / "nowhere" / "copy.db")
    assert not (tmp_path / "none.db").exists()


def test_a_disk_that_gets_full_leaves_no_half_backup(file, tmp_path):
    script = "import sys; from webapp.__main__ import main; sys.exit(main())"
    to = tmp_path / "copies"
    to.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", script, "backup", str(to / "full.db")],
        cwd=ROOT,
        env={**os.environ, "SMALLWINS_DATA": str(file.parent)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000)),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, list(to.iterdir())) == (1, [])
    assert done.stderr == "The disk is full. Make room, then try again; nothing was lost.\n"


def test_what_a_killed_command_left_does_no_harm(file, backup):
    file.with_name(".smallwins.db.unfinished").write_bytes(b"half")
    restore(file, backup)
    assert not file.with_name(".smallwins.db.unfinished").exists()


def test_tables_with_equal_rows_have_equal_digests_whatever_their_order(file, tmp_path):
    other = tmp_path / "other.db"
    with open_at(other):
        pass
    with open_file(file) as one, open_file(other) as two:
        for row in reversed(one.execute_sql("SELECT * FROM person").fetchall()):
            marks = ", ".join("?" * len(row))
            two.execute_sql(f"INSERT INTO person VALUES ({marks})", row)
        assert checksums(one)["person"] == checksums(two)["person"]
        assert checksums(one)["win"] != checksums(two)["win"]


def test_the_models_are_bound_to_the_database_they_were(file):
    before = database.obj
    with open_at(file):
        assert Person.select().count() == 1
    assert database.obj is before
