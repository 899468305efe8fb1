"""Reviews that end by themselves."""

from webapp.storage.engine.database import transaction
from webapp.storage.reviews.reviews import end_those_left_open, owners_with_reviews_left_open


def end_all_left_open(now: int) -> int:
    """Store the end of everybody's reviews that ended by themselves before `now` (ms).

    Returns how many owners had one. Pages show them as ended in any case (`ended_at`).
    """
    owners = owners_with_reviews_left_open(now)
    for owner in owners:
        with transaction():
            end_those_left_open(owner, now)
    return len(owners)
