"""The space of one person on the server.

What arrives is added up in a row that is written anyway; that is more than what is stored, since
some of it is refused, replaced or deleted. Only when it exceeds the budget is it counted exactly.
"""

from webapp.domain.account.people import SignedIn
from webapp.rules.account.budget import BUDGET, FULL
from webapp.rules.shared.moments import MINUTE
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.rate_limits import Limit, TooMany
from webapp.storage.account import rate_limits
from webapp.storage.account.owners import add_stored
from webapp.storage.account.people import set_stored
from webapp.storage.engine.database import transaction
from webapp.storage.upkeep.usage import stored_bytes

COUNTED = Limit(1, 10 * MINUTE)


def is_full(person: SignedIn, now: int) -> bool:
    """Return whether the person's space is used up; now: ms. Usually without a query."""
    if person.stored <= BUDGET:
        return False
    try:
        with transaction():
            full_at = rate_limits.take(f"bytes of {person.id}", COUNTED, now)
            COUNTED.check(full_at, now)
    except TooMany:  # it was counted a moment ago
        return True
    stored = stored_bytes(person.owner)
    with transaction():
        set_stored(person.id, stored)
    return stored > BUDGET


def refuse_words(person: SignedIn, now: int) -> None:
    """Raise Invalid if the person's space is used up; now: ms."""
    if is_full(person, now):
        raise Invalid(FULL)


def count_form(person: SignedIn, size: int) -> None:
    """Add the `size` bytes of a form that was taken to what the person stored."""
    with transaction():
        add_stored(person.id, size)
