"""What sends pushes, seen from the domain: what it takes and how it answers."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from webapp.rules.reminders.subscriptions import Subscription


class Outcome(StrEnum):
    """What became of a push at the vendor's service."""

    TAKEN = "taken"
    GONE = "gone"  # the browser is not subscribed any more, and will not be again
    REFUSED = "refused"  # this push, for a reason that trying again does not change
    LATER = "later"  # the service is busy or cannot be reached


@dataclass(frozen=True, slots=True)
class Answer:
    """How a push was answered; wait: ms to wait before the next try, None if it did not say."""

    outcome: Outcome
    wait: int | None = None


@dataclass(frozen=True, slots=True)
class VapidKey:
    """The key by which services know this server: both halves in base64url (RFC 8292)."""

    private: str
    public: str


@dataclass(frozen=True, slots=True)
class Push:
    """A message for one device.

    topic: what is sent with the same one replaces it while it waits; at most 32 characters of
    base64url. ttl: seconds that the service keeps it for a phone that is off.
    """

    to: Subscription
    content: bytes
    topic: str
    ttl: int


class PushService(Protocol):
    """Sends pushes; may be used by several threads at once."""

    def new_key(self) -> VapidKey:
        """Return a new key."""

    def send(self, push: Push, key: VapidKey, now: int) -> Answer:
        """Send one push, within seconds; raises nothing that the network can cause. now: ms."""
