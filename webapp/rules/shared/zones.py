"""The time zones that a person can choose from."""

from functools import cache
from zoneinfo import available_timezones

REGIONS = frozenset(
    (
        *("Africa", "America", "Antarctica", "Arctic", "Asia"),
        *("Atlantic", "Australia", "Europe", "Indian", "Pacific"),
    )
)


@cache
def zones() -> tuple[str, ...]:
    """Return the IANA names with a region and a city, sorted, and UTC; without older names."""
    named = (zone for zone in available_timezones() if zone.partition("/")[0] in REGIONS)
    return (*sorted(named), "UTC")
