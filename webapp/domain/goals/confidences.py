"""How confident a person is of meeting a goal, and how well that predicts it (R12).

Only the person can read it, like every rating of theirs.
"""

from webapp.domain.account.people import SignedIn
from webapp.domain.goals.goals import goal_of
from webapp.domain.shared.changing import changing
from webapp.rules.capture.checkins import HIGHEST, LOWEST
from webapp.rules.goals.calibration import Calibration, Stated, calibrate
from webapp.rules.goals.goals import GoalState, may_state
from webapp.rules.shared.problems import N_, Conflict, Invalid, Problem
from webapp.storage.goals.goals import Goal, count_by_confidence


def state_confidence(person: SignedIn, goal_id: str, sure: object, now: int) -> None:
    """Store how confident the person is, 0-10, of meeting a goal in time; now: ms.

    Invalid: another number. Conflict: the goal is closed, or a confidence was stated more than a
    day ago; what is said when the end is near is no forecast. NotFound.
    """
    if not isinstance(sure, int) or isinstance(sure, bool) or not LOWEST <= sure <= HIGHEST:
        raise Invalid(Problem("sure", N_("Choose a whole number from 0 to 10.")))
    with changing(person):
        goal = goal_of(person, goal_id)
        if not may_state(GoalState(goal.state), goal.confidence_at, now):
            raise Conflict
        Goal.update(confidence=sure, confidence_at=goal.confidence_at or now).where(
            Goal.owner == person.owner, Goal.id == goal_id
        ).execute()


def calibration_of(person: SignedIn) -> Calibration:
    """Return how well stated confidence fits all closed goals, without re-scoped ones."""
    states = (GoalState.MET, GoalState.NOT_MET, GoalState.ABANDONED)
    stated: list[Stated] = []
    for sure, state, number in count_by_confidence(person.owner, *states):
        stated += [Stated(sure, met=state == GoalState.MET)] * number
    return calibrate(stated)
