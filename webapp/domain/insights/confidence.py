"""What may be said about a person's confidence, to that person alone (R11, R38)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.account.people import SignedIn
from webapp.domain.capture.checkins import answers_of
from webapp.rules.insights.trends import EARLY, Standing, Trend, confidence_trend
from webapp.rules.insights.weeks import Answer, WeeklyMean, week_of, weekly_means

SHOWN = timedelta(weeks=11)  # before this week, when fewer than twelve weeks can be judged


@dataclass(frozen=True, slots=True)
class Confidence:
    """The trend, and what the chart shows: days from `since` on, answers to the judged scale.

    area: "" for all areas together, and overall is their trend; areas: those with enough weeks of
    their own; means: all counted weeks shown; other_scales: answers in that time to earlier
    questions, which are left out.
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
        """The answers in the judged weeks, or all while they are collected."""
        if self.trend.standing is Standing.COLLECTING:
            return len(self.answers)
        return sum(mean.count for mean in self.trend.means)


def confidence_of(person: SignedIn, area: str, today: date) -> Confidence:
    """Return the person's confidence in one of their areas, or in all.

    area: "", or one without enough weeks, stands for all.
    """
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
    """Return the Monday the chart begins on: that of the first judged week, at most `latest`."""
    return min(latest, trend.means[0].week.monday) if trend.means else latest


def _areas_with_weeks(given: Iterable[tuple[Answer, str]], today: date) -> Iterable[str]:
    answers = list(given)
    for area, count in sorted(Counter(area for _, area in answers).items()):
        if area and count >= 2 * EARLY:
            own = [answer for answer, where in answers if where == area]
            if len(confidence_trend(own, today).means) >= EARLY:
                yield area
