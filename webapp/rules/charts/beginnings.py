"""The geometry of the small chart of check-ins before a sentence about them is possible (R38)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.rules.charts.confidence import SCALE, AnswerPoint, AxisTick
from webapp.rules.charts.plots import FEWEST_WEEKS, Frame, Plot, Span
from webapp.rules.insights.weeks import Answer, Week, week_of

A_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class WeekBand:
    """A week as a part of the plot: its left edge and width, and where a name of it begins.

    edge: the x of its first moment; counted: it has enough answers; running: today is in it.
    """

    x: float
    width: float
    edge: float
    monday: date
    counted: bool
    running: bool


@dataclass(frozen=True, slots=True)
class BeginningChart:
    """All positions: the answers, the lines of the scale, the weeks that are over and to come."""

    frame: Frame
    dots: tuple[AnswerPoint, ...]
    scale: tuple[AxisTick, ...]
    weeks: tuple[WeekBand, ...]


def beginning_chart(
    answers: Sequence[Answer], counted: Collection[Week], today: date, *, mirrored: bool = False
) -> BeginningChart | None:
    """Return the chart of these answers, or None without one.

    It begins with the week of the first answer and shows four weeks at least, those to come too.
    """
    if not answers:
        return None
    plot = Plot(Frame(height=132, bottom=26, mirrored=mirrored), _span(answers, today))
    return BeginningChart(
        plot.frame,
        tuple(_dot(plot, answer) for answer in answers if answer.day <= plot.span.last),
        tuple(AxisTick(plot.x_of_scale, plot.y(value), value=value) for value in SCALE),
        tuple(_bands(plot, counted, today)),
    )


def _span(answers: Sequence[Answer], today: date) -> Span:
    first = week_of(min(answer.day for answer in answers)).monday
    last = max(week_of(today).monday, first + (FEWEST_WEEKS - 1) * A_WEEK)
    return Span(min(first, last), last + timedelta(days=6))


def _dot(plot: Plot, answer: Answer) -> AnswerPoint:
    return AnswerPoint(plot.x(answer.day), plot.y(answer.value), answer.day, answer.value)


def _bands(plot: Plot, counted: Collection[Week], today: date) -> Iterator[WeekBand]:
    for number in range(plot.span.days // 7):
        monday = plot.span.first + number * A_WEEK
        edge, end = plot.x(monday, part=0), plot.x(monday + timedelta(days=6), part=1)
        week = week_of(monday)
        band = (min(edge, end), round(abs(end - edge), 1), edge, monday)
        yield WeekBand(*band, week in counted, week == week_of(today))
