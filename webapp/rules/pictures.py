"""The picture of the lattice: boxes in layers, lines between them, in units of its view box.

Layers as in Sugiyama, Tagawa and Toda (1981): a line that passes a layer gets a place of its own
there, and each layer is put in the order of the middles of what it is tied to, up and down in
turn, so that few lines cross and none runs through a box.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from webapp.rules.lattice import Links, layers

BOX = 104  # three beside one another fit a phone of 390 px
GAP = 7
LANE = 10  # the width of a line that passes a layer
RISE = 34  # between two layers
LINE = 15  # of text
PAD = 8
FITS = 14  # characters beside one another
MOST_LINES = 3
SWEEPS = 4

Key = tuple[str, ...]  # (node,) is a box; (node, served, layer) a line where it passes a layer


@dataclass(frozen=True, slots=True)
class Box:
    """One objective: its upper corner where x is least, its size, and its name in lines."""

    id: str
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where its text and its lines stand."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Picture:
    """All boxes, in the order of reading, and the lines as SVG paths."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    paths: tuple[str, ...]


def picture(names: Mapping[str, str], links: Links) -> Picture:
    """The lattice of the objectives `names` (id: name), which is without a circle."""
    ties = [(one, other) for one, other in links if one in names and other in names]
    depth = layers(list(names), ties)
    rows = _ordered(_rows(depth, ties), _chains(depth, ties))
    wrapped = {node: wrap(name) for node, name in names.items()}
    tops = _tops(rows, wrapped)
    middles = _middles(rows)
    boxes = tuple(
        _box(key[0], middles[key], tops[row], wrapped[key[0]])
        for row, keys in enumerate(rows)
        for key in keys
        if len(key) == 1
    )
    paths = tuple(_path(places, depth, middles, tops, boxes) for places in _chains(depth, ties))
    return Picture(max(map(_width, rows), default=0), tops[-1] - RISE, boxes, paths)


def wrap(name: str) -> tuple[str, ...]:
    """`name` in at most three lines that fit a box; what does not fit ends in an ellipsis."""
    lines = [""]
    for word in name.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > FITS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], f"{lines[MOST_LINES - 1][: FITS - 1]}…"]
    return tuple(line if len(line) <= FITS else f"{line[: FITS - 1]}…" for line in lines)


def _rows(depth: Mapping[str, int], ties: Links) -> list[list[Key]]:
    rows: list[list[Key]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for node, layer in depth.items():
        rows[layer].append((node,))
    for node, served in ties:
        for layer in range(depth[served] + 1, depth[node]):
            rows[layer].append((node, served, str(layer)))
    return rows


def _chains(depth: Mapping[str, int], ties: Links) -> list[list[Key]]:
    # Each tie as the places that it goes through, from what is served down to what serves.
    chains: list[list[Key]] = []
    for node, served in ties:
        between = range(depth[served] + 1, depth[node])
        chains.append([(served,), *((node, served, str(layer)) for layer in between), (node,)])
    return chains


def _ordered(rows: list[list[Key]], chains: list[list[Key]]) -> list[list[Key]]:
    up: dict[Key, list[Key]] = defaultdict(list)
    down: dict[Key, list[Key]] = defaultdict(list)
    for upper, lower in chain.from_iterable(map(pairwise, chains)):
        up[lower].append(upper)
        down[upper].append(lower)
    for sweep in range(SWEEPS):
        tied, turn = (up, rows[1:]) if sweep % 2 == 0 else (down, rows[-2::-1])
        for row in turn:
            _sort(row, tied, _middles(rows))
    return rows


def _sort(row: list[Key], tied: Mapping[Key, list[Key]], middles: Mapping[Key, float]) -> None:
    def wanted(key: Key) -> float:
        others = [middles[other] for other in tied.get(key, ())]
        return sum(others) / len(others) if others else middles[key]

    row.sort(key=wanted)


def _middles(rows: Sequence[Sequence[Key]]) -> dict[Key, float]:
    widest = max(map(_width, rows), default=0)
    middles = {}
    for row in rows:
        x = (widest - _width(row)) / 2
        for key in row:
            width = BOX if len(key) == 1 else LANE
            middles[key] = x + width / 2
            x += width + GAP
    return middles


def _width(row: Sequence[Key]) -> float:
    return sum(BOX if len(key) == 1 else LANE for key in row) + GAP * (len(row) - 1)


def _tops(rows: Sequence[Sequence[Key]], wrapped: Mapping[str, Sequence[str]]) -> list[float]:
    tops = [0.0]
    for row in rows:
        tallest = max(_height(wrapped[key[0]]) for key in row if len(key) == 1)
        tops.append(tops[-1] + tallest + RISE)
    return tops


def _height(lines: Sequence[str]) -> float:
    return (len(lines) + 1) * LINE + 2 * PAD  # and one line of numbers


def _box(node: str, middle: float, top: float, lines: tuple[str, ...]) -> Box:
    return Box(node, middle - BOX / 2, top, BOX, _height(lines), lines)


def _path(
    places: Sequence[Key],
    depth: Mapping[str, int],
    middles: Mapping[Key, float],
    tops: Sequence[float],
    boxes: Sequence[Box],
) -> str:
    ends = {box.id: box.y + box.height for box in boxes}
    x, y = middles[places[0]], ends[places[0][0]]
    path = f"M{x:g} {y:g}"
    for row, key in enumerate(places[1:], depth[places[0][0]] + 1):
        half, to = (tops[row] + y) / 2, middles[key]
        path += f"C{x:g} {half:g} {to:g} {half:g} {to:g} {tops[row]:g}"
        x, y = to, tops[row + 1] - RISE
        if len(key) > 1:
            path += f"V{y:g}"
    return path
