"""The short form of `make mutants`: some guards, taken out, are noticed; others each time (A8)."""

import subprocess
from pathlib import Path

import pytest

from tests.guards.__main__ import SURVIVORS, chosen, copied, known, survives
from tests.guards.mutants import Mutant
from tests.guards.tables import mutants
from tests.support.processes import ROOT

ALWAYS = ("nosniff", "form-action", 'site == "same-origin" -> return True', "httponly=True")
# Guards that no test notices, without a reason so far, and those that nobody has tried.
OPEN = SURVIVORS.with_name("open.txt")
IN_TURN = 8  # of some 1,200, which take more than an hour


def turn() -> str:
    """Return what stands for this commit."""
    head = ["git", "rev-parse", "HEAD"]
    return subprocess.run(head, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def in_turn() -> list[Mutant]:
    """Return the mutants that are tried for this commit."""
    names = {*known(), *OPEN.read_text().splitlines()}
    tried = [one for one in mutants() if one.name not in names]
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
