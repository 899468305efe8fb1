"""Starting a lattice from a template, as the person changed and confirmed it (R24)."""

from webapp.domain.account.acting import Acting
from webapp.domain.objectives.indicators import store_indicator
from webapp.domain.objectives.objectives import store_objective
from webapp.domain.shared.changing import changing
from webapp.domain.teams.offering import offer_own
from webapp.rules.objectives.indicators import Measure
from webapp.rules.objectives.lattice_templates import BY_KEY, LatticeTemplate
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.problems import NotFound


def template_with(key: str) -> LatticeTemplate:
    """Return the template with this key, or raise NotFound."""
    if key not in BY_KEY:
        raise NotFound
    return BY_KEY[key]


def start_lattice(
    acting: Acting,
    key: str,
    fields: ObjectiveFields,
    parts: list[ObjectiveFields],
    measure: Measure | None,
    now: int,
) -> str:
    """Store an objective, what serves it and its indicator, and return its id.

    All or nothing. Invalid: there are too many objectives or indicators. now: ms.
    """
    with changing(acting):
        top = store_objective(acting, fields, now, key)
        for place, part in enumerate(parts, 1):  # 1 ms apart, so that lists keep their order
            store_objective(acting, ObjectiveFields(part.name, serves=(top,)), now + place, key)
        if measure:
            store_indicator(acting, measure, top)
    offer_own(acting)
    return top
