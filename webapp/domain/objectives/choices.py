"""The objectives that a form offers, each with what it serves."""

from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.rules.objectives.lattice import depth_first
from webapp.storage.objectives.objectives import objectives_and_links

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
    rows = objectives_and_links(acting.owner)
    names = {objective: name for objective, name, _ in rows}
    links = [(objective, serves) for objective, _, serves in rows if serves in names]
    served: dict[str, list[str]] = {objective: [] for objective in names}
    for objective, serves in links:
        served[objective].append(names[serves])
    ordered = depth_first(list(names), links)
    return [ObjectiveChoice(one, names[one], _first(served[one])) for one, _ in ordered]


def _first(names: list[str]) -> tuple[str, ...]:
    return tuple(names[:MOST_NAMES]) + ("…",) * (len(names) > MOST_NAMES)
