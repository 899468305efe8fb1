"""Functions, files and folders stay small: the figures of docs/style.md."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("bench", "deploy", "docs", "static", "templates", "tests", "tools", "webapp")
MADE = {"node_modules", "build", "build.tmp", "build.old", "__pycache__"}  # not written by hand
FILES_OF_A_FOLDER = 25
MIGRATIONS = "webapp/storage/migrations"
LINES_OF_A_FILE = {".py": 250, ".sh": 250, ".js": 150, ".mjs": 150, ".css": 150, ".html": 60}
PROSE = (
    "templates/help",
    "templates/team_help",
    "templates/insights/method",
)  # pages of sentences, one file a language
LINES_OF_PROSE = 150
FROZEN = "webapp/storage/migrations"  # describes tables as they were: nobody edits it
LINES_OF_A_FUNCTION = 40
WIDTH = 140  # characters of a template's line


def written() -> Iterator[Path]:
    """Yield every file that people write, relative to the root."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*")):
            inside = path.relative_to(ROOT)
            if path.is_file() and not MADE & set(inside.parts):
                yield inside


def lines_of(path: Path) -> list[str]:
    return (ROOT / path).read_text().splitlines()


def sources(folder: str) -> Iterator[tuple[Path, str]]:
    """Yield every module of a folder with its source, without migrations."""
    for path in written():
        if path.suffix == ".py" and path.parts[0] == folder and not path.is_relative_to(FROZEN):
            yield path, (ROOT / path).read_text()


def limit_of(path: Path) -> int | None:
    """Return how many lines this file may have, None if any number."""
    if path.is_relative_to(FROZEN):
        return None
    if path.suffix == ".html" and any(path.is_relative_to(folder) for folder in PROSE):
        return LINES_OF_PROSE
    return LINES_OF_A_FILE.get(path.suffix)


def is_too_long(path: Path, lines: int) -> bool:
    limit = limit_of(path)
    return limit is not None and lines > limit


def too_full(paths: Iterable[Path]) -> list[str]:
    """Return the folders that hold more files than one can read at a glance.

    Migrations only ever become more, and are found by their numbers.
    """
    counts = Counter(str(path.parent) for path in paths)
    full = [folder for folder, count in counts.items() if count > FILES_OF_A_FOLDER]
    return [folder for folder in full if folder != MIGRATIONS]


def function_sizes(source: str) -> dict[str, int]:
    """Return the lines of each function, its signature and docstring with it."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, functions)]
    return {
        f"{node.name}:{node.lineno}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in found
    }


def percentile(sizes: Iterable[int], percent: int) -> int:
    """Return the size that `percent` of the sizes do not exceed."""
    ordered = sorted(sizes)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


@cache
def all_functions(folder: str) -> dict[str, int]:
    """Return the lines of every function of a folder, by file, name and line."""
    return {
        f"{path}:{name}": size
        for path, source in sources(folder)
        for name, size in function_sizes(source).items()
    }


def test_no_folder_holds_more_than_25_files() -> None:
    assert too_full(written()) == []


def test_no_file_is_too_long() -> None:
    known = [path for path in written() if limit_of(path)]
    assert [str(path) for path in known if is_too_long(path, len(lines_of(path)))] == []


@pytest.mark.parametrize("folder", ["bench", "tests", "tools", "webapp"])
def test_no_function_is_longer_than_40_lines(folder: str) -> None:
    sizes = all_functions(folder)
    assert [name for name, size in sizes.items() if size > LINES_OF_A_FUNCTION] == []


def test_95_of_100_functions_have_16_lines_at_most() -> None:
    assert percentile(all_functions("webapp").values(), 95) <= 16


def test_95_of_100_modules_have_170_lines_at_most() -> None:
    sizes = [source.count("\n") for _, source in sources("webapp")]
    assert percentile(sizes, 95) <= 170


def test_half_of_the_tests_have_5_lines_at_most() -> None:
    sizes = all_functions("tests")
    tests = [size for name, size in sizes.items() if name.rpartition(".py:")[2].startswith("test_")]
    assert len(tests) > 1000
    assert percentile(tests, 50) <= 5


def test_fewer_than_one_in_100_lines_of_templates_are_wide() -> None:
    lines = [line for path in written() if path.suffix == ".html" for line in lines_of(path)]
    assert sum(len(line) > WIDTH for line in lines) < len(lines) / 100


PLANTED = [
    ("webapp/rules/shared/text.py", 251),
    ("tests/web/test_rights.py", 251),
    ("static/js/app.js", 151),
    ("static/css/app.css", 151),
    ("templates/wins/_win.html", 61),
    ("templates/help/ar.html", 151),
]


@pytest.mark.parametrize(("path", "lines"), PLANTED)
def test_a_planted_long_file_is_found(path: str, lines: int) -> None:
    assert is_too_long(Path(path), lines)
    assert not is_too_long(Path(path), lines - 1)


def test_a_planted_full_folder_is_found() -> None:
    paths = [Path(f"webapp/web/shared/m{number}.py") for number in range(26)]
    assert too_full(paths) == ["webapp/web/shared"]
    assert too_full(paths[1:]) == []


def test_a_planted_long_function_is_counted() -> None:
    source = "def short():\n    pass\n\n\nasync def long():\n" + "    pass\n" * 40
    assert list(function_sizes(source).values()) == [2, 41]


def test_a_percentile_is_the_size_that_so_many_do_not_exceed() -> None:
    assert percentile(range(1, 101), 95) == 95
    assert percentile([1, 1, 9], 50) == 1
    assert percentile([7], 95) == 7
