"""The days of moments, where the person is who looks at them."""

from flask_login import current_user

from webapp.rules.shared.moments import moment_in
from webapp.web.shared.clock import device_zone, zone_of
from webapp.web.shared.login import current_person


def day_of(instant: int) -> str:
    """Return the ISO date of a moment (ms) where the person is who looks at the page."""
    zone = zone_of(current_person()) if current_user.is_authenticated else device_zone()
    return moment_in(zone, instant).local().date().isoformat()
