"""What Ana has, linked to each other."""

from typing import Any

import pytest

from tests.support.make import HOUR, NOON, Someone, decide, edit, entry
from tests.support.plans import meets, ticks
from webapp.domain.reviews.reviews import choose_goals
from webapp.storage.capture.presets import Preset
from webapp.storage.goals.goals import Goal, GoalObjective
from webapp.storage.objectives.indicators import Indicator
from webapp.storage.objectives.objectives import ObjectiveLink


@pytest.fixture
def linked(theirs: dict[str, Any], ana: Someone) -> dict[str, Any]:
    """Return what Ana has, with everything that can name another thing naming it."""
    owner, objective, indicator = ana.me.owner, theirs["objective_id"], theirs["indicator_id"]
    names = {"objectives": [objective], "indicator": indicator, "before": 3.0, "after": 1.0}
    ana.sends(edit({"id": theirs["win_id"]}, **names), decide({"id": theirs["decision_id"]}))
    ana.sends(entry("edit_check_in", target=theirs["checkin_id"], note="After the review"))
    ana.sends(ticks(theirs["goal_id"], 1, done=True), meets(theirs["goal_id"], at=NOON + HOUR))
    GoalObjective.create(owner=owner, goal=theirs["goal_id"], objective=objective)
    Goal.update(no_objective=False).execute()
    Indicator.update(objective=objective).execute()
    Preset.update(objective=objective).execute()
    ObjectiveLink.create(owner=owner, objective=theirs["subject"], serves=objective)
    choose_goals(ana.me, theirs["review_id"], [theirs["goal_id"]])
    return theirs
