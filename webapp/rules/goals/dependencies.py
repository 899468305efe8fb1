"""What depends on what (R27); things are (kind, id)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class ThingKind(StrEnum):
    """What can depend on something, and be depended on."""

    GOAL = "goal"
    WIN = "win"


@dataclass(frozen=True, slots=True)
class GoalOrWin:
    """A goal or a win."""

    kind: ThingKind
    id: str


def would_close_cycle(subject: str, needs: str, links: Iterable[tuple[str, str]]) -> bool:
    """Return whether `subject` would wait for itself if it needed `needs`.

    links: (subject, needs) ids that exist already.
    """
    needed: dict[str, list[str]] = {}
    for one, other in links:
        needed.setdefault(one, []).append(other)
    return subject in _reached(needs, needed)


def _reached(start: str, needed: Mapping[str, list[str]]) -> set[str]:
    seen, stack = {start}, [start]
    while stack:
        for other in needed.get(stack.pop(), ()):
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return seen
