"""The week of the place that a request comes from, as Unicode's CLDR knows it (R10, R43).

It is read from the languages that the browser asks for ("ar-SA"), which scripts could say no
better, and from the phone's zone. So it works without scripts and when the operator's proxy hides
where a request comes from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from flask import request

from webapp.rules.shared.workdays import MONDAY_TO_FRIDAY, WorkingWeek, working_week
from webapp.web.shared.clock import device_zone

UNCHOSEN = "en-us"  # the language of browsers whose owner chose none: the zone says more
REGION = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?[-_]([A-Za-z]{2})\b")


@dataclass(frozen=True, slots=True)
class RegionalWeek:
    """The first day of a region's week, and the first and last of its weekend; Monday is 0."""

    first: int
    weekend: tuple[int, int]


def week_of_request() -> RegionalWeek | None:
    """Return the week of this request's region; None if the request does not say where it is."""
    weeks = (week_in(region) for region in _regions())
    return next((week for week in weeks if week), None)


def working_week_of_request() -> WorkingWeek:
    """Return the working week of this request's region; Monday to Friday if it says none."""
    week = week_of_request()
    return working_week(*week.weekend) if week else MONDAY_TO_FRIDAY


@lru_cache(maxsize=512)
def week_in(region: str) -> RegionalWeek | None:
    """Return the week of a region ("SA"); None if CLDR does not know the region."""
    try:
        locale = Locale.parse(f"und_{region}")
    except (UnknownLocaleError, ValueError):
        return None
    return RegionalWeek(locale.first_week_day, (locale.weekend_start, locale.weekend_end))


def _regions() -> Iterator[str]:
    asked = [tag for tag, quality in request.accept_languages if quality]
    for tag in asked:
        if tag.lower() != UNCHOSEN:
            yield from _region_of_tag(tag)
    yield from _region_of_zone(device_zone())
    for tag in asked:
        yield from _region_of_tag(tag)


def _region_of_tag(tag: str) -> Iterator[str]:
    if found := REGION.match(tag):
        yield found[1].upper()


def _region_of_zone(zone: str) -> Iterator[str]:
    zone = get_global("zone_aliases").get(zone, zone)
    region = get_global("zone_territories").get(zone, "ZZ")
    if region not in {"ZZ", "001"}:  # an unknown place, as that of UTC
        yield region
