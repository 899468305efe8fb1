"""The devices that a person is reminded on: switching on and off, what they told, what is shown."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from webapp.domain.account.people import SignedIn
from webapp.domain.account.sessions import live_since
from webapp.domain.reminders.push_keys import push_key
from webapp.domain.reminders.push_setup import PushSetup, push_setup
from webapp.rules.account.devices import DeviceName, name_of_device
from webapp.rules.account.keys import Keys
from webapp.rules.reminders.endpoints import vendor_of
from webapp.rules.reminders.subscriptions import Subscription
from webapp.rules.shared.problems import N_, Invalid, NotFound, Problem
from webapp.storage.engine.database import transaction
from webapp.storage.reminders.devices import (
    change_device,
    delete_device,
    delete_devices_but,
    devices_of,
    is_switched_off,
    put_device,
    session_start,
)

MOST_DEVICES = 20  # of one person; one more replaces the one that was added first
REPORTS = ("shown", "opened")
OFF = Problem("endpoint", N_("This server does not send to phones."))


@dataclass(frozen=True, slots=True)
class Reminded:
    """A device that reminders come to.

    vendor: whose push service it is. taken, shown, opened: ms at which that last happened, None if
    it did not, or the device does not tell.
    """

    id: str
    name: DeviceName
    vendor: str
    taken: int | None
    shown: int | None
    opened: int | None


@dataclass(frozen=True, slots=True)
class At:
    """Where and when something is asked: the token of a device that is signed in, and ms."""

    token: str
    keys: Keys
    now: int


def add_device(
    person: SignedIn, given: Subscription, replaced: str, language: str, browser: str, at: At
) -> None:
    """Remind the person on this device from now on, for as long as they are signed in there.

    replaced: the id that it had before, which is deleted, "" for none. browser: its User-Agent.
    Doing it again changes only how it is reached. Invalid: this server does not push.
    """
    if not isinstance(push_setup(), PushSetup):
        raise Invalid(OFF)
    with transaction():
        started = session_start(person.id, at.keys.hash(at.token))
        if started is None:
            raise NotFound
        if _is_id(replaced) and replaced != given.id:
            delete_device(person.id, replaced)
        put_device(
            person=person.id,
            id=given.id,
            endpoint=given.endpoint,
            p256dh=given.p256dh,
            auth=given.auth,
            session=started,
            language=language,
            browser=browser[:200],
            added=at.now,
            tag="",
            refusals=0,
        )
        live = [one.id for one in devices_of(person.id, live_since(at.now))]
        delete_devices_but(person.id, live[-MOST_DEVICES:])


def remove_device(person: SignedIn, device_id: str) -> None:
    """Remind the person on this device no more; NotFound.

    That it was switched off stays known, so that the device itself, when it is used next, does not
    take it for lost and subscribe again.
    """
    with transaction():
        if not _is_id(device_id) or not change_device(
            person.id, device_id, endpoint="", p256dh="", auth=""
        ):
            raise NotFound


def report(person: SignedIn, device_id: str, event: str, now: int) -> None:
    """Store that a device has shown or opened (REPORTS) what was sent to it; NotFound; now: ms."""
    if event not in REPORTS or not _is_id(device_id):
        raise NotFound
    with transaction():
        if not change_device(person.id, device_id, **{event: now}):
            raise NotFound


def state_of(person: SignedIn, device_id: str, now: int) -> str:
    """Return whether reminders come to a device: on, off (by the person) or unknown; now: ms."""
    if not _is_id(device_id):
        return "unknown"
    if any(one.id == device_id for one in devices_of(person.id, live_since(now))):
        return "on"
    return "off" if is_switched_off(person.id, device_id) else "unknown"


def reminded_on(person: SignedIn, now: int) -> list[Reminded]:
    """Return the devices that reminders come to, the first added first; now: ms."""
    return [
        Reminded(
            id=row.id,
            name=name_of_device(row.browser),
            vendor=vendor_of(urlsplit(row.endpoint).hostname or ""),
            taken=row.taken,
            shown=row.shown,
            opened=row.opened,
        )
        for row in devices_of(person.id, live_since(now))
    ]


def public_key() -> str:
    """Return the key that a browser subscribes with, "" if this server does not push."""
    setup = push_setup()
    return push_key(setup.service).public if isinstance(setup, PushSetup) else ""


def _is_id(text: str) -> bool:
    return text.isascii() and text.isalnum()  # PostgreSQL refuses to compare with some others
