"""How often signing in, signing up and confirming a password may be tried.

Buckets are of a place, of a place and an account, or of a signed-in device: never of an account
alone, or whoever tries could keep its owner out. They hold for all processes and over restarts.
"""

from dataclasses import dataclass, field

from webapp.domain.account.tokens import keyed_hash
from webapp.rules.shared.limits import Limit, network_of
from webapp.storage.account.limits import draw, full_buckets
from webapp.storage.engine.database import transaction

HALF_AN_HOUR = 30 * 60 * 1000
ONE_ACCOUNT = Limit(10, HALF_AN_HOUR)
ONE_PLACE = Limit(60, HALF_AN_HOUR)  # a whole team behind one address may sign up in one meeting


@dataclass(frozen=True, slots=True)
class Visit:
    """A request: the address it comes from, its time in ms, and what the server hashes with.

    token: that of the device, when it is signed in.
    """

    address: str
    now: int
    secret: bytes = field(repr=False)
    token: str = field(default="", repr=False)


def slow_down(visit: Visit, limit: Limit, *about: str) -> None:
    """Take one from the bucket that is called `about`; TooMany when it is empty."""
    # One bucket in a transaction: two locked at once could wait for each other on PostgreSQL.
    with transaction():
        full_buckets(visit.now).execute()
    with transaction():
        full_at = draw(keyed_hash("\n".join(about), visit.secret), limit, visit.now)
        limit.check(full_at, visit.now)


def slow_down_at(visit: Visit, what: str, account: str) -> None:
    """Trying `what` on an account: limited for it from this place, and for this place."""
    place = network_of(visit.address)
    slow_down(visit, ONE_ACCOUNT, what, place, account)
    slow_down(visit, ONE_PLACE, what, place)
