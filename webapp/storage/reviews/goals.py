"""The micro-goals that reviews created or continued."""

from peewee import ModelSelect

from webapp.rules.goals.goals import MOST_OPEN
from webapp.rules.shared.ids import OwnerId
from webapp.storage.goals.goals import Goal
from webapp.storage.reviews.reviews import ReviewGoal


def goals_listed(owner: OwnerId, review_id: str) -> "ModelSelect[Goal]":
    """Return the micro-goals that a review lists, those of them that there are."""
    return (
        Goal.select()
        .join(ReviewGoal, on=(ReviewGoal.goal == Goal.id))
        .where(ReviewGoal.owner == owner, ReviewGoal.review == review_id, Goal.owner == owner)
        .order_by(Goal.state_at.desc(), Goal.id)
        .limit(MOST_OPEN)
    )
