"""The picture of the lattice: boxes in columns and lines between them, in view box units.

What is served stands where reading starts, what serves it beside it; a unit is a sixteenth of the
size of text.

Layers as in Sugiyama, Tagawa and Toda (1981): a line that passes a layer gets a slot of its own
there, and each layer is sorted by the mean position of its neighbours, downwards and upwards in
turn, so that few lines cross and none passes through a box.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from webapp.rules.objectives.lattice import Links, layers

GAP = 14
LANE = 12  # the room of a line that passes a layer
LINE = 19  # of text
PAD = 10
NUMBERS = 1  # line below the name: its goals and wins
SWEEPS = 4
MOST_SLOTS = 600  # boxes, and lines where they start or pass a layer


@dataclass(frozen=True, slots=True)
class ColumnSizes:
    """How wide a box is, how far two columns are apart, how many narrow letters fit a line."""

    box: float
    rise: float
    fits: int


# By the number of layers, so that up to five fill a screen of 1280 px; more are scrolled.
COLUMNS = {4: ColumnSizes(204, 50, 21), 5: ColumnSizes(164, 37, 16)}
FEW, MANY = ColumnSizes(276, 68, 31), ColumnSizes(164, 34, 16)

Key = tuple[str, ...]  # (node,) is a box; (node, served, layer) a line where it passes a layer


@dataclass(frozen=True, slots=True)
class Box:
    """One objective: the corner with the smallest x and y, its size, and its name in lines."""

    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """The line between an objective and one that it serves, as an SVG path."""

    node: str
    served: str
    path: str


@dataclass(frozen=True, slots=True)
class LatticePicture:
    """All boxes, in reading order, and the lines between them."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    ways: tuple[Way, ...]


def draw_lattice(names: Mapping[str, str], links: Links) -> LatticePicture | None:
    """Return the picture of the objectives `names` (id: name), which have no cycle.

    None: so much stands on it that nobody could read it.
    """
    ties = [(one, other) for one, other in links if one in names and other in names]
    depth = layers(list(names), ties)
    if len(names) + sum(depth[node] - depth[served] for node, served in ties) > MOST_SLOTS:
        return None
    rows = _rows(depth, ties)
    columns = FEW if len(rows) < min(COLUMNS) else COLUMNS.get(len(rows), MANY)
    sheet = Sheet({node: wrap(name, columns.fits) for node, name in names.items()}, columns)
    chains = _chains(depth, ties)
    _order(rows, chains, sheet)
    starts, middles = sheet.starts(rows), sheet.middles(rows)
    boxes = tuple(_boxes(sheet, rows, starts, middles))
    ways = tuple(
        Way(slots[-1][0], slots[0][0], sheet.path(slots, depth, starts, middles))
        for slots in chains
    )
    height = max((sheet.room(row) for row in rows), default=0)
    return LatticePicture(max(starts[-1] - columns.rise, 0), max(height, 0), boxes, ways)


