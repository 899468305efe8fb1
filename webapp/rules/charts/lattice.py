"""The picture of the lattice: boxes in layers and lines between them, in view box units.

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

BOX = 104  # three beside one another fit a phone of 390 px
GAP = 7
LANE = 10  # the room of a line that passes a layer
RISE = 34  # between two layers, from top to bottom
LINE = 15  # of text
PAD = 8
SIDEWAYS = {"rise": 16, "box": 98}  # three layers beside one another fit a phone of 390 px
ABREAST = 3  # boxes of a layer; with more of them the picture is drawn sideways
FITS = 12  # narrow characters beside one another
NUMBERS = 2  # lines below the name: its goals, its wins
SWEEPS = 4
MOST_SLOTS = 600  # boxes, and lines where they start or pass a layer

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

    @property
    def middle(self) -> float:
        """The x of its text and its lines."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class LatticePicture:
    """All boxes, in reading order, and the lines as SVG paths."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    paths: tuple[str, ...]


def draw_lattice(names: Mapping[str, str], links: Links) -> LatticePicture | None:
    """Return the picture of the objectives `names` (id: name), which have no cycle.

    The picture goes from top to bottom; when a layer has more boxes than fit a phone, from left to
    right. None: so much stands on it that nobody could read it.
    """
    ties = [(one, other) for one, other in links if one in names and other in names]
    depth = layers(list(names), ties)
    if len(names) + sum(depth[node] - depth[served] for node, served in ties) > MOST_SLOTS:
        return None
    rows = _rows(depth, ties)
    sideways = any(sum(len(key) == 1 for key in row) > ABREAST for row in rows)
    sheet = Sheet({node: wrap(name) for node, name in names.items()}, sideways=sideways)
    chains = _chains(depth, ties)
    _order(rows, chains, sheet)
    starts, middles = sheet.starts(rows), sheet.middles(rows)
    boxes = tuple(_boxes(sheet, rows, starts, middles))
    paths = tuple(sheet.path(slots, depth, starts, middles) for slots in chains)
    ends = (starts[-1] - sheet.rise, max((sheet.room(row) for row in rows), default=0))
    width, height = ends if sideways else ends[::-1]
    return LatticePicture(width, max(height, 0), boxes, paths)


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
    """Sizes and positions along the layers (down, or sideways to the right) and across them."""

    lines: Mapping[str, tuple[str, ...]]
    sideways: bool

    @property
    def rise(self) -> float:
        """The distance between two layers."""
        return SIDEWAYS["rise"] if self.sideways else RISE

    def across(self, key: Key) -> float:
        """Return the size of a slot within its layer."""
        if len(key) > 1:
            return LANE
        return _height(self.lines[key[0]]) if self.sideways else BOX

    def along(self, node: str) -> float:
        """Return the thickness that a box gives its layer."""
        return SIDEWAYS["box"] if self.sideways else _height(self.lines[node])

    def room(self, row: Sequence[Key]) -> float:
        """Return the size of a layer, across."""
        return sum(map(self.across, row)) + GAP * (len(row) - 1)

    def starts(self, rows: Sequence[Sequence[Key]]) -> list[float]:
        """Return where each layer begins, and where one after the last would."""
        starts = [0.0]
        for row in rows:
            thick = max(self.along(key[0]) for key in row if len(key) == 1)
            starts.append(starts[-1] + thick + self.rise)
        return starts

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
        along, across, lines = self.along(node), self.across((node,)), self.lines[node]
        edge = middle - across / 2
        if self.sideways:
            return Box(node, start, edge, along, across, lines)
        return Box(node, edge, start, across, along, lines)

    def path(
        self,
        slots: Sequence[Key],
        depth: Mapping[str, int],
        starts: Sequence[float],
        middles: Mapping[Key, float],
    ) -> str:
        """Return the line from what is served to what serves it, straight where it passes."""
        first = depth[slots[0][0]]
        at, across = starts[first] + self.along(slots[0][0]), middles[slots[0]]
        path = f"M{self._point(at, across)}"
        for row, key in enumerate(slots[1:], first + 1):
            half, to, next_at = (starts[row] + at) / 2, middles[key], starts[row]
            bends = ((half, across), (half, to), (next_at, to))
            path += "C" + " ".join(self._point(*bend) for bend in bends)
            at, across = next_at, to
            if len(key) > 1:
                at = starts[row + 1] - self.rise
                path += f"L{self._point(at, across)}"
        return path

    def _point(self, along: float, across: float) -> str:
        return f"{along:g} {across:g}" if self.sideways else f"{across:g} {along:g}"


def wrap(name: str) -> tuple[str, ...]:
    """Return the whole `name` in lines that fit a box; a word that is too long is broken."""
    lines = [""]
    for part in chain.from_iterable(map(_parts, name.split())):
        if lines[-1] and _size(f"{lines[-1]} {part}") > FITS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {part}".strip()
    return tuple(lines)


def _parts(word: str) -> list[str]:
    parts = [""]
    for letter in word:
        if _size(parts[-1] + letter) > FITS:
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
