"""Reading a number that a person typed, in the language of the page; never a guess.

A number that can mean two things is read as the language of the page writes it, if it writes one of
the two so; else it is asked for again (docs/decisions/data/0023-numbers-that-people-type.md).
"""

import re

from webapp.rules.shared.marks import (
    ARABIC_DECIMAL,
    ARABIC_GROUP,
    CURRENCIES,
    in_ascii,
    is_foreign,
)
from webapp.rules.shared.number_formats import NumberFormat, typed
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.readings import COMMA, LONGEST, POINT, Readings, readings_of

FURTHEST = 1e15  # a number beyond it is a slip of the finger, and digits would get lost
NEAREST = 1e-9  # to 0
SHOWN = 40  # characters of what was typed, in a sentence about it
NUMERIC = re.compile(rf"[-+0-9.,' %eE{ARABIC_DECIMAL}{ARABIC_GROUP}]+")

NO_NUMBER = N_("Give a number, such as 12 or %(example)s: “%(typed)s” is none.")
UNCLEAR = N_("“%(typed)s” can mean %(first)s or %(second)s. Write it as one of these.")
TOO_LARGE = N_("This number is too large.")
TOO_SMALL = N_("This number is too close to 0.")
TOO_LONG = N_("This number has too many digits. Keep it to 15.")
NO_SIGN = N_("This is not counted in %(sign)s. Write the number without this sign.")
PERCENTS = (
    "%",
    "percent",
    "per cent",
    "prozent",
    "por ciento",
    "porcentaje",
    "pour cent",
    "pourcent",
    "في المئة",
    "في المائة",
    "بالمئة",
    "بالمائة",
    "نسبة مئوية",
)
CURRENCY_NAMES = {  # how words of a unit begin that names the currency of a sign
    "€": ("eur", "يورو"),
    "$": ("dollar", "usd", "dólar", "دولار"),
    "£": ("pound", "gbp", "pfund", "libra", "livre", "جنيه"),
    "¥": ("yen", "jpy", "yuan", "cny", "ين", "يوان"),
}
CURRENCY = re.compile(f"[{CURRENCIES}]")


def read_number(
    field: str, text: str, style: NumberFormat, *, signs: str | None = None
) -> float | None:
    """Return the number that was typed on a page of this language; None: nothing was typed.

    signs: for per cent or of currencies that it may have, None for any. Invalid: it is no number,
    or can mean two, or has another sign, or is too large or too close to 0.
    """
    if not in_ascii(text):
        return None
    found = readings_of(text)
    if found is None:
        raise Invalid(_no_number(field, text, style))
    if found.sign and signs is not None and found.sign not in signs:
        raise Invalid(Problem(field, NO_SIGN, {"sign": found.sign}))
    return _only(field, text, found, style)


def in_range(field: str, value: float) -> float:
    """Return `value`, or raise Invalid when it is too large or too close to 0 to be meant."""
    if not abs(value) <= FURTHEST:  # nan is not, either
        raise Invalid(Problem(field, TOO_LARGE))
    if 0 < abs(value) < NEAREST:
        raise Invalid(Problem(field, TOO_SMALL))
    return value + 0.0  # 0 has no sign


def is_own(found: Readings, text: str, style: NumberFormat) -> bool:
    """Return whether this language writes one of two meanings so: what it has by its own mark."""
    mark = POINT if POINT in found.bare else COMMA
    before, _, after = found.bare.partition(mark)
    if is_foreign(text):
        return False
    if mark == style.decimal:
        return not after.endswith("0")  # 1.25 is never written 1.250
    return mark == style.group and len(before) >= style.min_grouping


def signs_of(unit: str) -> str | None:
    """Return the signs that a number of this unit may have; None, any, where no unit is known."""
    said = in_ascii(unit).casefold()
    if not said:
        return None
    percent = "%" if any(word in said for word in PERCENTS) else ""
    words = re.findall(r"\w+", said)
    named = (
        sign for sign, names in CURRENCY_NAMES.items() for word in words if word.startswith(names)
    )
    return percent + "".join(dict.fromkeys((*CURRENCY.findall(said), *named)))


def read_whole(text: str, allowed: range) -> int | None:
    """Return the whole number that was typed if it is one of `allowed`, else None."""
    plain = in_ascii(text)
    whole = int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 10 else None
    return whole if whole in allowed else None


def _only(field: str, text: str, found: Readings, style: NumberFormat) -> float:
    if found.unclear and not is_own(found, text, style):
        raise Invalid(_unclear(field, text, found.point, found.comma, style))
    value = in_range(field, (found.by(style.decimal) if found.unclear else found.clear) or 0.0)
    if found.turned and value:
        raise Invalid(_unclear(field, text, -value, value, style))
    return value


def _unclear(
    field: str, text: str, first: float | None, second: float | None, style: NumberFormat
) -> Problem:
    one, other = (typed(value or 0, style) for value in (first, second))
    return Problem(field, UNCLEAR, {"typed": text.strip()[:SHOWN], "first": one, "second": other})


def _no_number(field: str, text: str, style: NumberFormat) -> Problem:
    plain = in_ascii(text)
    if len(plain) > LONGEST and NUMERIC.fullmatch(plain):
        return Problem(field, TOO_LONG)
    example = typed(12.5, style)
    return Problem(field, NO_NUMBER, {"typed": text.strip()[:SHOWN], "example": example})
