"""The lines of a table, each as its cells."""

import csv
import io
from collections.abc import Iterator

from webapp.rules.shared.marks import without_unseen
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.tables.dates import looks_like_day

SEPARATORS = ";\t,|\u061b\u060c"  # with the semicolon and the comma of Arabic keyboards
SEPARATOR_LINE = "sep="  # with it Excel on Windows may begin a file

OPEN_QUOTE = N_(
    "Line %(line)s: a quotation mark begins a cell there and does not end it. Close it or take it"
    " out."
)
SWALLOWED = N_(
    "Lines %(line)s to %(last)s stand between two quotation marks, as if they were one cell. Take"
    " the quotation marks out."
)

Line = tuple[
    int, list[str]
]  # the number in the file of the line that it ends on, from 1; its cells


def separator_of(text: str) -> str:
    """Return what separates the cells: the one of SEPARATORS that the first lines agree on.

    If it is several, as where a note holds one, it is the one that sets a date apart.
    """
    first = _first_lines(text)
    agreed = [one for one in SEPARATORS if first and all(one in line for line in first)]
    if agreed:
        return next((one for one in agreed if _sets_day_apart(first[-1], one)), agreed[0])
    return next((one for one in SEPARATORS if first and one in first[-1]), ";")


def lines_of(text: str, separator: str) -> list[Line]:
    """Return the lines that are not empty, or raise Invalid for a quotation mark in disorder."""
    lines = list(_lines(text, separator))
    if lines and lines[0][1][0].startswith(SEPARATOR_LINE):
        del lines[0]
    return lines


def _first_lines(text: str) -> list[str]:
    begun, _, _ = text[:8000].rpartition("\n")  # the last line can be cut
    lines = (text if len(text) < 8000 else begun or text).split("\n", 20)
    return [line for line in lines[:20] if line.strip()]


def _sets_day_apart(line: str, separator: str) -> bool:
    return any(looks_like_day(cell.strip(' "')) for cell in line.split(separator))


def _lines(text: str, separator: str) -> Iterator[Line]:
    source = io.StringIO(without_unseen(text).replace("\0", "�"), newline="")
    # Without `strict` an open quotation mark takes all lines up to the next one in silence.
    reader = csv.reader(source, delimiter=separator, strict=True)
    begun = 1
    try:
        for cells in reader:
            _check_quotes(cells, separator, begun, reader.line_num)
            if any(cell.strip() for cell in cells):
                yield reader.line_num, [cell.strip() for cell in cells]
            begun = reader.line_num + 1
    except csv.Error:
        raise Invalid(Problem("table", OPEN_QUOTE, {"line": begun})) from None


def _check_quotes(cells: list[str], separator: str, begun: int, last: int) -> None:
    # A cell may have several lines. Lines of the table among them were swallowed.
    inner = [line for cell in cells if "\n" in cell for line in cell.split("\n")[1:]]
    if any(looks_like_day(part.strip()) for line in inner for part in line.split(separator)):
        raise Invalid(Problem("table", SWALLOWED, {"line": begun, "last": last}))
