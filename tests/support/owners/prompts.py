"""Prompts that are due, for tests of sending."""

from collections.abc import Iterable
from typing import Any

from webapp.rules.reminders.kinds import State
from webapp.storage.reminders.prompts import Prompt, add_prompts

DUE = 1_795_345_200_000  # Sunday 22 November 2026, 11:00 UTC
HOUR = 3_600_000


def waits(person: int, what: str = "check_in", **columns: Any) -> None:
    """Store a prompt of a person that is due at DUE for an hour."""
    row = {"person": person, "what": what, "day": "2026-11-22", "number": 1}
    add_prompts([{**row, "due": DUE, "until": DUE + HOUR, "state": State.WAITING, **columns}])


def many_wait(person: int, count: int) -> list[str]:
    """Store so many prompts of a person and return what each is about."""
    names = [f"goal:{number}" for number in range(count)]
    for name in names:
        waits(person, name)
    return names


def states(person: int) -> dict[str, str]:
    """Return what became of each prompt of a person."""
    rows: Iterable[Prompt] = Prompt.select().where(Prompt.person == person)
    return {row.what: row.state for row in rows}
