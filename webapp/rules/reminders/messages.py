"""What a reminder says, and what became of sending it."""

from dataclasses import dataclass
from enum import StrEnum

from webapp.rules.reminders.kinds import Kind


class Delivery(StrEnum):
    """What became of sending a message."""

    TAKEN = "taken"  # a push service or a mail server took it
    NOWHERE = "nowhere"  # no device, no confirmed address: nothing to try again
    LATER = "later"  # try again


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of sending a message. again: ms of the earliest next try, for LATER."""

    how: Delivery
    again: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A reminder in the words of a language; no win, no name and no rating is in it.

    subject: what it is about, as Prompt.what. day: ISO. address: a path of the app, where a tap
    leads. tag: 32 characters, equal for what is sent twice (Topic, tag of the notification, part of
    the Message-ID). until: ms after which it is of no use any more.
    """

    kind: Kind
    subject: str
    day: str
    number: int
    title: str
    text: str
    address: str
    language: str
    tag: str
    until: int
