"""Places that read like a guard, found without the tables beside this file (A8).

Each must be one of the mutants, or be named in UNTOLD with its reason: so a new query, refusal,
limit, cookie or deletion cannot be left out.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.support.processes import ROOT

PYTHON, PHONE = "webapp/**/*.py", "static/js/**/*.js"
RULED = ("webapp/rules/**/*.py", "webapp/domain/**/*.py", "webapp/web/**/*.py")
KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "refusal": (r"^ +raise (?:Invalid|NotFound|Conflict|Full|AccountGone|TooMany)\b", RULED),
    "abort": (r"\babort\(", (PYTHON,)),
    "limit": (
        r"(?:[<>]=? |\[:|limit\(|fixed\(|line\(|text\()(?:MOST|LONGEST|SHORTEST|BUDGET)\w*",
        (PYTHON,),
    ),
    "secret": (r"keys\.hash|compare_digest|token_urlsafe|token_hex", (PYTHON,)),
    "header": (r"response\.headers\[.* = |\.set_cookie\(|\.delete_cookie\(", (PYTHON,)),
    "rate": (r"(?<!def )\b(?:take|take_for_account|refuse_words|count_form)\(", (PYTHON,)),
    "markup": (r"\bescape\(", ("webapp/web/**/*.py",)),
    "whose, on the phone": (r"person [!=]==|origin [!=]==|credentials", (PHONE,)),
    "deleted, on the phone": (
        r"caches\.delete|removeItem|removeAll\(|removeSent\(|deletePages\(|forget\w*\("
        r"|store\.remove\(",
        (PHONE,),
    ),
}
WHOSE = {"owner", "person", "owner_id", "person_id"}
NO_CODE = re.compile(r"\s*(?:#|\*|//|/\*|import |from |export |(?:async )?function |\"\"\")")


def candidates() -> Iterator[tuple[str, int]]:
    """Return (file, place in its text) of each."""
    for pattern, globs in KINDS.values():
        for path in sorted(path for glob in globs for path in ROOT.glob(glob)):
            text = path.read_text()
            for found in re.finditer(pattern, text, re.MULTILINE):
                if not NO_CODE.match(line_at(text, found.start())):
                    yield str(path.relative_to(ROOT)), found.start()
    for path in sorted(ROOT.glob(PYTHON)):
        yield from ((str(path.relative_to(ROOT)), place) for place in _compared(path))


def line_at(text: str, place: int) -> str:
    """Return the line of `text` that this place is in."""
    return text[text.rfind("\n", 0, place) + 1 :].partition("\n")[0]


def _compared(path: Path) -> Iterator[int]:
    """Return where the code compares whose something is."""
    text = path.read_text()
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    for node in ast.walk(ast.parse(text)):
        sides = [node.left, *node.comparators] if isinstance(node, ast.Compare) else []
        if any(isinstance(side, ast.Attribute) and side.attr in WHOSE for side in sides):
            yield lines[node.lineno - 1] + node.col_offset
