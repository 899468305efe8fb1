"""Obstacles: lines of a review that return in each one until they are settled (R35).

review_id: the review in which somebody does it; NotFound: there is none.
"""

from webapp.domain.account.acting import Acting
from webapp.domain.goals.goals import store_draft
from webapp.domain.reviews.lines import line_of
from webapp.domain.reviews.reviews import review_of
from webapp.domain.shared.changing import changing
from webapp.rules.goals.goals import Plan
from webapp.rules.reviews.lines import joined_outcome
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared.problems import NotFound
from webapp.rules.shared.text import clean_text
from webapp.storage.goals.goals import one_goal
from webapp.storage.reviews.lines import ReviewLine, change_line
from webapp.storage.reviews.reviews import ReviewGoal, change_review


def settle_obstacle(
    acting: Acting, line_id: str, outcome: object, review_id: str, now: int
) -> None:
    """Settle an obstacle in a review; outcome: how, or "". Invalid, NotFound.

    When two people settle it at once, both ways are kept, and the time of the first.
    """
    words = clean_text("outcome", outcome)
    with changing(acting):
        line = _obstacle(acting, line_id, review_id)
        how = joined_outcome(line.outcome, words) if line.settled else words or line.outcome
        settled = {"settled": now, "settled_in": review_id} if line.settled is None else {}
        change_line(acting.owner, line_id, outcome=how, **settled)
        _tell(acting, line, review_id)


def reopen_obstacle(acting: Acting, line_id: str, review_id: str) -> None:
    """Reopen an obstacle, or raise NotFound; how it was settled stays, for the next time."""
    with changing(acting):
        line = _obstacle(acting, line_id, review_id)
        change_line(acting.owner, line_id, settled=None, settled_in="")
        _tell(acting, line, review_id)


def take_obstacle(acting: Acting, line_id: str, review_id: str) -> None:
    """Store that the person takes an obstacle, also one that somebody else had; NotFound."""
    with changing(acting):
        line = _obstacle(acting, line_id, review_id)
        change_line(acting.owner, line_id, holder=acting.actor)
        _tell(acting, line, review_id)


def give_back_obstacle(acting: Acting, line_id: str, review_id: str) -> None:
    """Store that the person does not take an obstacle after all; NotFound.

    If somebody else has taken it meanwhile, they keep it.
    """
    with changing(acting):
        line = _obstacle(acting, line_id, review_id)
        if line.holder == acting.actor:
            change_line(acting.owner, line_id, holder=None)
            _tell(acting, line, review_id)


def make_goal(acting: Acting, line_id: str, review_id: str, now: int) -> str:
    """Make a draft of a micro-goal with the words of a line, once; return the goal's id.

    The review lists it. Invalid: too many goals are open. NotFound; now: ms.
    """
    with changing(acting):
        line = _line_in(acting, line_id, review_id)
        if line.goal and one_goal(acting.owner, line.goal).exists():
            return str(line.goal)
        goal_id = store_draft(acting, Plan(statement=line.what), now)
        change_line(acting.owner, line_id, goal=goal_id)
        row = {"owner": acting.owner, "review": review_id, "goal": goal_id}
        ReviewGoal.insert(row).on_conflict_ignore().execute()
        _tell(acting, line, review_id)
    return goal_id


def _obstacle(acting: Acting, line_id: str, review_id: str) -> ReviewLine:
    line = _line_in(acting, line_id, review_id)
    if line.step != ReviewStep.OBSTACLES:
        raise NotFound
    return line


def _line_in(acting: Acting, line_id: str, review_id: str) -> ReviewLine:
    review_of(acting, review_id)
    return line_of(acting, line_id)


def _tell(acting: Acting, line: ReviewLine, review_id: str) -> None:
    # Phones look at the review that is going on, which may not be the one that named it.
    for review in {line.review, review_id}:
        change_review(acting.owner, review)
