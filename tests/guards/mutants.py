"""A guard, named by its text, and the app without it (A8)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.support.processes import ROOT

FAST = ("rules", "domain", "storage", "web", "js", "cli")  # where tests need no browser

ALSO = {  # what other areas hold of an area
    "account": ("web/outbox", "web/insights"),
    "capture": ("rules/outbox", "web/outbox", "web/insights"),
    "decisions": ("web/outbox",),
    "demo": ("cli",),
    "goals": ("rules/outbox", "web/outbox"),
    "objectives": ("web/outbox",),
    "reviews": ("web/outbox",),
    "shared": ("rules/capture", "rules/outbox", "domain/account", "web/goals"),
    "tables": ("rules/objectives", "web/objectives"),
    "teams": ("domain/links", "web/links"),
}


@dataclass(frozen=True)
class Guard:
    """What `pattern` finds in the files `where` guards something; without it, `new` is there.

    where: globs, named by text and not by path, since files move. notice: names of the files or
    folders of tests that should notice, fastest first; none: those of the area of the file.
    """

    pattern: str
    new: str
    where: tuple[str, ...]
    notice: tuple[str, ...] = ()

    def mutants(self) -> Iterator["Mutant"]:
        """Return a mutant for each place that the pattern finds."""
        for path in sorted(path for glob in self.where for path in _files(glob)):
            file, text = str(path.relative_to(ROOT)), _text(path)
            for found in re.finditer(self.pattern, text, re.MULTILINE):
                tests = self.notice or tests_of_area(file)
                yield Mutant(file, text, found.span(), found.expand(self.new), tests)


@dataclass(frozen=True)
class Mutant:
    """The app with a span of `before`, the text of `file`, replaced by `new`.

    notice: as of its guard; nth: which of those that read alike.
    """

    file: str
    before: str
    span: tuple[int, int]
    new: str
    notice: tuple[str, ...]
    nth: int = 1

    @property
    def name(self) -> str:
        """Return what is written down about one that survives: file, line, and what is instead."""
        begin = self.before.rfind("\n", 0, self.span[0]) + 1
        line = self.before[begin:].lstrip("\n").partition("\n")[0].strip()
        new = " ".join(self.new.split())[:60]
        return f"{self.file}: {line} -> {new}" + (f" ({self.nth})" if self.nth > 1 else "")

    @property
    def text(self) -> str:
        """Return the file without the guard."""
        start, end = self.span
        return self.before[:start] + self.new + self.before[end:]

    @property
    def tests(self) -> list[str]:
        """Return the paths of the tests that should notice; of all of `domain` its area first."""
        area = Path(self.file).parts[2:-1]
        first = [f"domain/{'/'.join(area)}"] if "domain" in self.notice and area else []
        return [path for name in (*first, *self.notice) for path in paths_of(name)]


@cache
def _files(glob: str) -> list[Path]:
    return list(ROOT.glob(glob))


@cache
def _text(path: Path) -> str:
    return path.read_text()


def literal(old: str, new: str, where: tuple[str, ...], notice: tuple[str, ...]) -> Guard:
    """Return the guard with exactly this text."""
    return Guard(re.escape(old), new.replace("\\", r"\\"), where, notice)


def tests_of_area(file: str) -> tuple[str, ...]:
    """Return the tests for the area of a file, such as goals for domain/goals, and of limits."""
    area = "/".join(Path(file).parts[2:-1])
    folders = (f"{layer}/{area}" for layer in ("rules", "domain", "storage", "web"))
    return (*folders, *ALSO.get(area, ()), "test_room.py", "test_full_again.py")


@cache
def paths_of(name: str) -> list[str]:
    """Return the paths of the file of tests with this name, or of the folder `layer/area`.

    Before the name may be "postgresql ", for what SQLite does not show.
    """
    engine, name = name.rpartition(" ")[::2]
    file, colons, test = name.partition("::")
    told = f"{engine} " if engine else ""
    found = [one for one in _tests_called(file) if one.exists()]
    return [f"{told}{one.relative_to(ROOT)}{colons}{test}" for one in found]


def _tests_called(name: str) -> list[Path]:
    tests = ROOT / "tests"
    if name.startswith("js/"):
        return sorted((tests / name).glob("*.test.js"))
    if "." not in name or "/" in name:
        return [tests / name]
    found = [one for layer in FAST for one in sorted((tests / layer).rglob(name))]
    return found or [tests / name]
