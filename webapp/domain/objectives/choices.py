"""The objectives that a form offers, each with what it serves."""

from collections import defaultdict
from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.objectives.objectives import links_of_lattice, objectives_of

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class ObjectiveChoice:
    """An objective that can be chosen.

    serves: the names of those it serves itself, the first three; a fourth is "…" for all others.
    """

    id: str
    name: str
    serves: tuple[str, ...]


def objective_choices(acting: Acting) -> list[ObjectiveChoice]:
    """Return all objectives of the person in the order of the lattice."""
    named = objectives_of(acting)
    names, served = dict(named), defaultdict(list)
    for objective, serves in links_of_lattice(acting):
        if serves in names:
            served[objective].append(names[serves])
    return [ObjectiveChoice(one, name, _first(served[one])) for one, name in named]


def _first(names: list[str]) -> tuple[str, ...]:
    return tuple(names[:MOST_NAMES]) + ("…",) * (len(names) > MOST_NAMES)
