"""The guards that are taken out one at a time, each by one replacement of text (A8)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.processes import ROOT

SCOPE = re.compile(r"\b[A-Z]\w+\.(?:owner|person) == (?:owner|person|slot\(\"\w+\"\))")
OWNED = ("storage/goals", "storage/objectives", "storage/capture", "storage/insights")
OWNED += ("storage/decisions", "storage/reviews")
HEADERS = "webapp/web/shared/headers.py"


@dataclass(frozen=True)
class Mutant:
    """The app with the text from `start` to `end` of `file` replaced by `new`."""

    file: str
    start: int
    end: int
    new: str

    @property
    def name(self) -> str:
        """Return what is written down about one that survives: file, line and text taken out."""
        text = (ROOT / self.file).read_text()
        line = text.count("\n", 0, self.start)
        return f"{self.file}: {text.splitlines()[line].strip()}"

    @property
    def text(self) -> str:
        """Return the file without the guard."""
        text = (ROOT / self.file).read_text()
        return text[: self.start] + self.new + text[self.end :]


def mutants() -> Iterator[Mutant]:
    """Return every mutant: owner scopes of queries, headers, sign-in and single guards."""
    for folder in OWNED:
        for path in sorted((ROOT / "webapp" / folder).glob("*.py")):
            yield from _each(str(path.relative_to(ROOT)), SCOPE, "(1 == 1)")
    yield from _each(HEADERS, re.compile(r'"[a-z-]+ (?:\'self\'|\'none\')(?: data:)?",\n'), "")
    yield from _each(HEADERS, re.compile(r'    "[A-Z][\w-]+": [^{}\n]+,\n'), "")
    for path in sorted((ROOT / "webapp/web").rglob("*.py")):
        yield from _each(str(path.relative_to(ROOT)), re.compile(r"^@login_required\n", re.M), "")
    for file, old, new in SINGLE:
        yield from _each(file, re.compile(re.escape(old)), new)


def _each(file: str, pattern: re.Pattern[str], new: str) -> Iterator[Mutant]:
    for found in pattern.finditer((ROOT / file).read_text()):
        yield Mutant(file, found.start(), found.end(), new)


LOGIN = "webapp/web/shared/login.py"
SINGLE = (
    ("webapp/web/shared/csrf.py", 'return site == "same-origin"', "return True"),
    ("webapp/web/shared/csrf.py", "parts.netloc == request.host", "True"),
    ("webapp/web/shared/csrf.py", "request.method not in SAFE and not _ours()", "False"),
    (LOGIN, "        httponly=True,\n", ""),
    (LOGIN, '        samesite="Lax",\n', ""),
    (LOGIN, "        secure=request.is_secure,\n", ""),
    (LOGIN, '("//", "/\\\\")', '("///",)'),
    (LOGIN, ' and "\\\\" not in path', ""),
    (LOGIN, "path.isprintable()", "True"),
    ("webapp/web/shared/errors.py", "if cannot_hold(error):", "if False:"),
    ("webapp/rules/shared/spreadsheets.py", "INSIDE.sub(_apart, cell)", "cell"),
    ("webapp/rules/shared/markdown.py", '.replace("<", "%3C")', ""),
    ("webapp/rules/shared/markdown.py", '.replace(">", "%3E")', ""),
    ("webapp/rules/shared/fields.py", ' or "\\\\" in address', ""),
)
