"""Every mutant: those of the tables beside this file, and of each query, page and limit (A8)."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.guards.mutants import Guard, Mutant, literal

TABLES = {  # by where their text is
    "each": (),
    "requests": ("webapp/**/*.py",),
    "server": ("webapp/*.py",),
    "account": ("webapp/**/*.py",),
    "recognition": ("webapp/domain/*/*.py", "webapp/storage/recognition/*.py", "webapp/web/*/*.py"),
    "reviews": ("webapp/domain/reviews/*.py", "webapp/web/re*/*.py"),
    "words": ("webapp/**/*.py",),
    "jobs": (
        *("webapp/jobs/*/*.py", "webapp/domain/reminders/*.py", "webapp/storage/reminders/*.py"),
        "webapp/gateways/*/*.py",
    ),
    "confidence": ("webapp/**/*.py",),
    "phone": ("static/js/**/*.js",),
}
OWNER = (
    r"(?:owner\b|person\b|team\b|organisation\b|(?:person|Owner)\.id\b|slot\(\"\w+\"\)"
    r"|\w+\.(?:owner|person)\b)(?!\.)"
)
OF = rf"\b\w+\.(?:owner|person) == {OWNER}"
SCOPED = ("test_limited_queries.py", "test_no_interference.py", "domain", "web/account")
LIMITED = ("webapp/rules/[!c]*/*.py", "webapp/rules/capture/*.py", "webapp/domain/*/*.py")
LIMITED += ("webapp/web/shared/**/*.py", "webapp/web/outbox/*.py")
OFFERED = ("domain/teams/test_shared_objectives.py", "domain/teams/test_offering.py")
EACH = (
    Guard(OF, "(1 == 1)", ("webapp/storage/**/*.py", "webapp/domain/**/*.py"), SCOPED),
    Guard(
        r"\bacting\.owner\b",
        "acting.actor",
        ("webapp/domain/[!lrt]*/*.py",),
        ("test_acting.py", "domain/outbox/test_for_teams.py"),
    ),
    Guard(
        r"\bacting\.owner\b",
        "acting.actor",
        ("webapp/domain/r*/*.py",),
        (
            *("test_acting.py", "domain/outbox/test_for_teams.py"),
            *("domain/recognition", "domain/reviews"),
        ),
    ),
    Guard(
        r"\bacting\.owner\b",
        "acting.actor",
        ("webapp/domain/t*/*.py",),
        ("test_acting.py", "domain/outbox/test_for_teams.py", *OFFERED),
    ),
    Guard(  # verbs of links are a lead's, whom test_acting.py has none of
        r"\bacting\.owner\b",
        "acting.actor",
        ("webapp/domain/l*/*.py",),
        ("domain/links",),
    ),
    Guard(
        r"^@login_required\n",
        "",
        ("webapp/web/**/*.py",),
        ("test_rights.py::test_who_is_signed_out_is_answered_the_same_everywhere",),
    ),
    Guard(r"([<>]=?) (?:\w+\.)?(?:MOST|LONGEST|BUDGET)\w*\b", r"\1 10**9", LIMITED),
)


def guards() -> Iterator[Guard]:
    """Return every guard."""
    yield from EACH
    for table, where in TABLES.items():
        text = (Path(__file__).parent / f"{table}.toml").read_text()
        for row in tomllib.loads(text)["guard"]:
            yield _guard(row, where)


@cache
def mutants() -> tuple[Mutant, ...]:
    """Return every mutant, each under a name of its own."""
    return tuple(_numbered(mutant for guard in guards() for mutant in guard.mutants()))


def _numbered(found: Iterable[Mutant]) -> Iterator[Mutant]:
    seen: Counter[str] = Counter()
    for mutant in found:
        seen[mutant.name] += 1
        yield replace(mutant, nth=seen[mutant.name])


def _guard(row: dict[str, str | list[str]], where: tuple[str, ...]) -> Guard:
    here = tuple(row.get("where", where))
    notice = tuple(row.get("notice", ()))
    if "text" in row:
        return literal(str(row["text"]), str(row["new"]), here, notice)
    return Guard(str(row["pattern"]), str(row["new"]), here, notice)