def _boxes(
    sheet: "Sheet",
    rows: Sequence[Sequence[Key]],
    starts: Sequence[float],
    middles: Mapping[Key, float],
) -> Iterator[Box]:
    for keys, start in zip(rows, starts, strict=False):  # the last start is the end
        yield from (sheet.box(key[0], start, middles[key]) for key in keys if len(key) == 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Sizes and positions along the columns and across them, that is down."""

    lines: Mapping[str, tuple[str, ...]]
    columns: ColumnSizes

    def across(self, key: Key) -> float:
        """Return the size of a slot within its layer."""
        if len(key) > 1:
            return LANE
        return _height(self.lines[key[0]])

    def room(self, row: Sequence[Key]) -> float:
        """Return the size of a layer, across."""
        return sum(map(self.across, row)) + GAP * (len(row) - 1)

    def starts(self, rows: Sequence[Sequence[Key]]) -> list[float]:
        """Return where each layer begins, and where one after the last would."""
        return [layer * (self.columns.box + self.columns.rise) for layer in range(len(rows) + 1)]

    def middles(self, rows: Sequence[Sequence[Key]]) -> dict[Key, float]:
        """Return the middle of each slot, across; layers are centred."""
        widest = max(map(self.room, rows), default=0)
        return {key: at for row in rows for key, at in self.middles_of(row, widest).items()}

    def middles_of(self, row: Sequence[Key], widest: float) -> dict[Key, float]:
        """Return where the middle of each place of a layer is, in a picture that wide."""
        middles = {}
        at = (widest - self.room(row)) / 2
        for key in row:
            middles[key] = at + self.across(key) / 2
            at += self.across(key) + GAP
        return middles

    def box(self, node: str, start: float, middle: float) -> Box:
        """Return the box of an objective."""
        height = self.across((node,))
        return Box(node, start, middle - height / 2, self.columns.box, height, self.lines[node])

    def path(
        self,
        slots: Sequence[Key],
        depth: Mapping[str, int],
        starts: Sequence[float],
        middles: Mapping[Key, float],
    ) -> str:
        """Return the line from what is served to what serves it, straight where it passes."""
        first = depth[slots[0][0]]
        at, across = starts[first] + self.columns.box, middles[slots[0]]
        path = f"M{_point(at, across)}"
        for row, key in enumerate(slots[1:], first + 1):
            half, to, next_at = (starts[row] + at) / 2, middles[key], starts[row]
            bends = ((half, across), (half, to), (next_at, to))
            path += "C" + " ".join(_point(*bend) for bend in bends)
            at, across = next_at, to
            if len(key) > 1:
                at = starts[row + 1] - self.columns.rise
                path += f"L{_point(at, across)}"
        return path


def _point(along: float, across: float) -> str:
    return f"{along:g} {across:g}"


def wrap(name: str, fits: int) -> tuple[str, ...]:
    """Return the whole `name` in lines of `fits` narrow letters; too long a word is broken."""
    lines = [""]
    for part in chain.from_iterable(_parts(word, fits) for word in name.split()):
        if lines[-1] and _size(f"{lines[-1]} {part}") > fits:
            lines.append("")
        lines[-1] = f"{lines[-1]} {part}".strip()
    return tuple(lines)


def _parts(word: str, fits: int) -> list[str]:
    parts = [""]
    for letter in word:
        if _size(parts[-1] + letter) > fits:
            parts.append("")
        parts[-1] += letter
    return parts


def _size(text: str) -> float:
    # In narrow characters, by eye: what one font draws wide, others do, too.
    return sum(map(_width, text))


def _width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 2
    return 1.4 if letter.isupper() or letter in "mw@%" else 1


def _rows(depth: Mapping[str, int], ties: Links) -> list[list[Key]]:
    rows: list[list[Key]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node, layer in depth.items():
        rows[layer].append((node,))
    for node, served in ties:
        for layer in range(depth[served] + 1, depth[node]):
            rows[layer].append((node, served, str(layer)))
    return rows


def _chains(depth: Mapping[str, int], ties: Links) -> list[list[Key]]:
    # Each tie as the slots that it passes, from what is served down to what serves it.
    chains: list[list[Key]] = []
    for node, served in ties:
        between = range(depth[served] + 1, depth[node])
        chains.append([(served,), *((node, served, str(layer)) for layer in between), (node,)])
    return chains


def _order(rows: list[list[Key]], chains: list[list[Key]], sheet: Sheet) -> None:
    up: dict[Key, list[Key]] = defaultdict(list)
    down: dict[Key, list[Key]] = defaultdict(list)
    for upper, lower in chain.from_iterable(map(pairwise, chains)):
        up[lower].append(upper)
        down[upper].append(lower)
    widest = max(map(sheet.room, rows), default=0)
    middles = sheet.middles(rows)
    for sweep in range(SWEEPS):
        tied, turn = (up, rows[1:]) if sweep % 2 == 0 else (down, rows[-2::-1])
        for row in turn:
            _sort(row, tied, middles)
            middles.update(sheet.middles_of(row, widest))  # of this row alone: others stay


def _sort(row: list[Key], tied: Mapping[Key, list[Key]], middles: Mapping[Key, float]) -> None:
    def wanted(key: Key) -> float:
        others = [middles[other] for other in tied.get(key, ())]
        return sum(others) / len(others) if others else middles[key]

    row.sort(key=wanted)


def _height(lines: Sequence[str]) -> float:
    return (len(lines) + NUMBERS) * LINE + 2 * PAD
