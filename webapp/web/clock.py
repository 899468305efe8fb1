"""The time now, and where the phone is."""

import time

from flask import request

from webapp.domain.people import SignedIn
from webapp.rules.moments import known_zone

ZONE_COOKIE = "zone"  # set by the page (static/js/page/place.js); travels with the phone


def now() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def zone_of(person: SignedIn) -> str:
    """The IANA zone the phone says it is in, else the last one known."""
    told = told_zone()
    return told if told and known_zone(told) else person.time_zone


def told_zone() -> str:
    """The zone that the phone says it is in, as it came; "" when it says none."""
    prefix = "__Host-" if request.is_secure else ""
    return request.cookies.get(prefix + ZONE_COOKIE, "")
