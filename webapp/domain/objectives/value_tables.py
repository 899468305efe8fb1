"""Tables of values for an indicator: previewing and storing one (R25)."""

from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.objectives.indicators import indicator_of, store_values
from webapp.rules.objectives.indicators import Value
from webapp.rules.objectives.value_tables import (
    NOTHING_CHOSEN,
    ValueTable,
    read_table,
    write_table,
)
from webapp.rules.shared.number_formats import ENGLISH, NumberFormat
from webapp.rules.tables.dialects import Choices
from webapp.storage.objectives.indicators import values_between

SHOWN = 3  # at each end


@dataclass(frozen=True, slots=True)
class Preview:
    """What a table would change: the first and last of its values, and how many it replaces.

    left_out: how many values lie between those shown. text: the table, to be sent again and stored.
    """

    table: ValueTable
    first: tuple[Value, ...]
    last: tuple[Value, ...]
    left_out: int
    replaced: int
    text: str


def preview_table(
    acting: Acting,
    indicator_id: str,
    text: str,
    style: NumberFormat = ENGLISH,
    choices: Choices = NOTHING_CHOSEN,
) -> Preview:
    """Return what storing this table would do; style: of the page on which it was given.

    NotFound; Invalid: as of read_table.
    """
    unit = indicator_of(acting, indicator_id).unit
    table = read_table(text, style, unit, choices)
    values, many = table.values, len(table.values)
    first = values if many <= 2 * SHOWN else values[:SHOWN]
    last = () if many <= 2 * SHOWN else values[-SHOWN:]
    replaced = _replaced(acting, indicator_id, table)
    left_out = many - len(first) - len(last)
    return Preview(table, first, last, left_out, replaced, write_table(values))


def store_table(acting: Acting, indicator_id: str, text: str, style: NumberFormat = ENGLISH) -> int:
    """Store all values of a table, or none, and return how many; NotFound; Invalid."""
    unit = indicator_of(acting, indicator_id).unit
    values = read_table(text, style, unit).values
    store_values(acting, indicator_id, values)
    return len(values)


def _replaced(acting: Acting, indicator_id: str, table: ValueTable) -> int:
    first, last = (table.values[end].day.isoformat() for end in (0, -1))
    known = values_between(acting.owner, indicator_id, first, last)
    return len(known & {value.day.isoformat() for value in table.values})
