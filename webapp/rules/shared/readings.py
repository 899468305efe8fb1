"""What a written number can mean: whether a point or a comma is before the fraction."""

import re
from fractions import Fraction
from typing import NamedTuple
from unicodedata import normalize

from webapp.rules.shared.marks import (
    ARABIC_DECIMAL,
    ARABIC_GROUP,
    CURRENCIES,
    FRACTIONS,
    in_ascii,
)

LONGEST = 40  # characters
POINT, COMMA = ".", ","
TINIEST = 5e-324  # what is even less, such as 1e-999, is not 0
SIGN = rf"[%{CURRENCIES}]?"
EDGE = rf"[^ %{CURRENCIES}+-]"  # what a number without its signs begins and ends with
SIGNED = re.compile(rf"([+-]?) *({SIGN}) *([+-]?) *({EDGE}(?:.*{EDGE})?) *({SIGN}) *(-?)")
LAKH = r"[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}"  # 12,34,567 as in India


def _pattern(decimal: str, group: str, more: str = "") -> re.Pattern[str]:
    grouped = (
        rf"[1-9][0-9]{{0,2}}(?P<mark>[{group} '{ARABIC_GROUP}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*"
    )
    fraction = rf"[{decimal}{ARABIC_DECIMAL}]"
    return re.compile(
        rf"(?P<whole>[0-9]+|{grouped}{more})(?:{fraction}(?P<after>[0-9]*))?"
        rf"|{fraction}(?P<only>[0-9]+)"
        rf"|(?P<scaled>[0-9]+(?:{fraction}[0-9]+)?[eE][+-]?[0-9]{{1,4}})"
        rf"|(?:(?P<full>[0-9]{{1,12}}) ?)?(?P<part>[{FRACTIONS}])"
    )


PATTERNS = {POINT: _pattern(".", ",", f"|{LAKH}"), COMMA: _pattern(",", ".")}


class Readings(NamedTuple):
    """What a text means under either mark, None where nothing; one of them is not None.

    bare: its digits and marks in ASCII. sign: for per cent or of a currency, "" for none. turned: a
    minus stands behind, as some programs write it and as some people begin a range.
    """

    point: float | None
    comma: float | None
    bare: str
    sign: str = ""
    turned: bool = False

    @property
    def unclear(self) -> bool:
        """Return whether the two marks give two different numbers."""
        return None not in {self.point, self.comma} and self.point != self.comma

    @property
    def clear(self) -> float | None:
        """Return the number if there is only one, else None."""
        return None if self.unclear else self.comma if self.point is None else self.point

    def by(self, decimal: str) -> float | None:
        """Return the number if this mark is the one before the fraction."""
        return self.point if decimal == POINT else self.comma


def readings_of(text: str) -> Readings | None:
    """Return what `text` can mean; None when it is no number, or too long for one."""
    plain = in_ascii(text)
    if (
        plain.isascii() and plain.isdecimal() and len(plain) <= LONGEST
    ):  # most numbers; spares three expressions
        return Readings(float(plain), float(plain), plain)
    found = SIGNED.fullmatch(plain) if len(plain) <= LONGEST else None
    if not found:
        return None
    before, lead, inner, bare, tail, behind = found.groups()
    if (lead and tail) or sum(map(bool, (before, inner, behind))) > 1:
        return None
    point, comma = (_value(bare, mark, before or inner) for mark in (POINT, COMMA))
    if point is None and comma is None:
        return None
    return Readings(point, comma, bare, lead or tail, bool(behind))


def _value(bare: str, decimal: str, sign: str) -> float | None:
    found = PATTERNS[decimal].fullmatch(bare)
    if not found:
        return None
    if found["part"]:
        return _mixed(found["full"], found["part"], sign)
    if found["scaled"]:
        digits = found["scaled"].replace(ARABIC_DECIMAL, POINT).replace(COMMA, POINT)
    else:
        whole = "".join(filter(str.isdecimal, found["whole"] or "0"))
        digits = f"{whole}.{found['after'] or found['only'] or '0'}"
    value = float(f"{sign}{digits}") + 0.0  # 0 has no sign
    return value or (TINIEST if re.search("[1-9].*e", digits, re.IGNORECASE) else 0.0)


def _mixed(full: str | None, part: str, sign: str) -> float:
    """Return "1½", of which `full` is the 1."""
    above, below = normalize("NFKD", part).split("\u2044")
    value = float(Fraction(int(full or 0) * int(below) + int(above), int(below)))
    return -value if sign == "-" else value
