"""Marking what a search found in the words that a page shows."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from webapp.rules.shared.folding import pieces

MARK = Markup("<mark>{}</mark>")


def marked(text: str, words: Sequence[str]) -> Markup:
    """Return `text` as HTML with the hits of these folded words in <mark>."""
    if not words:
        return escape(text)
    parts = [MARK.format(part) if hit else escape(part) for part, hit in pieces(text, words)]
    return Markup("").join(parts)
