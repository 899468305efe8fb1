"""What the documents name exists: tests, paths, commands, numbers, decisions."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.support.repository.documents import (
    DOCS,
    LINK,
    MODULE,
    NUMBER,
    ROOT,
    TEST,
    defined_in,
    functions_in,
    has_module,
    leads,
    paths_in,
    shown,
    targets_in,
    text_of,
    written,
)

README = ROOT / "README.md"
SECURITY = ROOT / "docs/security.md"
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
RECORDS = ROOT / "docs/decisions"
DECISIONS = sorted(RECORDS.rglob("[0-9]*.md"), key=lambda page: page.name)
TITLE = re.compile(
    r"# (\d+)\. (.+)\n\n(20\d\d-\d\d-\d\d), (accepted(?:, amended by \d+)*|replaced by \d+)\n"
)


@pytest.mark.parametrize("doc", DOCS, ids=shown)
def test_every_test_that_is_named_exists(doc: Path) -> None:
    named = TEST.findall(doc.read_text())
    assert [f"{path}::{test}" for path, test in named if test not in functions_in(path)] == []


@pytest.mark.parametrize("doc", DOCS, ids=shown)
def test_every_path_that_is_named_exists(doc: Path) -> None:
    assert [path for path in paths_in(doc.read_text()) if not any(ROOT.glob(path))] == []


@pytest.mark.parametrize("doc", DOCS, ids=shown)
def test_every_command_that_is_named_exists(doc: Path) -> None:
    text = doc.read_text()
    assert targets_in(text) - TARGETS == set()
    assert [module for module in MODULE.findall(text) if not has_module(module)] == []


@pytest.mark.parametrize("doc", DOCS, ids=shown)
def test_every_link_leads_somewhere(doc: Path) -> None:
    links = LINK.findall(doc.read_text())
    assert [f"{path}#{part}" for path, part in links if not leads(doc, path, part)] == []


def test_every_picture_of_the_readme_is_there_and_said_in_words() -> None:
    pictures = re.findall(
        r'<img src="([^"]+)" width="\d+" alt="[^"]+">', text := README.read_text()
    )
    assert len(pictures) == text.count("<img") >= 2
    assert [path for path in pictures if not (ROOT / path).is_file()] == []
    assert sum((ROOT / path).stat().st_size for path in pictures) < 250_000


@pytest.mark.parametrize("page", ["requirements", "measures"])
def test_a_number_is_defined_once(page: str) -> None:
    numbers = Counter(defined_in(text_of(page)))
    assert len(numbers) > 30
    assert [number for number, times in numbers.items() if times > 1] == []


def test_every_number_that_is_named_is_defined() -> None:
    defined = {n for page in ("requirements", "measures") for n in defined_in(text_of(page))}
    named = {n: file for file in written() for n in NUMBER.findall(file.read_text())}
    assert {n: shown(file) for n, file in named.items() if n not in defined} == {}
    assert len(named) > 80


def test_a_requirement_that_is_partly_built_says_what_is_missing() -> None:
    partly = [entry for entry in text_of("requirements").split("\n- **") if "** (partly)" in entry]
    assert [entry[:4] for entry in partly if "\n  State: " not in entry] == []


def test_the_index_of_decisions_has_each_with_its_title_date_and_status() -> None:
    index = (RECORDS / "README.md").read_text()
    assert re.findall(r"^\| \d.*$", index, re.MULTILINE) == [row_of(page) for page in DECISIONS]


def row_of(decision: Path) -> str:
    """Return the row of a decision in the index, made from the first lines of its page."""
    found = TITLE.match(decision.read_text())
    assert found, f"{decision.name}: # N. title, then a line with date and status"
    number, title, date, status = found.groups()
    assert decision.name.startswith(f"{int(number):04}-")
    return f"| {number} | [{title}]({decision.relative_to(RECORDS)}) | {date} | {status} |"


def test_paths_are_found_in_backticks_also_shortened_or_with_a_blank_to_fill_in() -> None:
    text = "`rules/none.py` `tests/n.py::test_x` `other/x` `web/<noun>.py`"
    assert list(paths_in(text)) == ["webapp/rules/none.py", "tests/n.py", "webapp/web"]


def test_numbers_are_told_from_times_and_codes() -> None:
    assert NUMBER.findall("(R13, A5) at T12:30, {day}T09, S602, R8a") == ["R13", "A5", "R8a"]


def test_what_is_missing_is_noticed() -> None:
    assert not any(ROOT.glob("webapp/rules/none.py"))
    assert functions_in("tests/none.py") == set()
    assert "test_what_is_missing_is_noticed" in functions_in("tests/test_docs.py")
    assert not leads(SECURITY, "none.md", "")
    assert not leads(SECURITY, "", "no-such-heading")
    assert targets_in("`make none`\n    make run x # x\nwe make up") == {"none", "run", "x"}
    assert (has_module("bench.rates"), has_module("bench.none")) == (True, False)
