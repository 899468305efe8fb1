"""The time now, and the zone of the phone."""

import time

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.moments import is_zone, known_zone
from webapp.web.shared import device_cookies


def now() -> int:
    """Return the time in ms since 1970."""
    return time.time_ns() // 1_000_000


def zone_of(person: SignedIn) -> str:
    """Return the zone that the person chose, else the phone's, else the last known one."""
    if person.fixed_zone:
        return person.fixed_zone
    zone = device_zone()
    return zone if is_zone(zone) else person.time_zone


def device_zone() -> str:
    """Return the zone that the phone sent, else its offset; unchecked, "" if it sent none."""
    # Set by the page (static/js/page/shared/moments.js): "Europe/Berlin~+01:00".
    name, _, offset = device_cookies.read("zone").partition("~")
    return name if known_zone(name) or not is_zone(offset) else offset
