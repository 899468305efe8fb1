"""Which column of a table is which, and how its dates and numbers are written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from webapp.rules.objectives.indicators import EARLIEST, LATEST, Value
from webapp.rules.shared.fields import FURTHEST
from webapp.rules.shared.problems import N_, Invalid, Problem

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: .*)?")
NUMBER = re.compile(r"[+-]?[\d.,]*\d(?:[eE][+-]?\d{1,2})?")
GROUPED = {mark: re.compile(rf"[+-]?\d{{1,3}}(\{mark}\d{{3}})+") for mark in ",."}
BLANKS = str.maketrans("−", "-", "   '’%\t\u2007")
NAMES = {
    "day": {"date", "day", "datum", "tag", "fecha", "día", "dia", "jour", "التاريخ", "اليوم"},
    "value": {"value", "wert", "valor", "valeur", "القيمة"},
    "exposure": {"exposure", "of", "count", "total", "anzahl", "gesamt", "von", "de", "sur", "من"},
}

NO_DATE = N_("Line %(line)s: “%(cell)s” is no date. Write it as 2026-11-24.")
NO_NUMBER = N_("Line %(line)s: “%(cell)s” is no number. Write it as 12.5 or 12,5.")
TOO_LARGE = N_("Line %(line)s: “%(cell)s” is too large a number.")
UNCLEAR_NUMBER = N_(
    "Line %(line)s: “%(cell)s” can mean a thousand or one. Write it without the comma, or with more"
    " digits after it."
)
NO_EXPOSURE = N_("Line %(line)s: of how many: “%(cell)s” is not above 0. Mend it or leave it out.")
UNCLEAR_DATE = N_(
    "It is not clear whether dates like %(cell)s begin with the day or the month. Write them as"
    " 2026-11-24."
)
NO_COLUMNS = N_("Each line needs a date and a value, with a semicolon, a tab or a comma between.")


class Order(Enum):
    """What comes first in dates that end with the year."""

    DAY = "day"
    MONTH = "month"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class TableDialect:
    """How to read the lines of a table: columns by their place; decimal: "," or ".", "" unclear."""

    header: bool
    day: int
    number: int
    exposure: int | None
    order: Order
    decimal: str

    def value(self, cells: Sequence[str]) -> Value | None:
        """What a line holds, None when its value is empty; Invalid, with places for %(line)s."""
        cell = _cell(cells, self.number)
        day = read_day(_cell(cells, self.day), self.order)
        if not cell:
            return None
        of = _cell(cells, self.exposure) if self.exposure is not None else ""
        exposure = self._number(of) if of else None
        if exposure is not None and exposure <= 0:
            raise _invalid(NO_EXPOSURE, of)
        return Value(day, self._number(cell), exposure)

    def _number(self, cell: str) -> float:
        bare = cell.translate(BLANKS)
        if not NUMBER.fullmatch(bare):
            raise _invalid(NO_NUMBER, cell)
        if not self.decimal and "," in bare and "." not in bare:
            if GROUPED[","].fullmatch(bare):
                raise _invalid(UNCLEAR_NUMBER, cell)
            return _parsed(bare.replace(",", "."), cell)
        grouping = "." if self.decimal == "," else ","
        whole = bare.partition(self.decimal or ".")[0]
        if grouping in bare and not GROUPED[grouping].fullmatch(whole):
            raise _invalid(NO_NUMBER, cell)  # another decimal mark than the others have
        return _parsed(bare.replace(grouping, "").replace(",", "."), cell)


def dialect_of(rows: Sequence[Sequence[str]], separator: str) -> TableDialect:
    """How a table is to be read; Invalid when it has no two columns, or its dates are unclear."""
    named = _named(rows[0])
    header = bool(named) or not any(map(_is_data, rows[0]))
    body = rows[1:] if header else rows
    columns = _columns(named, body[:50])
    days = [_cell(row, columns["day"]) for row in body]
    order = order_of(days)
    value, exposure = columns["value"], columns.get("exposure")
    places = [value] if exposure is None else [value, exposure]
    decimal = decimal_of([_cell(row, place) for row in body for place in places], separator)
    return TableDialect(header, columns["day"], value, exposure, order, decimal)


def order_of(days: Sequence[str]) -> Order:
    """What comes first in these dates; with dots it is the day, with slashes it has to show.

    Invalid when slashes stand there and nothing shows it.
    """
    slashed = [found for day in days if (found := YEAR_LAST.fullmatch(day)) and found[2] != "."]
    if any(int(found[1]) > 12 for found in slashed):
        return Order.DAY
    if any(int(found[3]) > 12 for found in slashed):
        return Order.MONTH
    unclear = [found for found in slashed if int(found[1]) != int(found[3])]
    if unclear:
        raise Invalid(Problem("table", UNCLEAR_DATE, {"cell": unclear[0][0]}))
    return Order.UNCLEAR


def decimal_of(cells: Sequence[str], separator: str) -> str:
    """The decimal mark of these numbers, "" when nothing shows it.

    It is the last mark of a number that has both, and a mark that cannot part thousands. Where it
    does not show, tables with semicolons have a comma: that is what they are written with
    semicolons for. In tables with commas a comma within a number parts thousands.
    """
    bare = [cell.translate(BLANKS) for cell in cells]
    for number in bare:
        if "," in number and "." in number:
            return max(",.", key=number.rfind)
    for mark in ",.":
        if any(mark in number and not GROUPED[mark].fullmatch(number) for number in bare):
            return mark
    if any("," in number for number in bare):
        return {";": ",", ",": "."}.get(separator, "")
    return "."


def read_day(cell: str, order: Order = Order.UNCLEAR) -> date:
    """The day of a cell; Invalid when it is none, or not between 1900 and 2200."""
    try:
        day = _day(cell, order)
    except ValueError:
        day = None
    if day is None or not EARLIEST <= day < LATEST:
        raise _invalid(NO_DATE, cell)
    return day


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


def _named(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        for name, words in NAMES.items():
            if cell.casefold() in words:
                found.setdefault(name, place)
    return found


def _columns(named: dict[str, int], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    widest = range(max((len(row) for row in rows), default=0))
    columns = dict(named)
    if "day" not in columns:
        days = (p for p in widest if any(_looks_like_day(_cell(row, p)) for row in rows))
        columns["day"] = next(days, 0)
    free = [p for p in widest if p not in columns.values() and _has_numbers(rows, p)]
    for name in ("value", "exposure"):
        if name not in columns and free and (name == "value" or not named):
            columns[name] = free.pop(0)
    if "value" not in columns:
        rest = [place for place in widest if place != columns["day"]]
        if not rest:
            raise Invalid(Problem("table", NO_COLUMNS))
        columns["value"] = rest[0]
    return columns


def _has_numbers(rows: Sequence[Sequence[str]], place: int) -> bool:
    return any(NUMBER.fullmatch(_cell(row, place).translate(BLANKS)) for row in rows)


def _looks_like_day(cell: str) -> bool:
    return bool(YEAR_FIRST.fullmatch(cell) or YEAR_LAST.fullmatch(cell))


def _is_data(cell: str) -> bool:
    return _looks_like_day(cell) or bool(NUMBER.fullmatch(cell.translate(BLANKS)))


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _parsed(bare: str, cell: str) -> float:
    try:
        number = float(bare)
    except ValueError:
        raise _invalid(NO_NUMBER, cell) from None
    if abs(number) > FURTHEST:
        raise _invalid(TOO_LARGE, cell)
    return number


def _invalid(says: str, cell: str) -> Invalid:
    return Invalid(Problem("table", says, {"cell": cell[:40], "line": 0}))
