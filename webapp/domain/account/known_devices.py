"""Devices that were signed in before, known by a cookie that outlives the session.

The cookie signs nobody in: it gives its device a rate limit of its own. It holds a random id of the
device and, for each person who signed in on it, a keyed hash of both.
"""

import hmac
import secrets

from webapp.rules.account.keys import Keys
from webapp.rules.shared.ids import PersonId

MOST_PEOPLE = 5  # on one device; the one who signed in longest ago is forgotten
LONGEST = 512  # characters


def with_person(cookie: str, person: PersonId, keys: Keys, now: int) -> str:
    """Return the cookie of a device, "" for a new one, with this person as the last signed in."""
    device, *marks = _parts(cookie)
    current, *earlier = _marks(device, person, keys, now)
    others = [one for one in marks if one not in (current, *earlier)]
    return ".".join([device, *others[-(MOST_PEOPLE - 1) :], current])


def device_known_to(person: PersonId, cookie: str, keys: Keys, now: int) -> str:
    """Return the id of the device if this person signed in on it before, else ""; now: ms."""
    device, *marks = _parts(cookie)
    accepted = _marks(device, person, keys, now)
    is_known = any(hmac.compare_digest(mark, one) for mark in accepted for one in marks)
    return device if is_known else ""


def renewed(cookie: str, person: PersonId, keys: Keys, now: int) -> str:
    """Return the cookie with the person's mark by the current key, "" if nothing is to be renewed.

    now: ms.
    """
    device, *marks = _parts(cookie)
    current, *earlier = _marks(device, person, keys, now)
    is_earlier = current not in marks and any(mark in earlier for mark in marks)
    return with_person(cookie, person, keys, now) if is_earlier else ""


def _parts(cookie: str) -> list[str]:
    device, *marks = cookie.split(".") if cookie.isascii() and len(cookie) <= LONGEST else [""]
    return [device, *marks] if device else [secrets.token_urlsafe(16)]


def _marks(device: str, person: PersonId, keys: Keys, now: int) -> list[str]:
    return keys.hashes(f"device\n{device}\n{person}", now)
