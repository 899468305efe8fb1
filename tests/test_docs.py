"""What the docs name is there: tests, paths, and the sums of the security table."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCS = sorted((ROOT / "docs").rglob("*.md"))
SECURITY = ROOT / "docs/security.md"

OURS = ("webapp/", "static/", "templates/", "tests/", "tools/", "deploy/", "docs/")
MADE = ("static/build/",)  # by `make build`, under other names each time
TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
TICKED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]*)#?([^)\s]*)\)")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \|[^|]+\| (test|not applicable|open)\b(.*)\|$", re.MULTILINE)
SUMS = re.compile(r"Level 1: (\d+) requirements: (\d+) test, (\d+) not applicable, (\d+) open")
LEVEL_1 = 70  # requirements of ASVS 5.0.0


def shown(doc: Path) -> str:
    return str(doc.relative_to(ROOT))


@pytest.mark.parametrize("doc", DOCS, ids=shown)
def test_every_test_that_is_named_exists(doc: Path) -> None:
    named = TEST.findall(doc.read_text())
    assert [f"{path}::{test}" for path, test in named if test not in functions_in(path)] == []


@pytest.mark.parametrize("doc", DOCS, ids=shown)
def test_every_path_that_is_named_exists(doc: Path) -> None:
    assert [path for path in paths_in(doc.read_text()) if not any(ROOT.glob(path))] == []


@pytest.mark.parametrize("doc", DOCS, ids=shown)
def test_every_link_leads_somewhere(doc: Path) -> None:
    links = LINK.findall(doc.read_text())
    assert [f"{path}#{part}" for path, part in links if not leads(doc, path, part)] == []


def test_what_is_missing_is_noticed() -> None:
    assert list(paths_in("`webapp/none.py` `tests/none.py::test_x` `other/x`")) == [
        "webapp/none.py",
        "tests/none.py",
    ]
    assert not any(ROOT.glob("webapp/none.py"))
    assert functions_in("tests/none.py") == set()
    assert "test_what_is_missing_is_noticed" in functions_in("tests/test_docs.py")
    assert not leads(SECURITY, "none.md", "")
    assert not leads(SECURITY, "", "no-such-heading")


def test_each_requirement_stands_in_the_table_once() -> None:
    numbers = [number for number, _, _ in ROW.findall(SECURITY.read_text())]
    assert len(numbers) == len(set(numbers)) == LEVEL_1


def test_the_sums_are_those_of_the_table() -> None:
    text = SECURITY.read_text()
    states = Counter(state for _, state, _ in ROW.findall(text))
    told = SUMS.search(text)
    assert told
    assert [int(n) for n in told.groups()] == [LEVEL_1, *(states[state] for state in STATES)]


def test_what_counts_as_tested_names_a_test() -> None:
    rows = ROW.findall(SECURITY.read_text())
    tested = [(number, said) for number, state, said in rows if state == "test"]
    assert [number for number, said in tested if not names_a_check(said)] == []


STATES = ("test", "not applicable", "open")


def names_a_check(said: str) -> bool:
    return bool(TEST.search(said)) or "`make lint`" in said


def functions_in(path: str) -> set[str]:
    """The names of the test functions in the file at `path`; none when there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return set()
    nodes = ast.walk(ast.parse(file.read_text()))
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


def paths_in(text: str) -> Iterator[str]:
    """The paths of this repository that `text` names in backticks, as patterns for glob."""
    for ticked in TICKED.findall(text):
        path = re.split(r"::|[\s:#<{]", ticked)[0]
        if path.startswith(OURS) and not path.startswith(MADE):
            yield path.rstrip("/.,")


def leads(doc: Path, path: str, part: str) -> bool:
    """Whether a link in `doc` to `path` (itself when empty) and its heading `part` is good."""
    target = doc.parent / path if path else doc
    return target.exists() and (not part or part in anchors_in(target.read_text()))


def anchors_in(text: str) -> set[str]:
    """The anchors of the headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}
