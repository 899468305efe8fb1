"""Whichever call on the disk fails, a batch is stored as a whole, and once after the retry."""

import pytest

from tests.faults.altered import copy_app
from tests.faults.bugs import BUGS
from tests.faults.calls import play

EVERY = 12  # `python -m tests.faults --calls` takes each


@pytest.fixture(scope="module")
def outcomes():
    return list(play(EVERY))


def test_each_point_was_reached(outcomes):
    assert [outcome.point for outcome in outcomes if not outcome.reached] == []


def test_nothing_acknowledged_is_lost_and_all_is_stored_once(outcomes):
    assert [(outcome.point, outcome.findings) for outcome in outcomes if outcome.findings] == []


def test_a_killed_server_acknowledges_nothing(outcomes):
    assert {outcome.status for outcome in outcomes if outcome.point.fault == "kill"} == {0}


def test_a_disk_that_fails_is_told_or_does_not_matter(outcomes):
    # A log that cannot be carried over into the database file yet loses nothing.
    assert {outcome.status for outcome in outcomes if outcome.point.fault != "kill"} == {200, 507}


def test_half_a_batch_is_noticed(tmp_path):
    (bug,) = (bug for bug in BUGS if bug.name == "the receipt in a transaction of its own")
    outcomes = play(EVERY, root=copy_app(tmp_path, bug.changes))
    assert any(outcome.findings for outcome in outcomes)
