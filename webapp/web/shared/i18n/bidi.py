"""Words of people inside sentences of another direction."""

import unicodedata
from collections.abc import Sequence

from webapp.web.shared.i18n.language import direction

ISOLATE, END = "\u2068", "\u2069"
RTL = frozenset({"R", "AL"})


def isolated(words: str) -> str:
    """Return words that keep their own direction, and change that of nothing beside them."""
    # map and isdisjoint: a page can hold a million letters of names.
    other = direction() == "rtl" or not RTL.isdisjoint(map(unicodedata.bidirectional, words))
    return f"{ISOLATE}{words}{END}" if words and other else words


def chained(names: Sequence[str]) -> str:
    """Return "One → Two → One", the arrows pointing in the direction of the lines."""
    arrow = "←" if direction() == "rtl" else "→"
    return f" {arrow} ".join(isolated(name) for name in names)
