"""What each measure's card on the Insights screen says, as sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.rules.charts.gauges import Gauge


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure and what it is based on, a sentence or two for each paragraph below it.

    of: what it is the figure of, where a card has several of them; gauges: the same as bars, on one
    scale; quiet: sentences that are no news, which a tap on the card's title shows.
    """

    figure: str
    because: tuple[str, ...]
    of: str = ""
    gauges: tuple[Gauge, ...] = ()
    quiet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureCard:
    """One measure.

    id: names the card on the page; line: the same in a few words, where it is a row; definition:
    what is counted.
    """

    id: str
    title: str
    line: str
    figures: tuple[FigureText, ...]
    definition: str


def paragraph(*sentences: str) -> str:
    """Return the sentences as one paragraph; empty ones are left out."""
    return " ".join(sentence for sentence in sentences if sentence)


def figure_text(
    figure: str,
    because: Iterable[str],
    of: str = "",
    *,
    gauges: Iterable[Gauge] = (),
    quiet: Iterable[str] = (),
) -> FigureText:
    """Return a figure and its paragraphs; empty ones are left out."""
    said, unsaid = (tuple(one for one in given if one) for given in (because, quiet))
    return FigureText(figure, said, of, tuple(gauges), unsaid)
