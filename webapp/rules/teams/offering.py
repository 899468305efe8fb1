"""The objectives of a team that forms of a win offer to its members, as one text (R31)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from webapp.rules.teams.sharing import END, ISOLATE

MOST_OFFERED = 30  # objectives of one team in a form
GAP = "\t"


class OfferedObjective(NamedTuple):
    """An objective that a win for a team can serve. team: the name of another that has it."""

    id: str
    name: str
    team: str


def written(objectives: Iterable[OfferedObjective]) -> str:
    """Return a text for objectives, one a line; offered_in reads it."""
    return "\n".join(GAP.join(" ".join(word.split()) for word in one) for one in objectives)


def offered_in(text: str) -> Iterator[OfferedObjective]:
    """Yield the objectives in a text that `written` made."""
    for line in text.splitlines():
        yield OfferedObjective(*line.split(GAP))


def objectives_offered(teams: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield (id, label) of what teams offer, (name, text): each once, with the team that has it."""
    known = {one.id: (one, name) for name, text in teams for one in offered_in(text)}
    for one, name in known.values():
        yield one.id, f"{ISOLATE}{one.name}{END} · {ISOLATE}{one.team or name}{END}"
