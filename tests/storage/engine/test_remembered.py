"""The file beside the database remembers the largest number, whatever happens to it."""

import stat
from pathlib import Path

import pytest

from webapp.storage.engine.remembered import FILE, Remembered


@pytest.fixture
def remembered(tmp_path: Path) -> Remembered:
    """Return a folder that remembers nothing yet."""
    return Remembered(tmp_path)


def test_the_largest_number_of_a_name_counts(remembered: Remembered):
    for name, value in (("windows", 4), ("windows", 5), ("other", 9), ("windows", 3)):
        remembered.note(name, value)
    assert remembered.largest("windows") == 5
    assert remembered.largest("deletions") is None
    lines = (remembered.folder / FILE).read_text()
    assert lines == "windows 4\nwindows 5\nother 9\n"  # what it knows is not written again


def test_what_a_power_cut_left_of_a_line_is_passed_over(remembered: Remembered):
    (remembered.folder / FILE).write_bytes(
        b"windows 4\nwin\xff\nwindows x\nwindows 99 1\nwindows 7"
    )
    assert remembered.largest("windows") == 4
    remembered.note("windows", 5)
    assert remembered.largest("windows") == 7  # the half line is ended, and says more than 5


def test_windows_of_before_the_first_are_remembered_too(remembered: Remembered):
    remembered.note("windows", -2)
    assert remembered.largest("windows") == -2


def test_only_its_owner_reads_it(remembered: Remembered):
    remembered.note("windows", 1)
    assert stat.S_IMODE((remembered.folder / FILE).stat().st_mode) == 0o600
