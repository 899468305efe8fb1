"""How confident a person is of meeting a goal, and how well that predicts it (R12).

Only the person can read it, like every rating of theirs. A team's goals carry nobody's (R36).
"""

from webapp.domain.account.acting import Acting
from webapp.domain.account.roles import is_permitted, require
from webapp.domain.goals.goals import goal_of
from webapp.domain.shared.changing import changing
from webapp.rules.capture.checkins import HIGHEST, LOWEST
from webapp.rules.goals.calibration import Calibration, Stated, calibrate
from webapp.rules.goals.goals import GoalState, may_state
from webapp.rules.rights.permissions import Access, Permission, Thing
from webapp.rules.shared.problems import N_, Conflict, Invalid, Problem
from webapp.storage.goals.goals import Goal, count_by_confidence


def state_confidence(acting: Acting, goal_id: str, sure: object, now: int) -> None:
    """Store how confident the person is, 0-10, of meeting a goal in time; now: ms.

    Invalid: another number. Conflict: the goal is closed, or a confidence was stated more than a
    day ago; what is said when the end is near is no forecast. NotFound, also of a team's goal.
    """
    require(acting, Permission(Thing.GOAL_CONFIDENCE, Access.CHANGE))
    if not isinstance(sure, int) or isinstance(sure, bool) or not LOWEST <= sure <= HIGHEST:
        raise Invalid(Problem("sure", N_("Choose a whole number from 0 to 10.")))
    with changing(acting):
        goal = goal_of(acting, goal_id)
        if not may_state(GoalState(goal.state), goal.confidence_at, now):
            raise Conflict
        Goal.update(confidence=sure, confidence_at=goal.confidence_at or now).where(
            Goal.owner == acting.owner, Goal.id == goal_id
        ).execute()


def may_state_confidence(acting: Acting, goal: Goal, now: int) -> bool:
    """Return whether to ask the person how confident they are of meeting this goal; now: ms."""
    permitted = is_permitted(acting, Permission(Thing.GOAL_CONFIDENCE, Access.CHANGE))
    return permitted and may_state(GoalState(goal.state), goal.confidence_at, now)


def calibration_of(acting: Acting) -> Calibration:
    """Return how well stated confidence fits all closed goals, without re-scoped ones.

    NotFound: of a team.
    """
    require(acting, Permission(Thing.GOAL_CONFIDENCE, Access.READ))
    states = (GoalState.MET, GoalState.NOT_MET, GoalState.ABANDONED)
    stated: list[Stated] = []
    for sure, state, number in count_by_confidence(acting.owner, *states):
        stated += [Stated(sure, met=state == GoalState.MET)] * number
    return calibrate(stated)
