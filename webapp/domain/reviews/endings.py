"""Reviews that end by themselves."""

from webapp.domain.reviews.summaries import store_summaries
from webapp.rules.shared.ids import OwnerId
from webapp.storage.engine.database import transaction
from webapp.storage.reviews.reviews import end_those_left_open, owners_with_reviews_left_open


def end_all_left_open(now: int) -> int:
    """Store the end of everybody's reviews that ended by themselves before `now` (ms).

    Returns how many owners had one. Pages show them as ended in any case (`ended_at`).
    """
    owners = owners_with_reviews_left_open(now)
    for owner in owners:
        with transaction():
            end_left_open(owner, now)
    return len(owners)


def end_left_open(owner: OwnerId, now: int) -> None:
    """Do the same for one owner, with the summaries that members asked for. In a transaction."""
    for review_id, finished in end_those_left_open(owner, now):
        store_summaries(owner, review_id, finished, now)
