"""How languages write numbers, and formatting a value that way.

As many digits are written as the value needs to be read back: what is shown can be typed again and
is the same value. static/js/numbers/format.js does the same, and tests/numbers.json holds
both to it.
"""

import math
from dataclasses import dataclass
from decimal import Decimal

MINUS = "\u2212"
NO_VALUE = "–"  # what is neither finite nor a number, which no page stores


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """The marks of a language, as CLDR has them.

    decimal: the mark before the fraction, "." or ",". group: the mark between thousands.
    min_grouping: how many digits have to stand before the first group mark; 2 in Spanish, which
    writes 1234 but 12.345. minus: with a mark of direction where lines run from right to left, or
    it would be drawn behind the digits.
    """

    decimal: str = "."
    group: str = ","
    min_grouping: int = 1
    minus: str = MINUS


ENGLISH = NumberFormat()


def formatted(value: float, style: NumberFormat) -> str:
    """Return "1,234.5": with marks between thousands, for reading."""
    sign, whole, fraction = _digits(value, style)
    if whole != NO_VALUE and len(whole) >= 3 + style.min_grouping:
        whole = f"{int(whole):,}".replace(",", style.group)
    return _joined(sign, whole, fraction, style)


def brief(value: float, style: NumberFormat) -> str:
    """Return `value` with about nine digits, at most six of them in its fraction: for scales."""
    if not math.isfinite(value):
        return formatted(value, style)
    return formatted(round(value, max(0, min(6, 9 - len(str(int(abs(value))))))), style)


def typed(value: float, style: NumberFormat) -> str:
    """Return "1234.5": as one types it, for form fields."""
    return _joined(*_digits(value, style), style)


def _digits(value: float, style: NumberFormat) -> tuple[str, str, str]:
    if not math.isfinite(value):
        return "", NO_VALUE, ""
    plain = f"{Decimal(repr(float(value))):f}"
    whole, _, fraction = plain.removeprefix("-").partition(".")
    return (style.minus if value < 0 else ""), whole, fraction.rstrip("0")


def _joined(sign: str, whole: str, fraction: str, style: NumberFormat) -> str:
    return f"{sign}{whole}{style.decimal}{fraction}" if fraction else sign + whole
