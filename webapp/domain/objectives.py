"""Objectives: what one's micro-goals and wins serve."""

from webapp.domain.people import SignedIn
from webapp.rules.lattice import walk
from webapp.storage.objectives import Objective, own_links, own_objectives


def objectives_of(person: SignedIn) -> list[tuple[str, str]]:
    """(id, name) of the person's objectives in the order of the lattice, for a form to offer."""
    stored: list[Objective] = list(own_objectives(person.owner))
    names = {objective.id: objective.name for objective in stored}
    links = [(link.objective, link.serves) for link in own_links(person.owner)]
    return [(node, names[node]) for node, _ in walk(list(names), links)]
