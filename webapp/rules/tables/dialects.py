"""How a table is written: its heading, its columns, its dates and its decimal mark."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from webapp.rules.shared.number_formats import NumberFormat
from webapp.rules.shared.problems import Invalid, Problem
from webapp.rules.shared.readings import COMMA, POINT, readings_of
from webapp.rules.tables.columns import Columns, column, columns_of, named_columns
from webapp.rules.tables.dates import Order, looks_like_day, order_of
from webapp.rules.tables.numbers import decimal_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose about a table, as a form sends it; what is left out shows in the table.

    columns: places as text for day, value and exposure. decimal: "." or ",". order: "day" or
    "month".
    """

    columns: dict[str, str] = field(default_factory=dict)
    decimal: str = ""
    order: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table.

    names: the heading of each column, or the first cell of it. header: the first line is a
    heading.
    """

    names: tuple[str, ...]
    header: bool
    columns: Columns


@dataclass(frozen=True, slots=True)
class TableDialect(Layout):
    """How to read the lines of a table. marked: the decimal mark makes a difference."""

    order: Order
    decimal: str
    marked: bool


def layout_of(rows: Sequence[Sequence[str]], chosen: dict[str, str]) -> Layout:
    """Return which column is which; chosen: as of columns_of. Invalid: there are no two."""
    named = named_columns(rows[0])
    header = bool(named) or not any(map(_is_data, rows[0]))
    columns = columns_of(named, rows[1:] if header else rows, chosen, headed=header)
    return Layout(tuple(_names(rows, header=header)), header, columns)


def dialect_of(
    rows: Sequence[Sequence[str]], separator: str, style: NumberFormat, choices: Choices
) -> TableDialect:
    """Return how a table is to be read.

    Invalid: it has no two columns, or (fields `decimal` and `order`) something does not show and
    was not chosen.
    """
    layout = layout_of(rows, choices.columns)
    header, columns = layout.header, layout.columns
    body = rows[1:] if header else rows
    days, cells = column(body, columns.day), _numbers(body, columns)
    problems: list[Problem] = []  # both questions at once
    order = _asked(problems, Order.UNCLEAR, lambda: _order(days, choices))
    decimal = _asked(problems, POINT, lambda: _decimal(cells, separator, style, choices))
    if problems:
        raise Invalid(*problems)
    marked = any("," in cell or "." in cell for cell in cells)
    return TableDialect(layout.names, header, columns, order, decimal, marked)


def _numbers(body: Sequence[Sequence[str]], columns: Columns) -> list[str]:
    places = [place for place in (columns.value, columns.exposure) if place is not None]
    return list(chain.from_iterable(column(body, place) for place in places))


def _asked(problems: list[Problem], otherwise: T, ask: Callable[[], T]) -> T:
    try:
        return ask()
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return otherwise


def _order(days: Sequence[str], choices: Choices) -> Order:
    return Order(choices.order) if choices.order in {"day", "month"} else order_of(days)


def _decimal(cells: Sequence[str], separator: str, style: NumberFormat, choices: Choices) -> str:
    if choices.decimal in {POINT, COMMA}:
        return choices.decimal
    return decimal_of(cells, separator, style)


def _names(rows: Sequence[Sequence[str]], *, header: bool) -> list[str]:
    width = max(len(row) for row in rows[:50])
    first = [*rows[0], *[""] * (width - len(rows[0]))]
    return first if header else [next(filter(None, column(rows[:50], p)), "") for p in range(width)]


def _is_data(cell: str) -> bool:
    return looks_like_day(cell) or readings_of(cell) is not None
