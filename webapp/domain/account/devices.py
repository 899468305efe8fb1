"""The devices that a person is signed in on: seeing them, and signing them out from afar."""

from dataclasses import dataclass

from webapp.domain.account.people import SignedIn
from webapp.domain.account.sessions import oldest_alive
from webapp.domain.account.tokens import keyed_hash
from webapp.rules.account.devices import DeviceName, name_of_device
from webapp.rules.shared.moments import moment_in
from webapp.storage.account.sessions import Session, live_sessions, sessions_of
from webapp.storage.engine.database import transaction


@dataclass(frozen=True, slots=True)
class Device:
    """A signed-in device; seen: ISO date of its last visit; here: whether it is the asking one."""

    id: str
    name: DeviceName
    seen: str
    here: bool


def devices_of(person: SignedIn, token: str, secret: bytes, now: int, zone: str) -> list[Device]:
    """The person's devices, this one (which has the token) first, then the last seen."""
    own = keyed_hash(token, secret)
    rows = live_sessions(person.id, *oldest_alive(now))
    devices = [
        Device(
            id=row.token_hash,  # worth nothing to whoever sees it: no token can be made of it
            name=name_of_device(row.device),
            seen=moment_in(zone, row.seen).local().date().isoformat(),
            here=row.token_hash == own,
        )
        for row in rows
    ]
    return sorted(devices, key=lambda device: not device.here)


def end_device(person: SignedIn, device_id: str) -> None:
    """Sign one of the person's devices out; one that is not theirs, or not there, stays so."""
    if not device_id.isalnum():  # PostgreSQL does not even look for some others
        return
    with transaction():
        sessions_of(person.id).where(Session.token_hash == device_id).execute()


def end_other_devices(person: SignedIn, token: str, secret: bytes) -> None:
    """Sign all of the person's devices out but the one that has this token."""
    with transaction():
        sessions_of(person.id).where(Session.token_hash != keyed_hash(token, secret)).execute()
