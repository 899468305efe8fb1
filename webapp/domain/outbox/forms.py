"""Plain forms, each stored once however often it is sent: a double tap, Back, a slow line."""

from collections.abc import Callable

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.moments import DAY
from webapp.storage.engine.database import transaction
from webapp.storage.outbox.form_receipts import (
    claim_form,
    delete_receipts_before,
    note_where_it_led,
    where_it_led,
)

LIFE = 90 * DAY  # the phone keeps an unsent form for seven


class _NotStored(Exception):
    """Nothing was stored, so the receipt must not be either."""


def store_once(
    person: SignedIn, form_id: str, now: int, store: Callable[[], str | None]
) -> str | None:
    """Return the path that the form with this id leads to, calling `store` only the first time.

    `store` stores what the form says and returns that path, or None if it stored nothing: then
    None is returned, and the form may be sent again. All in one transaction. now: ms.
    """
    try:
        with transaction():
            if not claim_form(person.id, form_id, now):
                return where_it_led(person.id, form_id)
            delete_receipts_before(person.id, now - LIFE)
            leads_to = store()
            if leads_to is None:
                raise _NotStored
            note_where_it_led(person.id, form_id, leads_to)
            return leads_to
    except _NotStored:
        return None
