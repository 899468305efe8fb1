"""The time zones that are offered to choose from."""

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
    """IANA names that a place gave its name to, by region, and UTC; older names are left out."""
    places = (zone for zone in available_timezones() if zone.partition("/")[0] in REGIONS)
    return (*sorted(places), "UTC")
