"""The short form of `make mutants`: some guards, taken out, are noticed; others each time (A8)."""

import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.guards.__main__ import chosen, copied, known, survives
from tests.guards.mutants import Mutant
from tests.guards.tables import mutants
from tests.support.processes import ROOT

pytestmark = pytest.mark.long
ALWAYS = ("nosniff", "form-action", 'site == "same-origin" -> return True', "httponly=True")
IN_TURN = 8  # of some 1,200, which take more than an hour


def turn() -> str:
    """Return what stands for this commit."""
    head = ["git", "rev-parse", "HEAD"]
    return subprocess.run(head, cwd=ROOT, capture_output=True, text=True, check=False).stdout


@cache
def in_turn() -> list[Mutant]:
    """Return the mutants that are tried for this commit."""
    written_down = known()
    tried = [one for one in mutants() if one.name not in written_down]
    return chosen(tried, IN_TURN, turn())


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the app."""
    root = tmp_path_factory.mktemp("guards")
    copied(root)
    return root


@pytest.mark.parametrize("words", ALWAYS)
def test_a_guard_that_is_taken_out_is_noticed(words: str, root: Path) -> None:
    one = next(mutant for mutant in mutants() if words in mutant.name)
    assert not survives(one, root)


@pytest.mark.parametrize("nth", range(IN_TURN))
def test_so_are_others_in_turn(nth: int, root: Path) -> None:
    one = in_turn()[nth]
    assert not survives(one, root), one.name
