"""Devices that were signed in before, known by a cookie that outlives the session.

The cookie signs nobody in: it gives its device a rate limit of its own, and tells whether the words
of a form that came after a session had ended are of the person who signs in. It holds a random id
of the device and, for each person who signed in on it, a keyed hash of both.
"""

import hmac
import secrets

from webapp.domain.account.tokens import keyed_hash
from webapp.rules.shared.ids import PersonId

MOST_PEOPLE = 5  # on one device; the one who signed in longest ago is forgotten
LONGEST = 512  # characters


def with_person(cookie: str, person: PersonId, secret: bytes) -> str:
    """Return the cookie of a device, "" for a new one, with this person as the last signed in."""
    device, *marks = _parts(cookie)
    mark = _mark(device, person, secret)
    others = [one for one in marks if one != mark]
    return ".".join([device, *others[-(MOST_PEOPLE - 1) :], mark])


def device_known_to(person: PersonId, cookie: str, secret: bytes) -> str:
    """Return the id of the device if this person signed in on it before, else ""."""
    device, *marks = _parts(cookie)
    mark = _mark(device, person, secret)
    return device if any(hmac.compare_digest(mark, one) for one in marks) else ""


def last_person(cookie: str) -> str:
    """Return the mark of the person who signed in last on a device, "" where nobody did.

    Of the same person on the same device it is always the same, and it tells nobody who that is.
    """
    _, *marks = _parts(cookie)
    return marks[-1] if marks else ""


def _parts(cookie: str) -> list[str]:
    device, *marks = cookie.split(".") if cookie.isascii() and len(cookie) <= LONGEST else [""]
    return [device, *marks] if device else [secrets.token_urlsafe(16)]


def _mark(device: str, person: PersonId, secret: bytes) -> str:
    return keyed_hash(f"device\n{device}\n{person}", secret)
