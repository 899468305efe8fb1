"""Signed-in devices: starting, recognising and ending them."""

from webapp.domain.account.people import SignedIn
from webapp.domain.account.tokens import keyed_hash, new_token
from webapp.rules.shared.moments import DAY
from webapp.storage.account.sessions import Session, dead_sessions, holder_of_token
from webapp.storage.engine.database import transaction

IDLE_LIFE = 180 * DAY  # ms without a visit, R51
WHOLE_LIFE = 365 * DAY


def start_session(person_id: int, secret: bytes, now: int, device: str = "") -> str:
    """Sign a device in and return its token, which is stored nowhere else; now: ms."""
    token = new_token()
    with transaction():
        dead_sessions(person_id, *oldest_alive(now)).execute()
        Session.create(
            token_hash=keyed_hash(token, secret),
            person=person_id,
            started=now,
            seen=now,
            device=device[:200],
        )
    return token


def holder_of(token: str, secret: bytes, now: int) -> SignedIn | None:
    """The person on the device with this token, or None when it is not signed in (any more)."""
    token_hash = keyed_hash(token, secret)
    rows = holder_of_token(token_hash=token_hash)
    if not rows:
        return None
    started, seen, *person = rows[0]
    if now - seen > IDLE_LIFE or now - started > WHOLE_LIFE:
        return None
    if now - seen > DAY:
        _mark_seen(token_hash, now)
    return SignedIn(*person)


def end_session(token: str, secret: bytes) -> None:
    """Sign the device with this token out."""
    with transaction():
        Session.delete().where(Session.token_hash == keyed_hash(token, secret)).execute()


def oldest_alive(now: int) -> tuple[int, int]:
    """When a device must have been seen and signed in, at the least, to be signed in at `now`."""
    return now - IDLE_LIFE, now - WHOLE_LIFE


def _mark_seen(token_hash: str, now: int) -> None:
    with transaction():
        Session.update(seen=now).where(Session.token_hash == token_hash).execute()
