"""The space of one owner, a person or a team, on the server.

What arrives is added up in a row that is written anyway; that is more than what is stored, since
some of it is refused, replaced or deleted. Only when it exceeds the budget is it counted exactly.
"""

from webapp.domain.account.acting import Acting
from webapp.rules.account.budget import BUDGET, FULL
from webapp.rules.shared.moments import MINUTE
from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.rate_limits import Limit, TooMany
from webapp.storage.account import rate_limits
from webapp.storage.account.owners import add_stored, set_stored
from webapp.storage.engine.database import transaction
from webapp.storage.upkeep.usage import stored_bytes

COUNTED = Limit(1, 10 * MINUTE)


def is_full(acting: Acting, now: int) -> bool:
    """Return whether the owner's space is used up; now: ms. Usually without a query."""
    if acting.stored <= BUDGET:
        return False
    try:
        with transaction():
            full_at = rate_limits.take(f"bytes of {acting.owner}", COUNTED, now)
            COUNTED.check(full_at, now)
    except TooMany:  # it was counted a moment ago
        return True
    stored = stored_bytes(acting.owner)
    with transaction():
        set_stored(acting.owner, stored)
    return stored > BUDGET


def refuse_words(acting: Acting, now: int) -> None:
    """Raise Invalid if the owner's space is used up; now: ms."""
    if is_full(acting, now):
        raise Invalid(FULL)


def count_form(acting: Acting, size: int) -> None:
    """Add the `size` bytes of a form that was taken to what the owner stored."""
    with transaction():
        add_stored(acting.owner, size)
