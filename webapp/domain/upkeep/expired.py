"""Deleting for good what has expired, of everybody, in small transactions."""

from webapp.domain.account.sessions import live_since
from webapp.domain.outbox.forms import LIFE
from webapp.domain.teams.invitations import is_over
from webapp.rules.shared.deletions import UNDO_TIME
from webapp.rules.shared.ids import PersonId
from webapp.storage.account.deletions import forget_deletions_before
from webapp.storage.account.one_time_links import delete_expired_links
from webapp.storage.account.people import people_after
from webapp.storage.account.rate_limits import delete_full_buckets
from webapp.storage.account.sessions import delete_expired_sessions
from webapp.storage.engine.database import transaction
from webapp.storage.outbox.form_receipts import delete_receipts_before
from webapp.storage.teams.invitations import delete_invitations_of_all

PEOPLE = 100  # of one transaction


def forget_old_deletions(now: int) -> None:
    """Delete for good what was deleted so long ago that it cannot be undone any more; now: ms."""
    with transaction():
        forget_deletions_before(now - UNDO_TIME)


def delete_expired(now: int) -> None:
    """Delete links, invitations, full buckets, sessions and receipts of forms that are over.

    now: ms. It goes through all people, so that the owner of a closed laptop has no row that says
    where they were signed in last year.
    """
    with transaction():
        delete_expired_links(now)
        delete_full_buckets(now)
        delete_invitations_of_all(is_over(now))
    last = 0
    while people := people_after(last, PEOPLE):
        with transaction():
            for person in people:
                _delete_of(person, now)
        last = people[-1]


def _delete_of(person: PersonId, now: int) -> None:
    delete_expired_sessions(person, *live_since(now))
    delete_receipts_before(person, now - LIFE)
