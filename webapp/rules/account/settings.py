"""What each of a person's settings can be, by the name of its column."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from unicodedata import normalize

from webapp.rules.account.people import parse_day_start
from webapp.rules.capture.fields import LONGEST_AREA
from webapp.rules.goals.goals import LIMITS
from webapp.rules.shared.moments import known_zone
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.text import clean_text, has_words
from webapp.rules.shared.workdays import parse_weekdays

MOST_AREAS = 12
Values = Sequence[object]  # all values in a form under the setting's name


class Theme(StrEnum):
    """How the app looks; "" is as the phone looks."""

    LIGHT = "light"
    DARK = "dark"


def parse_areas(field: str, value: object) -> str:
    """Return the names of areas, one a line, each once and without blank lines; Invalid."""
    longest = MOST_AREAS * (LONGEST_AREA + 10)
    lines = clean_text(field, value or "", longest=longest * 10).split("\n")
    first: dict[str, str] = {}
    for name in (" ".join(line.split()) for line in lines):
        first.setdefault(normalize("NFC", name).casefold(), name)  # an accent in one form
    areas = [name for name in first.values() if has_words(name)]
    if problems := _problems_of(field, areas):
        raise Invalid(*problems)
    return "\n".join(areas)


def _problems_of(field: str, areas: Sequence[str]) -> list[Problem]:
    long = [area for area in areas if len(area) > LONGEST_AREA]
    says = N_("“%(area)s…” is too long; an area can have %(longest)s characters.")
    values = [{"area": area[:20], "longest": LONGEST_AREA} for area in long]
    problems = [Problem(field, says, value) for value in values]
    if len(areas) > MOST_AREAS:
        says = N_("These are %(count)s areas; keep %(most)s at the most.")
        problems.append(Problem(field, says, {"count": len(areas), "most": MOST_AREAS}))
    return problems


def _day_start(_field: str, values: Values) -> int:
    return parse_day_start(_one(values))


def _zone(field: str, values: Values) -> str:
    zone = _one(values)
    if zone in {None, ""}:
        return ""
    if not isinstance(zone, str) or not known_zone(zone.strip()):
        raise Invalid(
            Problem(field, N_("There is no such time zone. Choose one, like Europe/Berlin."))
        )
    return zone.strip()


def _areas(field: str, values: Values) -> str:
    return parse_areas(field, _one(values))


def _theme(field: str, values: Values) -> str:
    return _choice(field, values, ["", *Theme], N_("Choose light, dark, or as the phone has it."))


def _goal_limit(field: str, values: Values) -> int:
    numbers = {str(number): number for number in LIMITS}
    return numbers[_choice(field, values, list(numbers), N_("Choose a number from 1 to 7."))]


def _choice(field: str, values: Values, options: Sequence[str], says: str) -> str:
    value = _one(values)
    if value not in options:
        raise Invalid(Problem(field, says))
    return str(value)


def _one(values: Values) -> object:
    return values[0] if values else None


PARSERS: dict[str, Callable[[str, Values], int | str]] = {
    "day_start": _day_start,
    "fixed_zone": _zone,
    "workdays": parse_weekdays,
    "checkin_days": parse_weekdays,
    "areas": _areas,
    "goal_limit": _goal_limit,
    "theme": _theme,
}


def parse_setting(name: str, values: Values) -> int | str:
    """Return the value of the setting `name` for these values of a form, or raise Invalid."""
    return PARSERS[name](name, values)
