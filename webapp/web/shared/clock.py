"""The time now, and where the phone is."""

import time

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.moments import known_zone
from webapp.web.shared import device_cookies


def now() -> int:
    """Milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def zone_of(person: SignedIn) -> str:
    """The IANA zone the person chose, else the one the phone says it is in, else the last known."""
    if person.fixed_zone:
        return person.fixed_zone
    zone = device_zone()
    return zone if zone and known_zone(zone) else person.time_zone


def device_zone() -> str:
    """The zone that the phone says it is in, as it came; "" when it says none."""
    return device_cookies.read(
        "zone"
    )  # set by the page (static/js/page/shared/moments.js); travels with the phone
