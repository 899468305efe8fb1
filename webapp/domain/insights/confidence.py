"""What may be said about a person's confidence, for that person alone (R11, R38)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.account.people import SignedIn
from webapp.domain.capture.checkins import answers_of
from webapp.rules.insights.trends import EARLY, Standing, Trend, confidence_trend
from webapp.rules.insights.weeks import Answer, WeeklyMean, week_of, weekly_means

SHOWN = timedelta(weeks=11)  # before this week, when fewer weeks than twelve can be judged


@dataclass(frozen=True, slots=True)
class Confidence:
    """The trend, and what the chart shows: days from `since` on, answers to the judged scale.

    area: "" for all areas together, and overall is their trend; areas: those that have the weeks
    alone; means: all counted weeks shown; other_scales: answers in that time to earlier questions,
    which are left out.
    """

    area: str
    areas: tuple[str, ...]
    trend: Trend
    overall: Trend
    since: date
    answers: tuple[Answer, ...]
    means: tuple[WeeklyMean, ...]
    other_scales: int

    @property
    def judged_answers(self) -> int:
        """How many answers the judged weeks hold; while they are collected, how many there are."""
        if self.trend.standing is Standing.COLLECTING:
            return len(self.answers)
        return sum(mean.count for mean in self.trend.means)


def confidence_of(person: SignedIn, area: str, today: date) -> Confidence:
    """The person's confidence in one of their areas, or ("") in all; one that has none is all."""
    given = answers_of(person, today)
    areas = tuple(_areas_with_weeks(given, today))
    chosen = area if area in areas else ""
    overall = confidence_trend([answer for answer, _ in given], today)
    answers = [answer for answer, where in given if not chosen or where == chosen]
    trend = confidence_trend(answers, today) if chosen else overall
    return _seen(answers, chosen, areas, trend, overall, today)


def _seen(
    answers: Sequence[Answer],
    area: str,
    areas: tuple[str, ...],
    trend: Trend,
    overall: Trend,
    today: date,
) -> Confidence:
    since = _since(overall, _since(trend, week_of(today - SHOWN).monday))
    recent = [answer for answer in answers if answer.day >= since]
    shown = tuple(answer for answer in recent if answer.scale_id == trend.scale_id)
    means = tuple(weekly_means(shown, trend.scale_id, today))
    return Confidence(area, areas, trend, overall, since, shown, means, len(recent) - len(shown))


def _since(trend: Trend, latest: date) -> date:
    """The Monday the chart begins on: that of the first judged week, `latest` at the latest."""
    return min(latest, trend.means[0].week.monday) if trend.means else latest


def _areas_with_weeks(given: Iterable[tuple[Answer, str]], today: date) -> Iterable[str]:
    answers = list(given)
    for area, count in sorted(Counter(area for _, area in answers).items()):
        if area and count >= 2 * EARLY:
            own = [answer for answer, where in answers if where == area]
            if len(confidence_trend(own, today).means) >= EARLY:
                yield area
