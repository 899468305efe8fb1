"""Reading what the documents name: tests, paths, commands, numbers, headings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]
AREAS = ("docs", "webapp", "tests", "tools", "bench", "deploy")
DOCS = sorted([*ROOT.glob("*.md"), *(doc for area in AREAS for doc in (ROOT / area).rglob("*.md"))])

OURS = ("webapp/", "static/", "templates/", "tests/", "tools/", "deploy/", "docs/", "bench/")
SHORT = {  # folders that documents name without the folders above them
    "webapp": ("rules/", "domain/", "storage/", "web/"),
    "static/js": ("outbox/", "page/", "sw/"),
}
MADE = ("static/build/",)  # by `make build`, under other names each time
TEST = re.compile(r"(tests/[\w/]+\.py)::(\w+)")
MAKE = re.compile(r"(?:`|^ {4}(?:.*&& )?)make ([a-z][a-z ]*)", re.MULTILINE)
MODULE = re.compile(r"python3? -m ([a-z][\w.]*)")
TICKED = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]*)#?([^)\s]*)\)")

NUMBER = re.compile(r"(?<![\w}{:/-])([RTWSFAH]\d{1,2}a?)(?![\w:-])")  # no T12:30, no ruff's S602
REQUIREMENT = re.compile(r"^- \*\*(R\d+a?)\*\* \((built|partly|not built)\) ", re.MULTILINE)
MEASURE = re.compile(r"^\| ([TWSFAH]\d+)(?: B)? \|", re.MULTILINE)
WRITTEN = ("*.py", "*.js", "*.mjs", "*.css", "*.html", "*.sh", "*.md", "Makefile")
PLACES = (*AREAS, "static/js", "static/css", "templates")


def shown(doc: Path) -> str:
    """Return the path of a file as a reader of the repository would write it."""
    return str(doc.relative_to(ROOT))


def text_of(page: str) -> str:
    """Return the text of a page of docs/, named without its ending."""
    return (ROOT / f"docs/{page}.md").read_text()


def functions_in(path: str) -> set[str]:
    """Return the names of the functions in the file at `path`; none when there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return set()
    nodes = ast.walk(ast.parse(file.read_text()))
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


def paths_in(text: str) -> Iterator[str]:
    """Yield the paths of this repository that `text` names in backticks, as patterns for glob."""
    for ticked in TICKED.findall(text):
        path, cut = re.split(r"(::|[\s:#<{]|$)", ticked)[:2]
        path = path.rpartition("/")[0] + "/" if cut in ("<", "{") else path
        before = next((parent for parent, short in SHORT.items() if path.startswith(short)), "")
        if path.startswith(OURS) and not path.startswith(MADE):
            yield path.rstrip("/.,")
        elif before:
            yield f"{before}/{path}".rstrip("/.,")


def targets_in(text: str) -> set[str]:
    """Return the targets of make that `text` names in backticks or in an indented command."""
    return set(" ".join(MAKE.findall(text)).split())


def has_module(name: str) -> bool:
    """Return whether `python -m name` finds a module, where it is one of ours."""
    path = ROOT / name.replace(".", "/")
    ours = name.split(".")[0] in AREAS
    return not ours or path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()


def leads(doc: Path, path: str, part: str) -> bool:
    """Return whether a link in `doc` to `path` (or itself) and its heading `part` is good."""
    target = doc.parent / path if path else doc
    return target.exists() and (not part or part in anchors_in(target.read_text()))


def anchors_in(text: str) -> set[str]:
    """Return the anchors of the headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}


def defined_in(text: str) -> list[str]:
    """Return the numbers of requirements, or else of measures, that a page defines."""
    return [number for number, _ in REQUIREMENT.findall(text)] or MEASURE.findall(text)


def written() -> Iterator[Path]:
    """Yield the files that people write: code, tests, styles, templates and documents."""
    for place in PLACES:
        for kind in WRITTEN:
            found = (ROOT / place).rglob(kind)
            yield from (file for file in found if "node_modules" not in file.parts)
    yield from (file for kind in WRITTEN for file in ROOT.glob(kind))
