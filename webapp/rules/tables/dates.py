"""The dates of a table, which are written in one order."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from webapp.rules.shared.problems import N_, Invalid, Problem

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: .*)?")

NO_DATE = N_("Line %(line)s: “%(cell)s” is no date. Write it as 2026-11-24.")
UNCLEAR_DATE = N_(
    "It is not clear whether dates like %(cell)s begin with the day or the month. Choose it, or"
    " write them as 2026-11-24."
)


class Order(StrEnum):
    """What comes first in dates that end with the year."""

    DAY = "day"
    MONTH = "month"
    UNCLEAR = ""


def order_of(days: Sequence[str]) -> Order:
    """Return what comes first in these dates; with dots it is the day, with slashes it has to show.

    Invalid, for the field `order`: slashes stand there and nothing shows it.
    """
    slashed = [found for day in days if (found := YEAR_LAST.fullmatch(day)) and found[2] != "."]
    if any(int(found[1]) > 12 for found in slashed):
        return Order.DAY
    if any(int(found[3]) > 12 for found in slashed):
        return Order.MONTH
    unclear = [found for found in slashed if int(found[1]) != int(found[3])]
    if unclear:
        raise Invalid(Problem("order", UNCLEAR_DATE, {"cell": unclear[0][0]}))
    return Order.UNCLEAR


def read_day(cell: str, order: Order = Order.UNCLEAR) -> date:
    """Return the day of a cell; Invalid, without its %(line)s: it is none."""
    try:
        day = _day(cell, order)
    except ValueError:
        day = None
    if day is None:
        raise Invalid(Problem("table", NO_DATE, {"cell": cell[:40], "line": 0}))
    return day


def looks_like_day(cell: str) -> bool:
    """Return whether a cell is written as a date is."""
    return bool(YEAR_FIRST.fullmatch(cell) or YEAR_LAST.fullmatch(cell))


def _day(cell: str, order: Order) -> date | None:
    if found := YEAR_FIRST.fullmatch(cell):
        return date(int(found[1]), int(found[2]), int(found[3]))
    found = YEAR_LAST.fullmatch(cell)
    if not found:
        return None
    first, second = int(found[1]), int(found[3])
    if found[2] != "." and order is Order.MONTH:
        first, second = second, first
    return date(int(found[4]), second, first)
