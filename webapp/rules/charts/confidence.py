"""The geometry of the confidence chart (R38)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from webapp.rules.capture.checkins import HIGHEST, LOWEST
from webapp.rules.charts.plots import PHONE, Frame, Plot, Span
from webapp.rules.insights.weeks import Answer, Week, WeeklyMean, judged_weeks

LABEL_ROOM = 56  # for one date
SCALE = (LOWEST, 5, HIGHEST)


@dataclass(frozen=True, slots=True)
class AnswerPoint:
    """One answer."""

    x: float
    y: float
    day: date
    value: int


@dataclass(frozen=True, slots=True)
class MeanPoint:
    """One counted week, at the middle of its seven days; judged: it is among those judged."""

    x: float
    y: float
    week: Week
    mean: float
    count: int
    judged: bool


@dataclass(frozen=True, slots=True)
class WinDay:
    """A day with wins or thanks, below the plot, and the ids of the wins."""

    x: float
    y: float
    day: date
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A line of the scale (value, 0-10) at y, or a Monday (day) at x; the other is None."""

    x: float
    y: float
    value: int | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ConfidenceChart:
    """All positions; paths: `d` of the lines through weekly means, broken at missing weeks."""

    frame: Frame
    dots: tuple[AnswerPoint, ...]
    means: tuple[MeanPoint, ...]
    paths: tuple[str, ...]
    win_days: tuple[WinDay, ...]
    thank_days: tuple[WinDay, ...]
    scale: tuple[AxisTick, ...]
    days: tuple[AxisTick, ...]


def confidence_chart(
    answers: Iterable[Answer],
    means: Sequence[WeeklyMean],
    wins: Iterable[tuple[str, date]],
    today: date,
    frame: Frame = PHONE,
    thanks: Iterable[date] = (),
) -> ConfidenceChart:
    """Return the chart of answers to one scale, counted weeks and wins, up to `today`.

    wins: (id, day); thanks: days of what others said. Shown are whole weeks, at least four, without
    what lies outside of them.
    """
    answers = sorted(answers, key=lambda answer: answer.day)
    span = Span.of([*(answer.day for answer in answers), *(m.week.monday for m in means)], today)
    plot = Plot(frame, span)
    points = tuple(_point(plot, mean, mean in judged_weeks(means)) for mean in means)
    return ConfidenceChart(
        frame,
        tuple(_dot(plot, answer) for answer in answers if answer.day <= span.last),
        points,
        tuple(_path(run) for run in _runs(points) if len(run) > 1),
        tuple(_win_days(plot, wins)),
        tuple(_win_days(plot, [("", day) for day in thanks])),
        tuple(AxisTick(plot.x_of_scale, plot.y(value), value=value) for value in SCALE),
        tuple(_mondays(plot)),
    )


def _dot(plot: Plot, answer: Answer) -> AnswerPoint:
    return AnswerPoint(plot.x(answer.day), plot.y(answer.value), answer.day, answer.value)


def _point(plot: Plot, mean: WeeklyMean, judged: bool) -> MeanPoint:
    thursday = mean.week.monday + timedelta(days=3)
    return MeanPoint(plot.x(thursday), plot.y(mean.mean), mean.week, mean.mean, mean.count, judged)


def _runs(points: Sequence[MeanPoint]) -> list[list[MeanPoint]]:
    """Return the points in runs of neighbouring weeks; no line may cross a missing week."""
    runs: list[list[MeanPoint]] = []
    for point in points:
        if runs and point.week.index - runs[-1][-1].week.index == 1:
            runs[-1].append(point)
        else:
            runs.append([point])
    return runs


def _path(run: Sequence[MeanPoint]) -> str:
    return "M" + "L".join(f"{point.x:g} {point.y:g}" for point in run)


def _win_days(plot: Plot, wins: Iterable[tuple[str, date]]) -> Iterator[WinDay]:
    by_day: defaultdict[date, list[str]] = defaultdict(list)
    for win, day in wins:
        by_day[day].append(win)
    for day, ids in sorted(by_day.items()):
        if plot.span.first <= day <= plot.span.last:
            yield WinDay(plot.x(day), plot.y_of_wins, day, tuple(ids))


def _mondays(plot: Plot) -> Iterator[AxisTick]:
    """Yield as many Mondays as have room for a label, evenly spaced, the first day included."""
    weeks = plot.span.days // 7
    room = plot.frame.width - plot.frame.start - plot.frame.end
    apart = ceil(weeks / max(1, int(room // LABEL_ROOM)))
    for week in range(0, weeks, apart):
        day = plot.span.first + timedelta(weeks=week)
        yield AxisTick(plot.x(day, part=0), plot.y(LOWEST), day=day)
