"""Folding wins of the same words into one line, as static/js/page/capture/evidence.js does."""

from collections.abc import Iterable

from webapp.rules.shared.folding import folded


def fold_words(texts: Iterable[str], most: int) -> list[tuple[str, int]]:
    """Return the different texts with how often each comes, in the order given, at most `most`.

    Without regard to case, accents and blanks; shown as it came first.
    """
    lines: dict[str, tuple[str, int]] = {}
    for text in texts:
        key = " ".join(folded(text).split())
        shown, times = lines.get(key, (text, 0))
        lines[key] = shown, times + 1
    return list(lines.values())[:most]
