"""The time now, and where the phone is."""

import time

from flask import request

from webapp.domain.people import SignedIn
from webapp.rules.moments import known_zone

ZONE_COOKIE = "zone"  # set by the page (static/js/zone.js); travels with the phone


def now() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def zone_of(person: SignedIn) -> str:
    """The IANA zone the person chose, else the one the phone says it is in, else the last known."""
    if person.fixed_zone:
        return person.fixed_zone
    told = request.cookies.get(ZONE_COOKIE, "")
    return told if told and known_zone(told) else person.time_zone
