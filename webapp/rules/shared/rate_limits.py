"""How often something may be done: a token bucket, stored as one moment.

Stored is not how much is in the bucket but when it is full again: taking something moves that
moment later, and time fills the bucket by passing. (The generic cell rate algorithm, ITU-T I.371,
annex A, seen as a token bucket.)
"""

from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

NETWORK = 48  # bits of an IPv6 address that count: tunnels give a whole /48 to one person
FREE = 128 - NETWORK


class TooMany(Exception):
    """The limit is reached; after `wait` ms there is room for what was asked."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"wait {wait} ms")
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Limit:
    """A bucket that holds `most` and fills within `per` ms from empty to full."""

    most: int
    per: int

    def cost(self, count: int = 1) -> int:
        """Return by how many ms taking `count` delays the moment at which the bucket is full."""
        return count * self.per // self.most

    def latest(self, now: int) -> int:
        """Return the latest moment at which a bucket can be full; now: ms."""
        return now + self.per

    def check(self, full_at: int, now: int) -> None:
        """Raise TooMany if a bucket that will be full at `full_at` was already empty at `now`."""
        if full_at > self.latest(now):
            raise TooMany(full_at - self.latest(now))


def network_of(address: str) -> str:
    """Return what limits count an address as: itself, or for IPv6 its /48."""
    if ":" not in address:
        return address
    try:
        parsed = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return f"{IPv6Address(int(parsed) >> FREE << FREE)}/{NETWORK}"
