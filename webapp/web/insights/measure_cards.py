"""What each measure's card on the Insights screen says, as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure and what it is based on, a sentence or two for each paragraph below it."""

    figure: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """One measure.

    id: names the card on the page and, where `explained`, the part of the method page about it;
    definition: what is counted.
    """

    id: str
    title: str
    figures: tuple[FigureText, ...]
    definition: str
    explained: bool = True


def paragraph(*sentences: str) -> str:
    """Return the sentences as one paragraph; empty ones are left out."""
    return " ".join(sentence for sentence in sentences if sentence)


def figure_text(figure: str, because: Iterable[str]) -> FigureText:
    """Return a figure and its paragraphs; empty ones are left out."""
    return FigureText(figure, tuple(one for one in because if one))
