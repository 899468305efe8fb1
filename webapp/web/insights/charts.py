"""The confidence chart and the table behind it."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.insights.insights import Insights, Series
from webapp.rules.charts.confidence import ConfidenceChart, confidence_chart
from webapp.rules.charts.plots import Frame
from webapp.rules.insights.weeks import Week, week_of
from webapp.web.shared.i18n.language import direction


@dataclass(frozen=True, slots=True)
class WeekRow:
    """A week of the table, by its Monday; mean: None when the week does not count (yet).

    thanks: whether others said something of one's outcomes; how often is counted nowhere (R33).
    """

    monday: date
    mean: float | None
    checkins: int
    wins: int
    thanks: bool


def chart_of(insights: Insights | Series) -> ConfidenceChart:
    """Return the chart of the insights' series, in the reading direction of the language."""
    confidence = insights.confidence
    marks = [(win.id, win.day) for win in insights.wins]
    frame = Frame(mirrored=direction() == "rtl")
    return confidence_chart(
        confidence.answers, confidence.means, marks, insights.today, frame, insights.thanks
    )


def weeks_of(insights: Insights | Series) -> list[WeekRow]:
    """Return the same in numbers, newest week first, without empty weeks."""
    confidence = insights.confidence
    checkins = Counter(week_of(answer.day) for answer in confidence.answers)
    wins = Counter(week_of(win.day) for win in insights.wins)
    thanked = {week_of(day) for day in insights.thanks}
    means = {mean.week: mean.mean for mean in confidence.means}
    return [
        WeekRow(week.monday, means.get(week), checkins[week], wins[week], week in thanked)
        for week in _weeks_back(week_of(insights.today), week_of(confidence.since))
        if checkins[week] or wins[week] or week in thanked
    ]


def _weeks_back(latest: Week, first: Week) -> list[Week]:
    return [
        week_of(latest.monday - timedelta(weeks=ago))
        for ago in range(latest.index - first.index + 1)
    ]
