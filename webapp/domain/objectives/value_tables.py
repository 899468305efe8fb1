"""Tables of values for an indicator: previewing and storing one (R25)."""

from dataclasses import dataclass

from webapp.domain.account.people import SignedIn
from webapp.domain.objectives.indicators import indicator_of, store_values
from webapp.rules.objectives.indicators import Value
from webapp.rules.objectives.value_tables import ValueTable, read_table, write_table
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


def preview_table(person: SignedIn, indicator_id: str, text: str) -> Preview:
    """Return what storing this table would do.

    NotFound. Invalid: what cannot be read, line by line.
    """
    indicator_of(person, indicator_id)
    table = read_table(text)
    values, many = table.values, len(table.values)
    first = values if many <= 2 * SHOWN else values[:SHOWN]
    last = () if many <= 2 * SHOWN else values[-SHOWN:]
    replaced = _replaced(person, indicator_id, table)
    left_out = many - len(first) - len(last)
    return Preview(table, first, last, left_out, replaced, write_table(values))


def store_table(person: SignedIn, indicator_id: str, text: str) -> int:
    """Store all values of a table, or none, and return how many; NotFound, Invalid."""
    indicator_of(person, indicator_id)
    values = read_table(text).values
    store_values(person, indicator_id, values)
    return len(values)


def _replaced(person: SignedIn, indicator_id: str, table: ValueTable) -> int:
    first, last = (table.values[end].day.isoformat() for end in (0, -1))
    known = values_between(person.owner, indicator_id, first, last)
    return len(known & {value.day.isoformat() for value in table.values})
