"""The short form of `make mutants`: some guards, taken out, are noticed (A8)."""

import pytest

from tests.guards.__main__ import SURVIVORS, copied, survives
from tests.guards.mutants import Mutant, mutants

SHORT = (  # one of each kind; the whole list takes a quarter of an hour and more
    "nosniff",
    "form-action",
    'return site == "same-origin"',
    "httponly=True",
)


@pytest.mark.parametrize("words", SHORT)
def test_a_guard_that_is_taken_out_is_noticed(words: str, tmp_path) -> None:
    one = next(mutant for mutant in mutants() if words in mutant.name)
    copied(tmp_path)
    assert not survives(one, tmp_path)


def test_what_is_written_down_is_a_guard_still() -> None:
    known = [line.partition(" # ") for line in SURVIVORS.read_text().splitlines()]
    names = {mutant.name for mutant in mutants()}
    assert [name for name, _, reason in known if name not in names or not reason] == []


def test_a_mutant_is_the_file_without_the_guard() -> None:
    one = next(mutants())
    assert isinstance(one, Mutant)
    assert "(1 == 1)" in one.text
