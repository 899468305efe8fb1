"""How often signing in, signing up and confirming a password may be tried.

Buckets are counted by network, by network and account, or by device; never by account alone, since
others could then lock its owner out. A device that was signed in to the account before has a bucket
of its own, so that its owner gets in while somebody guesses from the same office. They apply to all
processes and survive restarts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from webapp.domain.account.known_devices import device_known_to
from webapp.rules.account.keys import Keys
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.rate_limits import Limit, network_of
from webapp.storage.account import rate_limits
from webapp.storage.engine.database import transaction

HALF_AN_HOUR = 30 * 60 * 1000
PER_ACCOUNT = Limit(10, HALF_AN_HOUR)
PER_NETWORK = Limit(60, HALF_AN_HOUR)  # a whole team behind one address may sign up in one meeting

CHANGES = Limit(300, 5 * 60 * 1000)  # forms of a person; entries of phones have their own bucket


@dataclass(frozen=True, slots=True)
class Visit:
    """A request: the address it comes from, its time (ms), and the keys for hashing tokens.

    token: that of the device if it is signed in. device: its cookie (known_devices.py), "" if it
    has none.
    """

    address: str
    now: int
    keys: Keys = field(repr=False)
    token: str = field(default="", repr=False)
    device: str = field(default="", repr=False)


def take(visit: Visit, limit: Limit, *bucket: str) -> None:
    """Take one from the bucket with these names; TooMany if it is empty."""
    # One bucket in a transaction: two locked at once could wait for each other on PostgreSQL.
    with transaction():
        rate_limits.delete_full_buckets(visit.now)
    with transaction():
        key = visit.keys.hash("\n".join(bucket))
        limit.check(rate_limits.take(key, limit, visit.now), visit.now)


def take_for_account(
    visit: Visit, action: str, account: str, people: Iterable[PersonId] = ()
) -> None:
    """Take one for this action at an account; TooMany.

    people: who may be meant. A device that one of them was signed in on before has its own bucket;
    the others share those of the account and of the network.
    """
    for person in people:
        if device := device_known_to(person, visit.device, visit.keys, visit.now):
            return take(visit, PER_ACCOUNT, action, "device", device, str(person))
    network = network_of(visit.address)
    take(visit, PER_ACCOUNT, action, network, account)
    return take(visit, PER_NETWORK, action, network)
