"""People who are reminded on phones, and messages to them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from gettext import NullTranslations

from tests.support.make import DAY, HOUR, KEYS, NOON, Someone
from tests.support.push.browsers import PushBrowser
from webapp.domain.reminders.push_devices import At, add_device
from webapp.domain.reminders.push_setup import PushSetup, bind, push_setup
from webapp.gateways.push.service import PushService
from webapp.rules.reminders.kinds import Kind
from webapp.rules.reminders.messages import Message

SITE = "https://wins.example.org"
MESSAGE = Message(
    kind=Kind.CHECK_IN,
    subject="check_in",
    day="2026-11-22",
    number=1,
    title="Time to check in",
    text="How confident are you today?",
    address="/checkins/new",
    language="en",
    tag="0123456789abcdef0123456789abcdef",
    until=NOON + 2 * HOUR,
)
NEXT = replace(MESSAGE, tag="fedcba9876543210fedcba9876543210", until=NOON + DAY)


@contextmanager
def pushing_by(service: PushService) -> Iterator[None]:
    """Let this process push by a service, for the block."""
    before = push_setup()
    bind(PushSetup(service, SITE, lambda _: NullTranslations()))
    try:
        yield
    finally:
        bind(before)


def subscribe(
    who: Someone, path: str = "/201/phone", now: int = NOON, token: str = ""
) -> PushBrowser:
    """Switch reminders on in a browser of theirs, and return it."""
    browser = PushBrowser(path)
    at = At(token or who.token, KEYS, now)
    add_device(who.me, browser.subscription, "", "en", "Mozilla/5.0 (iPhone) Safari/605", at)
    return browser
