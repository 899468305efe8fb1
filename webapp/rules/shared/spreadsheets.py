"""Tables as CSV (RFC 4180) that a spreadsheet opens without running anything in it."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# Where a spreadsheet splits at ";" or a tab, as in German settings, a cell begins behind it, too.
INSIDE = re.compile(r"([;\t\r\n][ \"]*)(?=[=+\-@＝＋－＠])")
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
Cell = str | int | float | None


def to_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return the table as text, with a byte order mark so that Excel reads it as UTF-8.

    Text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises
    ("CSV Injection"); numbers stay numbers.
    """
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_harmless(name) for name in header])
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    if cell.lstrip(" ").startswith(RUNS):
        return f"'{cell[:1]}{INSIDE.sub(_apart, cell[1:])}"
    return INSIDE.sub(_apart, cell)


def _apart(found: re.Match[str]) -> str:
    return f"{found[0]}'"
