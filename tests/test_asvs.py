"""The tables of OWASP ASVS in docs/security.md: each requirement once, true sums, named tests.

Only the numbers are the standard's; its sentences are not ours to repeat.
"""

import re
from collections import Counter

import pytest

from tests.support.repository.documents import TEST, functions_in, text_of

ROW = re.compile(
    r"^\| (\d+\.\d+\.\d+) \|[^|]+\| (test|not applicable|open|chosen otherwise)\b(.*)\|$",
    re.MULTILINE,
)
SUMS = re.compile(r"Level 1: (\d+) requirements: (\d+) test, (\d+) not applicable, (\d+) open")
STATES = ("test", "not applicable", "open")
LEVEL_1 = """
    1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1
    3.4.1 3.4.2 3.5.1 3.5.2 3.5.3 4.1.1 4.4.1 5.2.1 5.2.2 5.3.1 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3
    6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2
    8.1.1 8.2.1 8.2.2 8.3.1 9.1.1 9.1.2 9.1.3 9.2.1 10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 11.3.1
    11.3.2 11.4.1 12.1.1 12.2.1 12.2.2 13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1
"""
MISSING_OF_LEVEL_2 = """
    1.4.2 2.1.3 2.2.3 2.3.2 2.4.1 3.4.1 5.1.1 6.1.2 6.2.11 6.2.12 6.3.3 6.5.5 7.1.1 7.4.5 7.5.2
    8.4.1 11.1.1 11.1.2 12.3.1 12.3.3 13.1.1 13.2.4 13.2.5 14.1.1 14.1.2 14.2.2 14.3.2 14.3.3
    15.1.2 15.1.3 15.2.2 15.3.7 16.1.1 16.2.1 16.3.1 16.3.2 16.3.3 16.4.3
"""
WANTED = {6: LEVEL_1, 7: MISSING_OF_LEVEL_2}  # by chapter of docs/security.md


def rows(chapter: int) -> list[tuple[str, str, str]]:
    """Return number, state and what is said of each row in a chapter of docs/security.md."""
    text = text_of("security").partition(f"\n## {chapter}. ")[2].partition("\n## ")[0]
    return ROW.findall(text)


@pytest.mark.parametrize("chapter", WANTED)
def test_each_requirement_stands_in_its_table_once(chapter: int) -> None:
    assert [number for number, _, _ in rows(chapter)] == WANTED[chapter].split()


def test_level_1_has_seventy_requirements_and_the_sums_are_those_of_the_table() -> None:
    states = Counter(state for _, state, _ in rows(6))
    told = SUMS.search(text_of("security"))
    assert told
    assert [int(n) for n in told.groups()] == [70, *(states[state] for state in STATES)]


def test_all_of_level_1_is_met_or_does_not_apply_for_a_reason() -> None:
    lacking = [(number, said) for number, state, said in rows(6) if state in STATES[1:]]
    assert [number for number, said in lacking if len(said) < 10] == []
    assert {state for _, state, _ in rows(6)} == {"test", "not applicable"}


@pytest.mark.parametrize("chapter", WANTED)
def test_what_counts_as_tested_names_tests_that_exist(chapter: int) -> None:
    tested = [(number, said) for number, state, said in rows(chapter) if state == "test"]
    assert [number for number, said in tested if not names_a_check(said)] == []
    named = [pair for _, said in tested for pair in TEST.findall(said)]
    assert [pair for pair in named if pair[1] not in functions_in(pair[0])] == []


def names_a_check(said: str) -> bool:
    return bool(TEST.search(said)) or "`make lint`" in said
