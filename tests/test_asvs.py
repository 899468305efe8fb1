"""The table of OWASP ASVS in docs/security.md: each requirement once, true sums, named tests."""

import re
from collections import Counter

from tests.support.repository.documents import TEST, text_of

ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \|[^|]+\| (test|not applicable|open)\b(.*)\|$", re.MULTILINE)
SUMS = re.compile(r"Level 1: (\d+) requirements: (\d+) test, (\d+) not applicable, (\d+) open")
LEVEL_1 = 70  # requirements of ASVS 5.0.0
STATES = ("test", "not applicable", "open")


def test_each_requirement_stands_in_the_table_once() -> None:
    numbers = [number for number, _, _ in ROW.findall(text_of("security"))]
    assert len(numbers) == len(set(numbers)) == LEVEL_1


def test_the_sums_are_those_of_the_table() -> None:
    text = text_of("security")
    states = Counter(state for _, state, _ in ROW.findall(text))
    told = SUMS.search(text)
    assert told
    assert [int(n) for n in told.groups()] == [LEVEL_1, *(states[state] for state in STATES)]


def test_what_counts_as_tested_names_a_test() -> None:
    rows = ROW.findall(text_of("security"))
    tested = [(number, said) for number, state, said in rows if state == "test"]
    assert [number for number, said in tested if not names_a_check(said)] == []


def names_a_check(said: str) -> bool:
    return bool(TEST.search(said)) or "`make lint`" in said
