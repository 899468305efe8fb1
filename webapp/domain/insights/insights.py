"""Everything that the Insights screen says about one person (R37)."""

from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.account.people import SignedIn
from webapp.domain.capture.today import day_of
from webapp.domain.insights import adjustments
from webapp.domain.insights.adjustments import ShownAdjustment
from webapp.domain.insights.clock import clock_of
from webapp.domain.insights.completion_rate import CompletionRates, completion_rates_of, goal_facts
from webapp.domain.insights.confidence import Confidence, confidence_of
from webapp.domain.insights.pitfalls import pitfalls_of
from webapp.domain.insights.quality import Quality, quality_of
from webapp.domain.insights.recent import wins_so_far
from webapp.domain.insights.rhythms import rhythm_facts_of, rhythms_of
from webapp.domain.insights.thanks import showings_and_thanks_of
from webapp.domain.insights.time_to_decision import DecisionTimes, decision_times_of
from webapp.domain.recognition.proportions import thanks_received
from webapp.rules.insights.momentum import Momentum, momentum
from webapp.rules.insights.pitfalls import FoundPitfall
from webapp.rules.insights.wins import WinFacts
from webapp.rules.reviews.reviews import Due

A_YEAR = timedelta(weeks=52)


@dataclass(frozen=True, slots=True)
class Insights:
    """The four measures, momentum, adjustments and pitfalls.

    begun: the day of the first win or check-in there is, None before both; wins: of the days the
    chart shows, newest first; thanks: the days of them on which others said something of the
    person's outcomes; next_due: the next due day of an active goal, None without one;
    suggested: an adjustment is or was shown; goals: statements by id; review: when the next one is
    due, None before the first win; lasts: when each rhythm was last kept.
    """

    today: date
    begun: date | None
    confidence: Confidence
    wins: tuple[WinFacts, ...]
    thanks: tuple[date, ...]
    completion_rates: CompletionRates
    next_due: date | None
    decision_times: tuple[DecisionTimes, ...]
    quality: tuple[Quality, ...]
    momentum: Momentum
    adjustments: tuple[ShownAdjustment, ...]
    suggested: bool
    pitfalls: tuple[FoundPitfall, ...]
    goals: dict[str, str]
    review: Due | None
    lasts: dict[str, date]

    @property
    def texts(self) -> dict[str, str]:
        """The words of wins by id."""
        return {win.id: win.what for win in self.wins}


@dataclass(frozen=True, slots=True)
class Series:
    """What the chart alone shows; the fields are those of Insights."""

    today: date
    confidence: Confidence
    wins: tuple[WinFacts, ...]
    thanks: tuple[date, ...]


def series_of(person: SignedIn, zone: str, now: int, area: str = "") -> Series:
    """Return the chart's part of the insights, for an export; stores nothing."""
    today = day_of(person, zone, now)
    confidence = confidence_of(person, area, today)
    wins = tuple(wins_so_far(person, confidence.since, today))
    return Series(today, confidence, wins, thanks_received(person.owner, confidence.since, today))


def show_insights(person: SignedIn, zone: str, now: int, area: str = "") -> Insights:
    """Return what may be said to a person, and store which adjustments are shown.

    zone: where the phone is; now: ms; area: one of theirs, to see confidence in that alone.
    """
    today = day_of(person, zone, now)
    clock = clock_of(person, zone, now, today - A_YEAR)
    confidence = confidence_of(person, area, today)
    wins = wins_so_far(person, confidence.since, today)
    goals = goal_facts(person, clock)
    rhythm = rhythm_facts_of(person, now)
    first = rhythm.first_win and max(rhythm.first_win, confidence.since)
    areas = person.areas.splitlines()
    before, thanks = showings_and_thanks_of(person, confidence.since, today)
    missed = goals.missed(today)
    found = adjustments.find(confidence.overall, wins, missed, areas, thanks.notes, today)
    rhythms = rhythms_of(person, rhythm, wins, clock.cadences)
    shown, suggested = adjustments.show(person, found, before, today, now)
    return Insights(
        today,
        _begun(rhythm.first_win, confidence),
        confidence,
        tuple(wins),
        thanks.received,
        completion_rates_of(goals, today),
        goals.next_due(today),
        decision_times_of(person, clock),
        quality_of(person, today),
        momentum({win.day for win in wins}, clock.calendar, today, first),
        tuple(shown),
        suggested,
        tuple(pitfalls_of(person, wins, goals, rhythms, thanks.praises, clock.calendar, today)),
        goals.statements,
        rhythm.review_due(today),
        {one.what: one.last for one in rhythms},
    )


def _begun(first_win: date | None, confidence: Confidence) -> date | None:
    firsts = [first_win, *(answer.day for answer in confidence.answers)]
    return min((day for day in firsts if day), default=None)
