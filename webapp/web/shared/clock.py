"""The time now, and the zone of the phone."""

import time

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.moments import known_zone
from webapp.web.shared import device_cookies


def now() -> int:
    """Return the time in ms since 1970."""
    return time.time_ns() // 1_000_000


def zone_of(person: SignedIn) -> str:
    """Return the IANA zone that the person chose, else the phone's, else the last known one."""
    if person.fixed_zone:
        return person.fixed_zone
    zone = device_zone()
    return zone if zone and known_zone(zone) else person.time_zone


def device_zone() -> str:
    """Return the zone that the phone sent, unchecked; "" if it sent none."""
    return device_cookies.read("zone")  # set by the page (static/js/page/shared/moments.js)
