"""How languages write numbers, and numbers written so.

All digits of a value are written, as few as tell it from every other: what is shown can be typed
again and is the same value. static/js/page/numbers.js does the same, and tests/numbers.json holds
both to it.
"""

from dataclasses import dataclass
from decimal import Decimal

MINUS = "\u2212"  # a hyphen would stand on the wrong side of the digits in lines from right to left


@dataclass(frozen=True, slots=True)
class Writing:
    """The marks of a language, as CLDR has them.

    decimal: the mark before the fraction, "." or ",". group: the mark between thousands. least:
    how many digits have to stand before the first group mark; 2 in Spanish: 1234, but 12.345.
    """

    decimal: str = "."
    group: str = ","
    least: int = 1


ENGLISH = Writing()


def written(value: float, writing: Writing) -> str:
    """Return "1,234.5": with marks between thousands, for reading."""
    sign, whole, fraction = _digits(value)
    if len(whole) >= 3 + writing.least:
        whole = f"{int(whole):,}".replace(",", writing.group)
    return _joined(sign, whole, fraction, writing)


def typed(value: float, writing: Writing) -> str:
    """Return "1234.5": as one types it, for form fields."""
    return _joined(*_digits(value), writing)


def _digits(value: float) -> tuple[str, str, str]:
    plain = f"{Decimal(repr(float(value))):f}"
    whole, _, fraction = plain.removeprefix("-").partition(".")
    return (MINUS if value < 0 else ""), whole, fraction.rstrip("0")


def _joined(sign: str, whole: str, fraction: str, writing: Writing) -> str:
    return f"{sign}{whole}{writing.decimal}{fraction}" if fraction else sign + whole
