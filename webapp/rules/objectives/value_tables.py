"""Reading a table of values: from a CSV file or pasted, as spreadsheets in many countries write it.

Each line has a date, a value, and perhaps of how many it is. How dates and numbers are written is
decided for the whole table, and what is not clear is asked and never guessed.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from webapp.rules.objectives.columns import TableDialect, dialect_of
from webapp.rules.objectives.indicators import Value
from webapp.rules.shared.problems import N_, Invalid, Problem

MOST_ROWS = 50_000
MOST_TOLD = 20
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SEPARATORS = ";\t,"
SEPARATOR_LINE = "sep="  # with it Excel on Windows may begin a file

Line = tuple[int, list[str]]  # its number in the file, from 1; its cells


@dataclass(frozen=True, slots=True)
class ValueTable:
    """The values of a table by day, oldest first.

    rows: how many lines held one. repeated: ISO days that stood there more than once, of which
    the last line counts. empty: how many lines had a date and no value.
    """

    values: tuple[Value, ...]
    rows: int
    repeated: tuple[str, ...]
    empty: int


def decode(content: bytes) -> str:
    """The text of a file: UTF-8 or UTF-16 by its mark, UTF-8 without one, or else Windows-1252."""
    for mark, encoding in MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def read_table(text: str) -> ValueTable:
    """The values that `text` holds, or Invalid: for each line that cannot be read, why.

    All or nothing: a table with one line that cannot be read is refused, with the lines to mend.
    """
    separator = separator_of(text)
    lines = list(_lines(text, separator))
    if lines and lines[0][1][0].startswith(SEPARATOR_LINE):
        del lines[0]
    if not lines:
        raise Invalid(Problem("table", N_("There is nothing in this table.")))
    dialect = dialect_of([cells for _, cells in lines], separator)
    rows = lines[1:] if dialect.header else lines
    if len(rows) > MOST_ROWS:
        raise Invalid(
            Problem(
                "table",
                N_("This has %(rows)s lines. Cut it into parts of %(most)s at the most."),
                {"rows": len(rows), "most": MOST_ROWS},
            )
        )
    return _table(rows, dialect)


def separator_of(text: str) -> str:
    """What stands between the cells: the one of ; tab and , that the first lines agree on."""
    first = [line for line in text[:8000].splitlines() if line.strip()][:20]
    for separator in SEPARATORS:
        if first and all(separator in line for line in first):
            return separator
    return next((one for one in SEPARATORS if first and one in first[-1]), ";")


def write_table(values: Sequence[Value]) -> str:
    """The values as a table that read_table reads as the same values."""
    rows = (
        f"{one.day.isoformat()};{one.value!r};{'' if one.exposure is None else repr(one.exposure)}"
        for one in values
    )
    return "\n".join(["date;value;exposure", *rows])


def _lines(text: str, separator: str) -> Iterator[Line]:
    # Lines are told by the number of the line they end on, as an editor shows it.
    reader = csv.reader(io.StringIO(text.replace("\0", "�"), newline=""), delimiter=separator)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error:
        problem = N_("Line %(line)s cannot be read. Is a quotation mark left open?")
        raise Invalid(Problem("table", problem, {"line": reader.line_num})) from None


def _table(rows: Sequence[Line], dialect: TableDialect) -> ValueTable:
    values: dict[str, Value] = {}
    repeated: dict[str, None] = {}
    problems: list[Problem] = []
    empty = wrong = 0
    for number, cells in rows:
        try:
            value = dialect.value(cells)
        except Invalid as invalid:
            wrong += 1
            problems += _told(number, invalid) if wrong <= MOST_TOLD else []
            continue
        if value is None:
            empty += 1
            continue
        day = value.day.isoformat()
        if day in values:
            repeated[day] = None
        values[day] = value
    if problems:
        raise Invalid(*problems, *_more(wrong))
    if not values:
        raise Invalid(Problem("table", N_("No line of this table has a date and a value.")))
    ordered = tuple(values[day] for day in sorted(values))
    return ValueTable(ordered, len(rows) - empty, tuple(repeated), empty)


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
