"""Every guard is listed (tests/guards), or has a reason why it is none or may survive (A8)."""

import pytest

from tests.guards.__main__ import SURVIVORS, known
from tests.guards.candidates import candidates, line_at
from tests.guards.tables import guards, mutants
from tests.support.processes import ROOT

pytestmark = pytest.mark.long

UNTOLD = SURVIVORS.with_name("untold.txt")


def test_what_is_written_down_is_a_guard_still() -> None:
    names = {mutant.name for mutant in mutants()}
    assert [name for name, reason in known().items() if name not in names or not reason] == []


def test_every_guard_has_a_text_that_is_there() -> None:
    assert [guard.pattern for guard in guards() if not any(guard.mutants())] == []


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
