"""The devices that a person is signed in on: listing them, and signing them out from another."""

from dataclasses import dataclass

from webapp.domain.account.authentication import confirm_password
from webapp.domain.account.one_time_links import person_at
from webapp.domain.account.people import SignedIn
from webapp.domain.account.rate_limits import Visit
from webapp.domain.account.sessions import live_since
from webapp.rules.account.devices import DeviceName, name_of_device
from webapp.rules.account.keys import Keys
from webapp.rules.shared.ids import id_of_person
from webapp.rules.shared.moments import moment_in
from webapp.rules.shared.problems import Invalid, Problem
from webapp.storage.account.sessions import (
    delete_all_sessions,
    delete_other_sessions,
    delete_session,
    delete_sessions,
    live_sessions,
)
from webapp.storage.engine.database import transaction


@dataclass(frozen=True, slots=True)
class Device:
    """A signed-in device; seen: ISO date of its last visit; here: whether it is the asking one."""

    id: str
    name: DeviceName
    seen: str
    here: bool


def devices_of(person: SignedIn, token: str, keys: Keys, now: int, zone: str) -> list[Device]:
    """Return the person's devices: first the one that has the token, then by last visit."""
    own = keys.hash(token)  # find_person() has stored it by the current key
    rows = live_sessions(person.id, *live_since(now))
    devices = [
        Device(
            id=row.token_hash,  # safe to show: no token can be computed from it
            name=name_of_device(row.device),
            seen=moment_in(zone, row.seen).local().date().isoformat(),
            here=row.token_hash == own,
        )
        for row in rows
    ]
    return sorted(devices, key=lambda device: not device.here)


def end_devices(person: SignedIn, device_id: str, password: object, visit: Visit) -> None:
    """Sign out one of the person's devices, or all others ("").

    Invalid: the password is missing or wrong. TooMany: too many guesses at it.
    """
    problems: list[Problem] = []
    if password:
        confirm_password(person.id, "password", password, visit, problems)
    if problems or not password:
        raise Invalid(*problems)
    if device_id:
        sign_out_device(person, device_id)
    else:
        sign_out_other_devices(person, visit.token, visit.keys)


def sign_out_device(person: SignedIn, device_id: str) -> None:
    """Sign one of the person's devices out; do nothing if they have no such device."""
    if not device_id.isalnum():  # PostgreSQL refuses to compare with some others
        return
    with transaction():
        delete_session(person.id, device_id)


def sign_out_other_devices(person: SignedIn, token: str, keys: Keys) -> None:
    """Sign out all of the person's devices except the one that has this token."""
    with transaction():
        delete_other_sessions(person.id, keys.hash(token))


def end_sessions_of(email: str) -> int:
    """Sign the person with this address out on all devices; return how many. NotFound."""
    person = person_at(email)
    with transaction():
        return delete_sessions(id_of_person(person.id))


def end_all_sessions() -> int:
    """Sign everybody out on all devices; return how many."""
    with transaction():
        return delete_all_sessions()
