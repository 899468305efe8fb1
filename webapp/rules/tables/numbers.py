"""The numbers of a table, which all have the same mark before the fraction."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from webapp.rules.shared.marks import in_ascii
from webapp.rules.shared.number_formats import NumberFormat, typed
from webapp.rules.shared.numbers import in_range, is_own, signs_of
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.readings import COMMA, LONGEST, POINT, Readings, readings_of

SAYS = {";": COMMA, ",": POINT}  # the mark that spreadsheets mean when they separate cells so

NO_NUMBER = N_("Line %(line)s: “%(cell)s” is no number. Write it as 12.5 or 12,5.")
OTHER_MARK = N_(
    "Line %(line)s: “%(cell)s” has another mark before the fraction than other numbers here."
)
TOO_LARGE = N_("Line %(line)s: “%(cell)s” is too large a number.")
TOO_SMALL = N_("Line %(line)s: “%(cell)s” is too close to 0.")
TOO_LONG = N_("Line %(line)s: “%(cell)s” has too many digits.")
TURNED = N_("Line %(line)s: the minus of “%(cell)s” stands behind. Write it in front.")
SIGN = N_("Line %(line)s: “%(cell)s” is in %(sign)s, and this counts %(unit)s.")
UNCLEAR = N_(
    "Numbers like %(cell)s can mean %(first)s or %(second)s here. Choose the mark before the"
    " fraction."
)


def decimal_of(cells: Iterable[str], separator: str, style: NumberFormat) -> str:
    """Return the mark before the fraction that these numbers have, "." or ",".

    A number with both marks shows it, and so does one that makes no sense with the other mark. If
    every number can be read either way, the separator and the language of the page have to agree,
    and the language has to write numbers like these. Invalid, for the field `decimal`: it does
    not show.
    """
    found = [(cell, one) for cell in cells if (one := _marked(cell))]
    pointed = sum(one.comma is None for _, one in found)
    with_comma = sum(one.point is None for _, one in found)
    if pointed or with_comma:
        return COMMA if with_comma >= pointed else POINT
    unclear = [(cell, one) for cell, one in found if one.unclear]
    agreed = SAYS.get(separator) == style.decimal
    if unclear and not (agreed and all(is_own(one, cell, style) for cell, one in unclear)):
        raise Invalid(_question(*unclear[0], style))
    return style.decimal


def read_cell(cell: str, decimal: str) -> float:
    """Return the number of a cell; Invalid, without its %(line)s: why it is none."""
    found = readings_of(cell)
    if found is None:
        raise _invalid(TOO_LONG if len(in_ascii(cell)) > LONGEST else NO_NUMBER, cell)
    value = found.by(decimal)
    if value is None:
        raise _invalid(OTHER_MARK, cell)
    if found.turned:
        raise _invalid(TURNED, cell)
    return _in_range(value, cell)


class Unit(NamedTuple):
    """What is counted, and the signs that its numbers may have; None: any."""

    name: str
    signs: str | None

    @classmethod
    def of(cls, name: str) -> "Unit":
        """Return the unit of this name, which is "" where it is not known."""
        return cls(name, signs_of(name))


def check_sign(cell: str, unit: Unit) -> None:
    """Raise Invalid if the number of a cell has a sign that does not go with `unit`."""
    sign = "" if unit.signs is None else sign_of(cell)
    if sign and sign not in (unit.signs or ""):
        values = {"cell": cell[:40], "sign": sign, "unit": unit.name, "line": 0}
        raise Invalid(Problem("table", SIGN, values))


def sign_of(cell: str) -> str:
    """Return the sign for per cent or of a currency that the number of a cell has, "" for none."""
    found = _marked(cell)
    return found.sign if found else ""


def share_of_numbers(cells: Sequence[str]) -> float:
    """Return how many of the cells that hold something are numbers, from 0 to 1."""
    given = [cell for cell in cells if cell]
    return sum(readings_of(cell) is not None for cell in given) / len(given) if given else 0


def _marked(cell: str) -> Readings | None:
    # Most cells are plain digits and show nothing.
    return None if cell.isascii() and cell.isdecimal() else readings_of(cell)


def _question(cell: str, found: Readings, style: NumberFormat) -> Problem:
    first, second = (typed(value or 0, style) for value in (found.point, found.comma))
    return Problem("decimal", UNCLEAR, {"cell": cell[:40], "first": first, "second": second})


def _in_range(value: float, cell: str) -> float:
    try:
        return in_range("table", value)
    except Invalid:
        raise _invalid(TOO_LARGE if abs(value) > 1 else TOO_SMALL, cell) from None


def _invalid(says: str, cell: str) -> Invalid:
    return Invalid(Problem("table", says, {"cell": cell[:40], "line": 0}))
