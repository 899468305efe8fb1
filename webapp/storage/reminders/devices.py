"""Devices that a person is reminded on, and the key by which push services know this server."""

from collections.abc import Iterable

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    Expression,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
    TextField,
)

from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import Session
from webapp.storage.engine.database import Stored

KEY = "vapid"
REACHED = ("endpoint", "p256dh", "auth", "session", "language", "browser", "refusals")


class PushDevice(Stored):
    """A browser that a person switched reminders on in, for as long as they are signed in there.

    id: a hash of the endpoint. endpoint, p256dh, auth: rules/reminders/subscriptions.py; "" since
    the person switched it off. session:
    when the device signed in (Session.started, ms), since its token changes with the server's key.
    language: of the device. browser: its User-Agent. added, taken, shown, opened: ms at which it
    was added, a service last took a push for it, and the device last told that one was shown, or
    opened. tag: of the last push that was taken, so that no device is sent one twice when another
    is tried again. refusals: refused in a row.
    """

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    person_id: PersonId
    id = CharField(max_length=36)
    endpoint = TextField()
    p256dh = CharField(max_length=88)
    auth = CharField(max_length=24)
    session = BigIntegerField()
    language = CharField(max_length=8)
    browser = CharField(max_length=200)
    added = BigIntegerField()
    taken = BigIntegerField(null=True)
    shown = BigIntegerField(null=True)
    opened = BigIntegerField(null=True)
    tag = CharField(max_length=32)
    refusals = SmallIntegerField()

    class Meta:
        primary_key = CompositeKey("person", "id")


class PushKey(Stored):
    """The one key of this server (RFC 8292), base64url.

    A row, since it has to be in every backup and the same on every machine: with another key all
    devices have to subscribe again.
    """

    name = CharField(max_length=8, primary_key=True)
    private = CharField(max_length=44)
    public = CharField(max_length=88)


def devices_of(person: PersonId, since: tuple[int, int]) -> "ModelSelect[PushDevice]":
    """Return a person's devices that are signed in, the first added first.

    since: the earliest last visit and the earliest start of a session that is live (ms).
    """
    return (
        PushDevice.select()
        .join(Session, on=_is_session())
        .where(PushDevice.person == person, PushDevice.endpoint != "")
        .where(Session.seen >= since[0], Session.started >= since[1])
        .order_by(PushDevice.added, PushDevice.id)
    )


def put_device(**columns: object) -> None:
    """Store a device; what is known of one with its key stays, but for how to reach it."""
    key = [PushDevice.person, PushDevice.id]
    told = {name: columns[name] for name in REACHED}
    PushDevice.insert(columns).on_conflict(conflict_target=key, update=told).execute()


def change_device(person: PersonId, device_id: str, **columns: object) -> bool:
    """Set these columns of a device; return whether there is one."""
    return bool(PushDevice.update(columns).where(*_this(person, device_id)).execute())


def delete_device(person: PersonId, device_id: str) -> bool:
    """Delete a device; return whether there was one."""
    return bool(PushDevice.delete().where(*_this(person, device_id)).execute())


def delete_devices_but(person: PersonId, ids: Iterable[str]) -> int:
    """Delete a person's devices except those with these ids; return how many."""
    others = PushDevice.delete().where(PushDevice.person == person, PushDevice.endpoint != "")
    return int(others.where(PushDevice.id.not_in(list(ids))).execute())


def is_switched_off(person: PersonId, device_id: str) -> bool:
    """Return whether the person switched this device off."""
    found = PushDevice.select().where(*_this(person, device_id), PushDevice.endpoint == "")
    return bool(found.exists())


def language_of_devices(person: PersonId) -> str:
    """Return the language of the device that was added last, "" without any."""
    rows = PushDevice.select(PushDevice.language).where(PushDevice.person == person)
    last = rows.order_by(PushDevice.added.desc(), PushDevice.id).first()
    return str(last.language) if last else ""


def session_start(person: PersonId, token_hash: str) -> int | None:
    """Return when the session with this hash began (ms), None if there is none."""
    its = (Session.person == person, Session.token_hash == token_hash)
    row = Session.select(Session.started).where(*its).first()
    return int(row.started) if row else None


def stored_key() -> PushKey | None:
    """Return the key of this server, None if it has none yet."""
    found: PushKey | None = PushKey.get_or_none(PushKey.name == KEY)
    return found


def add_key(private: str, public: str) -> None:
    """Store the key of this server; does nothing where there is one."""
    row = {"name": KEY, "private": private, "public": public}
    PushKey.insert(row).on_conflict_ignore().execute()


def delete_key() -> None:
    """Delete the key of this server."""
    PushKey.delete().where(PushKey.name == KEY).execute()


def _is_session() -> Expression:
    return (PushDevice.person == Session.person) & (PushDevice.session == Session.started)


def _this(person: PersonId, device_id: str) -> tuple[Expression, Expression]:
    return PushDevice.person == person, PushDevice.id == device_id
