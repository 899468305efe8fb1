"""Signed-in devices: starting, recognising and ending them."""

import hashlib
import hmac
import secrets

from webapp.domain.people import SignedIn
from webapp.rules.moments import DAY
from webapp.storage.database import transaction
from webapp.storage.sessions import Session, holder_of_token

IDLE_LIFE = 180 * DAY  # ms without a visit, R51
WHOLE_LIFE = 365 * DAY


def start_session(person_id: int, secret: bytes, now: int, device: str = "") -> str:
    """Sign a device in and return its token, which is stored nowhere else; now: ms."""
    token = secrets.token_urlsafe(32)
    with transaction():
        Session.create(
            token_hash=_hash(token, secret),
            person=person_id,
            started=now,
            seen=now,
            device=device[:200],
        )
    return token


def holder_of(token: str, secret: bytes, now: int) -> SignedIn | None:
    """The person on the device with this token, or None when it is not signed in (any more)."""
    token_hash = _hash(token, secret)
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
        Session.delete().where(Session.token_hash == _hash(token, secret)).execute()


def _mark_seen(token_hash: str, now: int) -> None:
    with transaction():
        Session.update(seen=now).where(Session.token_hash == token_hash).execute()


def _hash(token: str, secret: bytes) -> str:
    return hmac.new(secret, token.encode(errors="replace"), hashlib.sha256).hexdigest()
