"""The lattice as pages show it: the tree, its picture, one objective with all around it (R24)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from webapp.domain.account.acting import Acting
from webapp.domain.objectives.objectives import links_of_lattice
from webapp.rules.charts.lattice import LatticePicture, draw_lattice
from webapp.rules.goals.goals import MOST_OPEN
from webapp.rules.objectives.lattice import depth_first, everything_above, paths_up, upwards
from webapp.rules.objectives.objectives import ObjectiveState
from webapp.rules.shared.problems import NotFound
from webapp.storage.capture.wins import Win, count_linked_wins, linked_wins
from webapp.storage.goals.goals import Goal
from webapp.storage.goals.serving import (
    goals_by_objective,
    goals_serving,
    goals_without_objective,
)
from webapp.storage.objectives.indicators import own_indicators
from webapp.storage.objectives.objectives import Objective, own_objectives, wins_by_objective

PAGE = 30
Named = tuple[str, str]  # id, name


@dataclass(slots=True)
class Node:
    """An objective in the tree; also: names of what it serves besides the one it is listed under.

    up: ids of all that it leads to, the nearest first. goals, wins: how many name it. lonely: it is
    open, and no goal and no objective serves it.
    """

    id: str
    name: str
    state: str
    goals: int
    wins: int
    lonely: bool
    also: tuple[str, ...]
    up: tuple[str, ...]
    below: list["Node"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lattice:
    """The tree from `top` down, its nodes by id, its picture, and goals that serve no objective.

    picture: None when it has too much on it.
    """

    top: list[Node]
    nodes: dict[str, Node]
    picture: LatticePicture | None
    astray: list[Named]


@dataclass(frozen=True, slots=True)
class ObjectivePage:
    """One objective: the paths up from it, what serves it, what shows it.

    goals: (id, statement, state). goals_after, after: the last goal and win of this page when there
    are more. counts: how many wins and goals name it.
    """

    objective: Objective
    goals_after: Goal | None
    paths: list[list[Named]]
    below: list[Named]
    goals: list[tuple[str, str, str]]
    indicators: list[Named]
    wins: list[Win]
    after: Win | None
    counts: tuple[int, int]


def lattice_of(acting: Acting) -> Lattice:
    """Return all objectives of a person, with what is missing."""
    stored: list[Objective] = list(own_objectives(acting.owner))
    names = {objective.id: objective.name for objective in stored}
    links = links_of_lattice(acting)
    nodes = _nodes(acting, stored, links)
    top = _tree(depth_first(list(names), links), nodes)
    return Lattice(top, nodes, draw_lattice(names, links), orphan_goals(acting))


def orphan_goals(acting: Acting) -> list[Named]:
    """Return (id, statement) of draft and active goals that serve no objective."""
    astray = goals_without_objective(acting.owner).limit(MOST_OPEN)
    return [(goal.id, goal.statement) for goal in astray]


def orphan_objectives(acting: Acting) -> list[Named]:
    """Return (id, name) of open objectives that no goal and no objective serves."""
    stored: list[Objective] = list(own_objectives(acting.owner))
    nodes = _nodes(acting, stored, links_of_lattice(acting))
    return [(node.id, node.name) for node in nodes.values() if node.lonely]


def objective_page(
    acting: Acting,
    objective_id: str,
    after: tuple[int, str] | None = None,
    goals_after: tuple[int, str] | None = None,
) -> ObjectivePage:
    """Return one objective of a person and a page of its wins and goals, or raise NotFound.

    after, goals_after: the cursors of the pages before.
    """
    stored: dict[str, Objective] = {one.id: one for one in own_objectives(acting.owner)}
    if objective_id not in stored:
        raise NotFound
    names = {one.id: one.name for one in stored.values()}
    links = links_of_lattice(acting)
    wins: list[Win] = list(
        linked_wins(acting.owner, "objective", objective_id, after).limit(PAGE + 1)
    )
    goals: list[Goal] = list(goals_serving(acting.owner, objective_id, goals_after).limit(PAGE + 1))
    shows = own_indicators(acting.owner)
    return ObjectivePage(
        stored[objective_id],
        goals[PAGE - 1] if len(goals) > PAGE else None,
        [[(node, names[node]) for node in path] for path in paths_up(objective_id, links)],
        [(one, names[one]) for one, served in links if served == objective_id],
        [(goal.id, goal.statement, goal.state) for goal in goals[:PAGE]],
        [(one.id, one.name) for one in shows if one.objective == objective_id],
        wins[:PAGE],
        wins[PAGE - 1] if len(wins) > PAGE else None,
        loss_of(acting, objective_id),
    )


def loss_of(acting: Acting, objective_id: str) -> tuple[int, int]:
    """Return how many (wins, goals) name this objective and would lose it."""
    goals = goals_serving(acting.owner, objective_id).count()
    return count_linked_wins(acting.owner, "objective", objective_id), goals


def _nodes(
    acting: Acting, stored: Iterable[Objective], links: list[tuple[str, str]]
) -> dict[str, Node]:
    wins, goals = wins_by_objective(acting.owner), goals_by_objective(acting.owner)
    names = {objective.id: objective.name for objective in stored}
    served, above = {other for _, other in links}, upwards(links)
    return {
        one.id: Node(
            one.id,
            one.name,
            one.state,
            goals.get(one.id, 0),
            wins.get(one.id, 0),
            one.state == ObjectiveState.OPEN and one.id not in goals and one.id not in served,
            tuple(names[other] for other in above.get(one.id, ())),
            tuple(everything_above(one.id, above)),
        )
        for one in stored
    }


def _tree(order: Iterable[tuple[str, int]], nodes: Mapping[str, Node]) -> list[Node]:
    top: list[Node] = []
    path: list[Node] = []
    for node_id, depth in order:
        node = nodes[node_id]
        del path[depth:]
        if path:
            node.also = tuple(name for name in node.also if name != path[-1].name)
        (path[-1].below if path else top).append(node)
        path.append(node)
    return top
