"""Which column of a table is which."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from webapp.rules.shared.folding import folded
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.tables.dates import looks_like_day
from webapp.rules.tables.numbers import share_of_numbers

LOOKED_AT = 50  # lines
NONE = "none"  # the choice to take no column for "of how many"
HEADINGS = {
    "day": {"date", "day", "datum", "tag", "fecha", "día", "jour", "التاريخ", "اليوم"},
    "value": {"value", "wert", "valor", "valeur", "القيمة"},
    "exposure": {"exposure", "of", "count", "total", "anzahl", "gesamt", "von", "de", "sur", "من"},
}
NAMES = {name: {folded(word) for word in words} for name, words in HEADINGS.items()}

NO_COLUMNS = N_("Each line needs a date and a value, with a semicolon, a tab or a comma between.")
SAME_COLUMN = N_("Choose another column for each: the day, the value, and of how many it is.")


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of the columns, from 0; exposure: None where there is none.

    unused: places of other columns with numbers, which somebody might have meant.
    """

    day: int
    value: int
    exposure: int | None
    unused: tuple[int, ...] = ()


def named_columns(heading: Sequence[str]) -> dict[str, int]:
    """Return the places of the columns whose heading says what they hold."""
    found: dict[str, int] = {}
    for place, cell in enumerate(heading):
        for name, words in NAMES.items():
            if folded(cell).strip() in words:
                found.setdefault(name, place)
    return found


def columns_of(
    named: dict[str, int], rows: Sequence[Sequence[str]], chosen: dict[str, str], *, headed: bool
) -> Columns:
    """Return the columns: as chosen, else as named, else by what they hold.

    Of how many a value is, is only taken from a column that says so, or from the third of three
    without headings. chosen: places as text, by name. Invalid: there are no two columns, or one is
    chosen twice.
    """
    rows = rows[:LOOKED_AT]
    width = max((len(row) for row in rows), default=0)
    given = {name: int(place) for name, place in chosen.items() if _is_place(place, width)}
    found = {**{name: place for name, place in named.items() if name not in given}, **given}
    found.setdefault("day", _first_day(rows, width))
    free = _numeric(rows, width, found.values())
    if "value" not in found:
        found["value"] = free.pop(0) if free else _other(rows, found["day"], width)
    if "exposure" not in found and not headed and width == 3 and free:
        found["exposure"] = free.pop(0)
    exposure = None if chosen.get("exposure") == NONE else found.get("exposure")
    taken = {found["day"], found["value"], exposure}
    if len(taken) < 3:
        raise Invalid(Problem("table", SAME_COLUMN))
    return Columns(found["day"], found["value"], exposure, tuple(_numeric(rows, width, taken)))


def column(rows: Sequence[Sequence[str]], place: int) -> list[str]:
    """Return the cells of a column, "" where a line is too short."""
    return [row[place] if place < len(row) else "" for row in rows]


def _numeric(rows: Sequence[Sequence[str]], width: int, taken: Collection[int | None]) -> list[int]:
    """Return the free columns of numbers; a number can be among notes, too."""
    free = (p for p in range(width) if p not in taken)
    return [p for p in free if share_of_numbers(column(rows, p)) >= 0.5]


def _is_place(text: str, width: int) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 5 and int(text) < width


def _first_day(rows: Sequence[Sequence[str]], width: int) -> int:
    return max(range(width), key=lambda p: sum(map(looks_like_day, column(rows, p))), default=0)


def _other(rows: Sequence[Sequence[str]], day: int, width: int) -> int:
    rest = [place for place in range(width) if place != day]
    if not rest:
        raise Invalid(Problem("table", NO_COLUMNS))
    return max(rest, key=lambda place: share_of_numbers(column(rows, place)))
