"""What a team has, and the routes of its things, for tests of all of them."""

import uuid
from datetime import date
from typing import Any

from tests.support.make import NOON, decide, line, question, win
from tests.support.owners.some_team import SomeTeam
from tests.support.plans import FRIDAYS, a_draft, active_goal, meets
from tests.web.asking import link_of
from tests.web.rights import RIGHTS
from webapp.domain.goals.dependencies import add_dependency
from webapp.domain.goals.goals import delete_goal
from webapp.domain.insights import adjustments
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.domain.objectives.objectives import add_objective
from webapp.domain.reviews import reviews
from webapp.rules.goals.dependencies import GoalOrWin, ThingKind
from webapp.rules.goals.goals import PlannedCriterion
from webapp.rules.insights.team_adjustments import NoHigherBand
from webapp.rules.objectives.indicators import Measure, Value
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.rights.permissions import Role, may
from webapp.web.shared import clock
from webapp.web.shared.permissions.routes import OF_TEAMS, TEAM

# Route: what (signed out, a member, a stranger) are answered.
ROUTES_OF_TEAMS = {
    route: (303, RIGHTS[route.replace(TEAM, "")][1] if may(Role.MEMBER, needs) else 404, 404)
    for route, needs in OF_TEAMS.items()
}


def things_of_team(team: SomeTeam) -> dict[str, Any]:
    """Store one thing of each kind for a team; return them by the name they have in routes."""
    a_win, asked, decided = win(), question(), question("Which port?")
    team.sends(a_win, asked, decided)
    team.sends(decide(decided, outcome="The near one"))
    objective = add_objective(team.me, ObjectiveFields("Quality"), NOON)
    goal = active_goal(team, due=date(2099, 12, 31))
    add_dependency(team.me, GoalOrWin(ThingKind.GOAL, goal), GoalOrWin(ThingKind.WIN, a_win["id"]))
    _other_goals(team, objective)
    indicator = add_indicator(team.me, Measure("Defects", objective=objective))
    store_values(team.me, indicator, [Value(date(2026, 11, 24), 3)])
    review = reviews.begin(team.me, date(2026, 11, 22), clock.now())
    obstacle = line(review)
    team.sends(obstacle)
    day = date(2026, 11, 22)
    adjustments.show(team.me, [NoHigherBand(5, (goal,))], [], day, NOON)
    return {
        "showing": f"not_rising.{day}",
        **link_of(team),
        "int:team": team.id,
        "review_id": review,
        "line_id": obstacle["id"],
        "goal_id": goal,
        "kind": "goal",
        "thing_id": goal,
        "int:criterion": 1,
        "win_id": a_win["id"],
        "decision_id": asked["id"],
        "objective_id": objective,
        "indicator_id": indicator,
        "day": "2026-11-24",
        "template": "quality",
        "deletion_id": delete_goal(team.me, a_draft(team), clock.now()),
    }


def _other_goals(team: SomeTeam, objective: str) -> None:
    a_draft(team, objectives=(objective,), no_objective=False)
    active_goal(team, FRIDAYS, criteria=(PlannedCriterion("Pages", 3.0, "pages"),))
    met = active_goal(team, objectives=(objective,), no_objective=False)
    team.sends(meets(met))


def missing(things: dict[str, Any]) -> dict[str, Any]:
    """Return ids of which there is nothing, in the places of those of `things`."""
    return {
        name: str(uuid.uuid4()) if name.endswith("_id") else value for name, value in things.items()
    }
