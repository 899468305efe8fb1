"""The harness catches bugs that are put in on purpose, each within nine seeds."""

import pytest

from tests.faults.altered import Replacement, copy_app
from tests.faults.mutants import ALL, hunt_all


@pytest.fixture(scope="module")
def caught():
    return {bug.name: report for bug, report in hunt_all()}


@pytest.mark.parametrize("name", [bug.name for bug in ALL])
def test_a_bug_is_caught(caught, name):
    assert caught[name] is not None


@pytest.mark.parametrize("old", ["no such words", "import"])
def test_a_bug_that_does_not_fit_is_no_bug(tmp_path, old):
    with pytest.raises(ValueError, match="not once"):
        copy_app(tmp_path, [Replacement("webapp/domain/outbox/outbox.py", old, "")])
