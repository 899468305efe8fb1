"""When reviews are held (R35)."""

import uuid
from dataclasses import asdict
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.shared.changing import changing
from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.storage.reviews.reviews import ReviewPlan, plan_of


def review_schedule_of(acting: Acting) -> ReviewSchedule:
    """Return when the owner's reviews are held."""
    row = plan_of(acting.owner)
    if row is None:
        return ReviewSchedule()
    return ReviewSchedule(row.weekday, row.every, row.minutes, row.time)


def set_review_schedule(
    acting: Acting, plan: ReviewSchedule, zone: str, today: date, now: int
) -> None:
    """Store when the owner's reviews are held; zone: in which the time of day is meant.

    today: from which the weeks are counted. now: ms.
    """
    known = {"zone": zone, "first": today.isoformat(), "changed": now}
    values = {**asdict(plan), **known}
    with changing(acting):
        new = {"owner": acting.owner, "uid": str(uuid.uuid4()), **values}
        again = {**values, "sequence": ReviewPlan.sequence + 1}
        stored = ReviewPlan.insert(new)
        stored.on_conflict(conflict_target=[ReviewPlan.owner], update=again).execute()
