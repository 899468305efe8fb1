"""Signed-in devices: starting, recognising and ending their sessions.

A token names its person, "7.SECRET", so that its session is found by the key of its table. Those
from before version 0.3 do not, and are accepted until their sessions end.
"""

import re
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.domain.account.tokens import new_token
from webapp.rules.account.keys import Keys
from webapp.rules.shared.ids import PersonId, id_of_person
from webapp.rules.shared.moments import DAY
from webapp.storage.account.sessions import (
    Session,
    delete_expired_sessions,
    delete_sessions_but,
    session_of_person,
    session_of_token,
)
from webapp.storage.engine.database import transaction

IDLE_LIFE = 180 * DAY  # ms without a visit, R51
WHOLE_LIFE = 365 * DAY
MOST_DEVICES = 50  # of one person; one more signs out the one that was not used for longest
NAMED = re.compile(r"([1-9][0-9]{0,9})\..+")


def start_session(person_id: PersonId, keys: Keys, now: int, device: str = "") -> str:
    """Sign a device in and return its token, which is stored nowhere else; now: ms."""
    token = f"{person_id}.{new_token()}"
    with transaction():
        delete_expired_sessions(person_id, *live_since(now))
        delete_sessions_but(person_id, MOST_DEVICES - 1)
        Session.create(
            token_hash=keys.hash(token),
            person=person_id,
            started=now,
            seen=now,
            device=device[:200],
        )
    return token


def find_person(token: str, keys: Keys, now: int) -> SignedIn | None:
    """Return the person whose device has this token, None if it is not signed in; now: ms.

    The visit is stored, at most once a day. A hash by an earlier key is replaced.
    """
    current, *earlier = keys.hashes(token, now)
    stored, row = _look_up(_person_named_in(token), current, earlier)
    if row is None:
        return None
    started, seen, *person = row
    if now - seen > IDLE_LIFE or now - started > WHOLE_LIFE:
        return None
    if now - seen > DAY or stored != current:
        _store_visit(id_of_person(person[0]), stored, current, now)
    return SignedIn(*person)


def end_session(token: str, keys: Keys, now: int) -> None:
    """Sign out the device with this token; now: ms."""
    ended = Session.delete().where(Session.token_hash << keys.hashes(token, now))
    if person := _person_named_in(token):
        ended = ended.where(Session.person == person)
    with transaction():
        ended.execute()


def live_since(now: int) -> tuple[int, int]:
    """Return the earliest last visit and the earliest start of a session that is live at `now`."""
    return now - IDLE_LIFE, now - WHOLE_LIFE


def _person_named_in(token: str) -> PersonId | None:
    named = NAMED.fullmatch(token)
    return id_of_person(int(named[1])) if named else None


def _look_up(
    person_id: PersonId | None, current: str, earlier: list[str]
) -> tuple[str, tuple[Any, ...] | None]:
    """Return the hash under which a session is stored, and its row with the person; or None."""
    # The current one again: another request may have stored it between the two looks.
    for token_hash in (current, *earlier, *([current] if earlier else [])):
        if rows := _sessions(person_id, token_hash):
            return token_hash, rows[0]
    return current, None


def _sessions(person_id: PersonId | None, token_hash: str) -> list[tuple[Any, ...]]:
    if person_id is None:
        return session_of_token(token_hash=token_hash)
    return session_of_person(person=person_id, token_hash=token_hash)


def _store_visit(person: PersonId, stored: str, current: str, now: int) -> None:
    with transaction():
        changed = Session.update(seen=now, token_hash=current)
        changed.where(Session.person == person, Session.token_hash == stored).execute()
