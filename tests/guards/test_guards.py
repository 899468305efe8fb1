"""The short form of `make mutants`: some guards, taken out, are noticed; others each time (A8)."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.guards.__main__ import SURVIVORS, chosen, copied, survives
from tests.guards.candidates import candidates, line_at
from tests.guards.mutants import Mutant
from tests.guards.tables import mutants
from tests.support.processes import ROOT

ALWAYS = ("nosniff", "form-action", 'site == "same-origin" -> return True', "httponly=True")
UNTOLD = SURVIVORS.with_name("untold.txt")
QUERIES = re.compile("webapp/(storage|domain)/")  # test_no_interference.py is long for CI
IN_TURN = 8  # of some 700, which take an hour and more


def turn() -> str:
    """Return what stands for this commit."""
    head = ["git", "rev-parse", "HEAD"]
    return subprocess.run(head, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def known(path: Path = SURVIVORS) -> dict[str, str]:
    """Return the reasons that are written down, by the name of the mutant or the line."""
    lines = [line.partition(" # ") for line in path.read_text().splitlines()]
    return {name: reason for name, _, reason in lines}


def in_turn() -> list[Mutant]:
    """Return the mutants that are tried for this commit."""
    names = known()
    tried = [one for one in mutants() if one.name not in names and not QUERIES.match(one.file)]
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


def test_what_is_written_down_is_a_guard_still() -> None:
    names = {mutant.name for mutant in mutants()}
    assert [name for name, reason in known().items() if name not in names or not reason] == []


def lines_taken_out() -> set[str]:
    """Return each line, with its file, that a mutant changes."""
    lines = set()
    for one in mutants():
        start = one.before.rfind("\n", 0, one.span[0]) + 1
        end = max(one.before.find("\n", one.span[1] - 1), one.span[1])
        lines |= {f"{one.file}: {line.strip()}" for line in one.before[start:end].split("\n")}
    return lines


def test_what_reads_like_a_guard_is_one_or_has_a_reason() -> None:
    places = list(candidates())
    texts = {file: (ROOT / file).read_text() for file, _ in places}
    found = {f"{file}: {line_at(texts[file], place).strip()}" for file, place in places}
    assert len(found) > 300
    untold = known(UNTOLD)
    assert sorted(found - lines_taken_out() - set(untold)) == []
    assert [line for line in untold if line not in found or not untold[line]] == []
