"""Reading a table of values: from a CSV file or pasted, as spreadsheets in many countries write it.

Each line has a date, a value, and perhaps of how many it is. How dates and numbers are written is
decided for the whole table, and what is not clear is asked and never guessed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.rules.objectives.indicators import EARLIEST, LATEST, Value
from webapp.rules.shared.number_formats import ENGLISH, NumberFormat
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.text import BREAK
from webapp.rules.tables.columns import column
from webapp.rules.tables.dates import read_day
from webapp.rules.tables.dialects import Choices, Layout, TableDialect, dialect_of, layout_of
from webapp.rules.tables.lines import Line, lines_of, separator_of
from webapp.rules.tables.numbers import Unit, check_sign, read_cell, sign_of

MOST_ROWS = 50_000
MOST_COLUMNS = 50
TOO_LONG = N_("This has %(rows)s lines. Cut it into parts of %(most)s at the most.")
TOO_WIDE = N_("Line %(line)s has more than %(most)s cells. Take out columns that are not needed.")
MOST_TOLD = 20
NOTHING_CHOSEN = Choices()

EMPTY = Problem("table", N_("There is nothing in this table."))
NO_VALUES = Problem("table", N_("No line of this table has a date and a value."))
NO_EXPOSURE = N_(
    "Line %(line)s: of how many: “%(cell)s” is not above 0. Correct it or leave it out."
)
SHARE = N_("Line %(line)s: of how many: “%(cell)s” is no count. Write how many, or leave it out.")
FAR_DATE = N_("Line %(line)s: “%(cell)s” is not between the years 1900 and 2199.")


@dataclass(frozen=True, slots=True)
class ValueTable:
    """The values of a table by day, oldest first.

    rows: how many lines held one. repeated: ISO days that stood there more than once, of which
    the last line counts. empty: how many lines had a date and no value. dialect: how it was read.
    """

    values: tuple[Value, ...]
    rows: int
    repeated: tuple[str, ...]
    empty: int
    dialect: TableDialect


def read_table(
    text: str,
    style: NumberFormat = ENGLISH,
    unit: str = "",
    choices: Choices = NOTHING_CHOSEN,
) -> ValueTable:
    """Return the values that `text` holds, given on a page with numbers of this style.

    unit: of what the values are, where it is known. Invalid: for each line that cannot be read,
    why; for the fields `decimal` and `order`, what has to be chosen. It is all or nothing.
    """
    lines, separator = _split(text)
    dialect = dialect_of([cells for _, cells in lines], separator, style, choices)
    rows = lines[1:] if dialect.header else lines
    if len(rows) > MOST_ROWS:
        raise Invalid(Problem("table", TOO_LONG, {"rows": len(rows), "most": MOST_ROWS}))
    return _table(rows, dialect, Unit.of(unit))


def table_layout(text: str, choices: Choices = NOTHING_CHOSEN) -> Layout | None:
    """Return the columns of a table that cannot be read, for choosing others; None: it has none."""
    try:
        lines, _ = _split(text)
        return layout_of([cells for _, cells in lines], choices.columns)
    except Invalid:
        return table_layout(text) if choices.columns else None


def write_table(values: Sequence[Value]) -> str:
    """Return the values as a table that read_table reads as the same values, in every language."""
    rows = (
        f"{one.day.isoformat()};{_clear(one.value)};"
        f"{'' if one.exposure is None else _clear(one.exposure)}"
        for one in values
    )
    return "\n".join(["date;value;exposure", *rows])


def _split(text: str) -> tuple[list[Line], str]:
    whole = BREAK.sub("\n", text)
    separator = separator_of(whole)
    lines = lines_of(whole, separator)
    _check_width(lines)
    return lines, separator


def _check_width(lines: Sequence[Line]) -> None:
    if not lines:
        raise Invalid(EMPTY)
    if wide := next((line for line, cells in lines if len(cells) > MOST_COLUMNS), 0):
        raise Invalid(Problem("table", TOO_WIDE, {"line": wide, "most": MOST_COLUMNS}))


def _clear(number: float) -> str:
    # 1.234 could be a thousand; 1.2340 could not.
    digits = repr(number).removesuffix(".0")
    return f"{digits}0" if len(digits.partition(".")[2]) == 3 else digits


def _table(rows: Sequence[Line], dialect: TableDialect, unit: Unit) -> ValueTable:
    found = _values(rows, dialect, unit)
    if not found:
        raise Invalid(NO_VALUES)
    values: dict[str, Value] = {}
    repeated: dict[str, None] = {}
    for value in found:
        day = value.day.isoformat()
        if day in values:
            repeated[day] = None
        values[day] = value
    ordered = tuple(values[day] for day in sorted(values))
    return ValueTable(ordered, len(found), tuple(repeated), len(rows) - len(found), dialect)


def _values(rows: Sequence[Line], dialect: TableDialect, unit: Unit) -> list[Value]:
    values: list[Value | None] = []
    problems: list[Problem] = []
    wrong = 0
    for number, cells in rows:
        try:
            values.append(_value(cells, dialect, unit))
        except Invalid as invalid:
            wrong += 1
            problems += _told(number, invalid) if wrong <= MOST_TOLD else []
    if problems:
        raise Invalid(*problems, *_more(wrong))
    return [value for value in values if value is not None]


def _value(cells: Sequence[str], dialect: TableDialect, unit: Unit) -> Value | None:
    columns = dialect.columns
    day_cell, cell = (column([cells], place)[0] for place in (columns.day, columns.value))
    day = read_day(day_cell, dialect.order)
    if not EARLIEST <= day < LATEST:
        raise _invalid(FAR_DATE, day_cell)
    if not cell:
        return None
    check_sign(cell, unit)
    exposure = _exposure(cells, dialect)
    return Value(day, read_cell(cell, dialect.decimal), exposure)


def _exposure(cells: Sequence[str], dialect: TableDialect) -> float | None:
    place = dialect.columns.exposure
    cell = "" if place is None else column([cells], place)[0]
    if sign_of(cell):
        raise _invalid(SHARE, cell)
    exposure = read_cell(cell, dialect.decimal) if cell else None
    if exposure is not None and exposure <= 0:
        raise _invalid(NO_EXPOSURE, cell)
    return exposure


def _invalid(says: str, cell: str) -> Invalid:
    return Invalid(Problem("table", says, {"cell": cell[:40], "line": 0}))


def _told(line: int, invalid: Invalid) -> list[Problem]:
    return [
        Problem("table", problem.says, {**problem.values, "line": line})
        for problem in invalid.problems
    ]


def _more(wrong: int) -> list[Problem]:
    if wrong <= MOST_TOLD:
        return []
    says = N_("And %(more)s more lines that cannot be read.")
    return [Problem("table", says, {"more": wrong - MOST_TOLD})]
