"""What the docs name exists: tests, paths, commands, numbers of requirements and measures."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
AREAS = ("docs", "webapp", "tests", "tools", "bench", "deploy")
DOCS = sorted([*ROOT.glob("*.md"), *(doc for area in AREAS for doc in (ROOT / area).rglob("*.md"))])
README = ROOT / "README.md"
SECURITY = ROOT / "docs/security.md"

OURS = ("webapp/", "static/", "templates/", "tests/", "tools/", "deploy/", "docs/", "bench/")
SHORT = {  # folders that docs name without what stands before them
    "webapp": ("rules/", "domain/", "storage/", "web/"),
    "static/js": ("outbox/", "page/", "sw/"),
}
MADE = ("static/build/",)  # by `make build`, under other names each time
TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
MAKE = re.compile(r"(?:`|^ {4}(?:.*&& )?)make ([a-z][a-z ]*)", re.MULTILINE)
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
MODULE = re.compile(r"python3? -m ([a-z][\w.]*)")
TICKED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]*)#?([^)\s]*)\)")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \|[^|]+\| (test|not applicable|open)\b(.*)\|$", re.MULTILINE)
SUMS = re.compile(r"Level 1: (\d+) requirements: (\d+) test, (\d+) not applicable, (\d+) open")
LEVEL_1 = 70  # requirements of ASVS 5.0.0

NUMBER = re.compile(r"(?<![\w}{:/-])([RTWSFAH]\d{1,2}a?)(?![\w:-])")  # no T12:30, no ruff's S602
REQUIREMENT = re.compile(r"^- \*\*(R\d+a?)\*\* \((built|partly|not built)\) ", re.MULTILINE)
MEASURE = re.compile(r"^\| ([TWSFAH]\d+)(?: B)? \|", re.MULTILINE)
WRITTEN = ("*.py", "*.js", "*.mjs", "*.css", "*.html", "*.sh", "*.md", "Makefile")
PLACES = (*AREAS, "static/js", "static/css", "templates")


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
def test_every_command_that_is_named_exists(doc: Path) -> None:
    text = doc.read_text()
    assert set(" ".join(MAKE.findall(text)).split()) - TARGETS == set()
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


@pytest.mark.parametrize("page", ["docs/requirements.md", "docs/measures.md"])
def test_a_number_is_defined_once(page: str) -> None:
    numbers = Counter(defined_in((ROOT / page).read_text()))
    assert len(numbers) > 30
    assert [number for number, times in numbers.items() if times > 1] == []


def test_every_number_that_is_named_is_defined() -> None:
    defined = {n for page in ("requirements", "measures") for n in defined_in(text_of(page))}
    named = {n: file for file in written() for n in NUMBER.findall(file.read_text())}
    assert {n: shown(file) for n, file in named.items() if n not in defined} == {}
    assert len(named) > 80


def test_a_number_that_is_none_is_left_alone() -> None:
    assert NUMBER.findall("(R13, A5) at T12:30, {day}T09, S602, R8a") == ["R13", "A5", "R8a"]


def test_what_is_not_built_or_partly_says_what_is_missing() -> None:
    partly = [entry for entry in text_of("requirements").split("\n- **") if "** (partly)" in entry]
    assert [entry[:4] for entry in partly if "\n  State: " not in entry] == []


def test_what_is_missing_is_noticed() -> None:
    assert list(paths_in("`rules/none.py` `tests/n.py::test_x` `other/x` `web/<noun>.py`")) == [
        "webapp/rules/none.py",
        "tests/n.py",
        "webapp/web",
    ]
    assert not any(ROOT.glob("webapp/rules/none.py"))
    assert has_module("bench.rates")
    assert not has_module("bench.none")
    assert MAKE.findall("`make none`\n    make run nothing # x\nwe make up") == [
        "none",
        "run nothing ",
    ]
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


def has_module(name: str) -> bool:
    """Whether `python -m name` finds a module, where it is one of ours."""
    path = ROOT / name.replace(".", "/")
    ours = name.split(".")[0] in AREAS
    return not ours or path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()


def defined_in(text: str) -> list[str]:
    return [number for number, _ in REQUIREMENT.findall(text)] or MEASURE.findall(text)


def text_of(page: str) -> str:
    return (ROOT / f"docs/{page}.md").read_text()


def written() -> Iterator[Path]:
    """The files that people write: code, tests, styles, templates and documents."""
    for place in PLACES:
        for kind in WRITTEN:
            found = (ROOT / place).rglob(kind)
            yield from (file for file in found if "node_modules" not in file.parts)
    yield from (file for kind in WRITTEN for file in ROOT.glob(kind))


def paths_in(text: str) -> Iterator[str]:
    """The paths of this repository that `text` names in backticks, as patterns for glob."""
    for ticked in TICKED.findall(text):
        path, cut = re.split(r"(::|[\s:#<{]|$)", ticked)[:2]
        path = path.rpartition("/")[0] + "/" if cut in ("<", "{") else path
        before = next((parent for parent, short in SHORT.items() if path.startswith(short)), "")
        if path.startswith(OURS) and not path.startswith(MADE):
            yield path.rstrip("/.,")
        elif before:
            yield f"{before}/{path}".rstrip("/.,")


def leads(doc: Path, path: str, part: str) -> bool:
    """Whether a link in `doc` to `path` (itself when empty) and its heading `part` is good."""
    target = doc.parent / path if path else doc
    return target.exists() and (not part or part in anchors_in(target.read_text()))


def anchors_in(text: str) -> set[str]:
    """The anchors of the headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}
