"""Whether a team's members are reminded of its reviews, as its lead chose (R47)."""

from webapp.domain.account.acting import Acting
from webapp.domain.shared.changing import changing
from webapp.rules.rights.permissions import Role
from webapp.storage.reminders.planning import plan_members_soon
from webapp.storage.reminders.settings import review_reminder_of, store_review_reminder


def review_reminder(acting: Acting) -> int:
    """Return how many minutes before a review its members are reminded, 0 for not at all."""
    row = review_reminder_of(acting.owner)
    return row.before if row and row.wanted else 0


def set_review_reminder(acting: Acting, before: int) -> None:
    """Store how many minutes before its reviews a team's members are reminded, 0: not at all.

    Only its lead chooses it; of another member it stays as it is. What waits is planned again
    soon, for the day of the reviews may have changed, too.
    """
    with changing(acting):
        if acting.role is Role.LEAD:
            store_review_reminder(acting.owner, wanted=before > 0, before=before)
        plan_members_soon(acting.owner)
