"""People, entries and moments for tests."""

import uuid
from datetime import date, timedelta
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from peewee import Field

from webapp.domain.account.people import SignedIn
from webapp.domain.account.rate_limits import Visit
from webapp.domain.account.sessions import find_person
from webapp.domain.account.tokens import new_token
from webapp.domain.outbox.outbox import Delivery, deliver
from webapp.rules.account.keys import Keys
from webapp.storage.account.people import Owner, Person
from webapp.storage.account.sessions import Session
from webapp.storage.capture.wins import Win
from webapp.storage.engine.compiled import Compiled, CompiledInsert, slot
from webapp.web.shared import clock

SECRET = "a secret of the tests, long enough to be one"
KEYS = Keys(SECRET.encode())
NOON = 1_795_345_200_000  # Sunday 22 November 2026, 11:00 UTC, noon in Berlin
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
OURS = {"Origin": "http://localhost"}


class Someone:
    """A person in a test, and what their phone sends."""

    def __init__(self, name: str, person_id: int, token: str) -> None:
        self.name = name
        self.id = person_id
        self.token = token

    @property
    def me(self) -> SignedIn:
        """Return the person as the domain knows them, with the newest rev."""
        signed_in = find_person(self.token, KEYS, NOON)
        assert signed_in is not None
        return signed_in

    def sends(self, *entries: dict[str, Any], now: int = NOON) -> Delivery:
        """Deliver entries from this person's outbox."""
        return deliver(self.me, list(entries), now)

    def browser(self, app: Flask) -> FlaskClient:
        """Return a client that has just signed in, by the clock that pages use."""
        client = app.test_client()
        client.set_cookie("session", _sign_in(self.id, clock.now()))
        return client


def make_person(name: str) -> Someone:
    """Create a person who is signed in on one phone; no password of theirs works.

    As add_person and start_session do, but compiled: nearly every test begins with it.
    """
    [number] = _INSERT_OWNER([[None]])
    told = {
        Person.id: number,
        Person.key: uuid.uuid4().hex,
        Person.name: name,
        Person.email: f"{name.lower()}@example.org",
        Person.password_hash: "nobody signs in with a password here",
        Person.time_zone: "Europe/Berlin",
    }
    _INSERT_PERSON([[told.get(field, field.default) for field in _PERSON]])
    _SET_PERSON(number=number)
    return Someone(name, number, _sign_in(number, NOON))


_PERSON: list[Field] = list(Person._meta.sorted_fields)
_SESSION: list[Field] = [
    Session.token_hash,
    Session.person,
    Session.started,
    Session.seen,
    Session.device,
]
_INSERT_OWNER = CompiledInsert(Owner, [Owner.person], Owner.id)
_INSERT_PERSON = CompiledInsert(Person, _PERSON, Person.id)
_SET_PERSON = Compiled(
    lambda: (
        Owner.update(person=slot("number")).where(Owner.id == slot("number")).returning(Owner.id)
    )
)
_INSERT_SESSION = CompiledInsert(Session, _SESSION, Session.person)


def _sign_in(person: int, now: int) -> str:
    token = f"{person}.{new_token()}"
    _INSERT_SESSION([[KEYS.hash(token), person, now, now, ""]])
    return token


def visit(address: str = "192.0.2.1", now: int = NOON, token: str = "", device: str = "") -> Visit:
    """Return a visit from this address at this time, by the device that has these cookies."""
    return Visit(address, now, KEYS, token, device)


def entry(verb: str, *, at: int = NOON, id: str | None = None, **fields: Any) -> dict[str, Any]:  # noqa: A002
    """Return an entry as a phone in Berlin sends it."""
    return {
        "v": 1,
        "id": id or str(uuid.uuid4()),
        "seq": 1,
        "verb": verb,
        "at": at,
        "offset": 60,
        "zone": "Europe/Berlin",
        "fields": fields,
    }


def win(what: str = "Fixed the flaky test", kind: str = "quick", **more: Any) -> dict[str, Any]:
    """Return an entry that logs a win."""
    return entry("log_win", what=what, kind=kind, **more)


def rating(value: int = 7, **more: Any) -> dict[str, Any]:
    """Return an entry that checks in."""
    return entry("check_in", rating=value, **more)


def edit(target: dict[str, Any], *, at: int = NOON + MINUTE, **fields: Any) -> dict[str, Any]:
    """Return an entry that edits the win that the entry `target` logs."""
    return entry("edit_win", at=at, target=target["id"], **fields)


def correct(target: dict[str, Any], *, at: int = NOON + MINUTE, **fields: Any) -> dict[str, Any]:
    """Return an entry that corrects the check-in that the entry `target` makes."""
    return entry("edit_check_in", at=at, target=target["id"], **fields)


def question(what: str = "Which vendor?", **more: Any) -> dict[str, Any]:
    """Return an entry that opens a decision."""
    return entry("open_decision", **{"what": what, "importance": "routine", **more})


def decide(target: dict[str, Any], *, at: int = NOON + MINUTE, **fields: Any) -> dict[str, Any]:
    """Return an entry that decides what the entry `target` opened."""
    return entry("decide", at=at, target=target["id"], **fields)


def line(
    review: str, what: str = "No test machine", step: str = "obstacles", **more: Any
) -> dict[str, Any]:
    """Return an entry that adds a line to a review."""
    return entry("add_line", review=review, step=step, what=what, **more)


def reopen(target: dict[str, Any], *, at: int = NOON + 2 * MINUTE) -> dict[str, Any]:
    """Return an entry that opens again what the entry `target` opened."""
    return entry("reopen_decision", at=at, target=target["id"])


def undo(target: dict[str, Any], *, at: int = NOON + MINUTE) -> dict[str, Any]:
    """Return an entry that takes back what the entry `target` made."""
    return entry("undo", at=at, target=target["id"])


def store_wins(who: Someone, number: int, a_day: int = 4, **columns: Any) -> list[str]:
    """Store so many wins straight away, the newest first, and return their ids."""
    ids = [str(uuid.uuid4()) for _ in range(number)]
    rows = [{**_stored(who, at, at // a_day), **columns, "id": one} for at, one in enumerate(ids)]
    for first in range(0, number, 400):
        Win.insert_many(rows[first : first + 400]).execute()
    return ids


def _stored(who: Someone, at: int, ago: int) -> dict[str, Any]:
    happened, day = NOON - ago * DAY - at, date(2026, 11, 22) - timedelta(days=ago)
    when = {"happened": happened, "entered": happened, "received": NOON, "day": day.isoformat()}
    where = {"offset": 60, "zone": "Europe/Berlin"}
    return {"person": who.id, "kind": "quick", "what": f"Win {at}", **when, **where}
