"""Objectives: what one's micro-goals and wins serve, and what they serve themselves (R24)."""

import uuid
from collections.abc import Iterable, Mapping

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.objectives.unlinking import relink_wins, unlink_wins
from webapp.domain.shared.changing import changing
from webapp.domain.teams.offering import offer_own
from webapp.rules.objectives.lattice import depth_first, find_cycle
from webapp.rules.objectives.objectives import (
    MOST_OBJECTIVES,
    SERVED_GONE,
    TOO_MANY_OBJECTIVES,
    ObjectiveFields,
    cycle_problem,
)
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.ids import OwnerId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.storage.account.deletions import Rows
from webapp.storage.capture.presets import Preset
from webapp.storage.goals.goals import Goal, GoalObjective, without_objective
from webapp.storage.goals.serving import goals_serving
from webapp.storage.objectives.indicators import Indicator
from webapp.storage.objectives.objectives import (
    Objective,
    ObjectiveLink,
    delete_link,
    one_objective,
    own_links,
    own_objectives,
)


def objectives_of(acting: Acting) -> list[tuple[str, str]]:
    """Return (id, name) of the person's objectives in the order of the lattice."""
    names = _names(acting)
    return [(node, names[node]) for node, _ in depth_first(list(names), links_of_lattice(acting))]


def links_of_lattice(acting: Acting) -> list[tuple[str, str]]:
    """Return (objective, serves) for each objective that serves another."""
    return [(link.objective, link.serves) for link in own_links(acting.owner)]


def objective_of(acting: Acting, objective_id: str) -> Objective:
    """Return the person's own objective with this id, or raise NotFound."""
    objective: Objective | None = one_objective(acting.owner, objective_id).first()
    if objective is None:
        raise NotFound
    return objective


def add_objective(acting: Acting, fields: ObjectiveFields, now: int, template: str = "") -> str:
    """Store a new objective and return its id.

    Invalid: an objective that it serves is missing, or there are too many.
    """
    with changing(acting):
        new = store_objective(acting, fields, now, template)
    offer_own(acting)
    return new


def store_objective(acting: Acting, fields: ObjectiveFields, now: int, template: str = "") -> str:
    """Store a new objective as add_objective does; inside a transaction of `changing`."""
    names = _names(acting)
    if len(names) >= MOST_OBJECTIVES:
        raise Invalid(TOO_MANY_OBJECTIVES)
    _refuse_gone(fields, names)
    columns = {"name": fields.name, "why": fields.why, "state": fields.state, "template": template}
    new: str = Objective.create(owner=acting.owner, id=str(uuid.uuid4()), created=now, **columns).id
    _store_links(acting, new, fields.serves)
    return new


def change_objective(acting: Acting, objective_id: str, fields: ObjectiveFields) -> None:
    """Replace what an objective says by `fields`, or raise NotFound.

    Invalid: it would serve itself in the end.
    """
    with changing(acting):
        objective = objective_of(acting, objective_id)
        names = _names(acting)
        _refuse_gone(fields, names)
        if cycle := find_cycle(objective_id, fields.serves, links_of_lattice(acting)):
            raise Invalid(cycle_problem([names[node] for node in cycle]))
        objective.name, objective.why, objective.state = fields.name, fields.why, fields.state
        objective.save()
        its = (ObjectiveLink.owner == acting.owner, ObjectiveLink.objective == objective_id)
        ObjectiveLink.delete().where(*its).execute()
        _store_links(acting, objective_id, fields.serves)
    offer_own(acting)


def delete_objective(acting: Acting, objective_id: str, now: int) -> str:
    """Delete an objective and every mention of it, or raise NotFound; all or nothing.

    Wins and goals stay without it; what served it moves to the top. Returns the id of the deletion;
    now: ms.
    """
    owner = acting.owner

    def delete(rows: Rows) -> str:
        name: str = objective_of(acting, objective_id).name
        rows.delete(Objective, Objective.owner == owner, Objective.id == objective_id)
        linked = (ObjectiveLink.objective == objective_id) | (ObjectiveLink.serves == objective_id)
        rows.delete(ObjectiveLink, ObjectiveLink.owner == owner, linked)
        _leave_goals(owner, objective_id, rows)
        shown = (Indicator.owner == owner, Indicator.objective == objective_id)
        rows.update(Indicator, *shown, objective="")
        preset = (Preset.person == acting.owner, Preset.objective == objective_id)
        rows.update(Preset, *preset, objective="")
        unlink_wins(acting, "objective", objective_id, now, rows.id)
        return name

    deletion = delete_once(acting, DeletedKind.OBJECTIVE, objective_id, now, delete)
    offer_own(acting)
    return deletion


def relink_objective(acting: Acting, objective_id: str, deletion_id: str) -> None:
    """Link wins again to an objective whose deletion is undone; Invalid: there are too many.

    Links of the lattice that do not fit any more are left out.
    """
    names = _names(acting)
    if len(names) > MOST_OBJECTIVES:
        raise Invalid(TOO_MANY_OBJECTIVES)
    relink_wins(acting, "objective", objective_id, deletion_id)
    links = links_of_lattice(acting)
    for link in [one for one in links if objective_id in one]:
        rest = [one for one in links if one != link]
        if not names.keys() >= {*link} or _closes_cycle(link, rest):
            delete_link(acting.owner, *link)
            links = rest


def _closes_cycle(link: tuple[str, str], rest: list[tuple[str, str]]) -> bool:
    one, served = link
    return bool(find_cycle(one, [served], rest))


def _leave_goals(owner: OwnerId, objective_id: str, rows: Rows) -> None:
    # An active goal that is left without one is listed among the pitfalls as "no objective yet".
    named = [goal.id for goal in goals_serving(owner, objective_id)]
    tied = (GoalObjective.owner == owner, GoalObjective.objective == objective_id)
    rows.delete(GoalObjective, *tied)
    left = [goal.id for goal in without_objective(owner).where(Goal.id.in_(named))]
    rows.update(Goal, Goal.owner == owner, Goal.id.in_(left), no_objective=True)


def _names(acting: Acting) -> dict[str, str]:
    return {objective.id: objective.name for objective in own_objectives(acting.owner)}


def _refuse_gone(fields: ObjectiveFields, names: Mapping[str, str]) -> None:
    if any(served not in names for served in fields.serves):
        raise Invalid(SERVED_GONE)


def _store_links(acting: Acting, objective_id: str, serves: Iterable[str]) -> None:
    links = [
        {"owner": acting.owner, "objective": objective_id, "serves": served} for served in serves
    ]
    if links:
        ObjectiveLink.insert_many(links).execute()
