"""Signed-in devices: starting, recognising and ending their sessions."""

from webapp.domain.account.people import SignedIn
from webapp.domain.account.tokens import keyed_hash, new_token
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import DAY
from webapp.storage.account.sessions import (
    Session,
    delete_expired_sessions,
    delete_sessions_but,
    session_with_person,
)
from webapp.storage.engine.database import transaction

IDLE_LIFE = 180 * DAY  # ms without a visit, R51
WHOLE_LIFE = 365 * DAY
MOST_DEVICES = 50  # of one person; one more signs out the one that was not used for longest


def start_session(person_id: PersonId, secret: bytes, now: int, device: str = "") -> str:
    """Sign a device in and return its token, which is stored nowhere else; now: ms."""
    token = new_token()
    with transaction():
        delete_expired_sessions(person_id, *live_since(now))
        delete_sessions_but(person_id, MOST_DEVICES - 1)
        Session.create(
            token_hash=keyed_hash(token, secret),
            person=person_id,
            started=now,
            seen=now,
            device=device[:200],
        )
    return token


def find_person(token: str, secret: bytes, now: int) -> SignedIn | None:
    """Return the person whose device has this token, None if it is not signed in; now: ms.

    The visit is stored, at most once a day.
    """
    token_hash = keyed_hash(token, secret)
    rows = session_with_person(token_hash=token_hash)
    if not rows:
        return None
    started, seen, *person = rows[0]
    if now - seen > IDLE_LIFE or now - started > WHOLE_LIFE:
        return None
    if now - seen > DAY:
        _store_visit(token_hash, now)
    return SignedIn(*person)


def end_session(token: str, secret: bytes) -> None:
    """Sign out the device with this token."""
    with transaction():
        Session.delete().where(Session.token_hash == keyed_hash(token, secret)).execute()


def live_since(now: int) -> tuple[int, int]:
    """Return the earliest last visit and the earliest start of a session that is live at `now`."""
    return now - IDLE_LIFE, now - WHOLE_LIFE


def _store_visit(token_hash: str, now: int) -> None:
    with transaction():
        Session.update(seen=now).where(Session.token_hash == token_hash).execute()
