"""Whether confidence rises, and when too little is known to say so (R38)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.rules.insights.weeks import (
    Answer,
    Missing,
    WeeklyMean,
    current_scale,
    judged_weeks,
    weekly_means,
    what_is_missing,
)
from webapp.rules.statistics.intervals import Interval
from webapp.rules.statistics.mann_kendall import mann_kendall
from webapp.rules.statistics.theil_sen import theil_sen

EARLY, SUSTAINED = 4, 8  # counted weeks
EARLY_P, SUSTAINED_P = 0.10, 0.05
SMALLEST_CHANGE = 0.5  # on the scale of 0-10, over all judged weeks


class Standing(StrEnum):
    """What may be said."""

    COLLECTING = "collecting"  # 0-3 weeks
    NOT_ENOUGH = "not_enough"  # 4-7 weeks without an early sign: not enough to tell
    EARLY_SIGN = "early_sign"  # 4-7 weeks; can fade
    SUSTAINED = "sustained"  # 8 and more
    NO_CLEAR_CHANGE = "no_clear_change"  # 8 and more


class Direction(StrEnum):
    """Which way, where a change may be stated at all."""

    RISING = "rising"
    FALLING = "falling"


@dataclass(frozen=True, slots=True)
class Change:
    """From the first judged week to the last: the total by Theil-Sen, and its interval."""

    total: float
    range: Interval
    slope: float  # a week


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the gate says of a series of weekly means; the fields are those of Trend."""

    standing: Standing
    direction: Direction | None
    change: Change | None
    p: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The judgement on one series of check-ins.

    direction: set for an early sign and a sustained trend only; means: the judged weeks; change:
    from four weeks on; p: of Mann-Kendall, from four weeks on; missing: until the next standing is
    possible, None from eight weeks on.
    """

    standing: Standing
    direction: Direction | None
    scale_id: str | None
    means: tuple[WeeklyMean, ...]
    change: Change | None
    p: float | None
    missing: Missing | None


def confidence_trend(answers: Sequence[Answer], today: date) -> Trend:
    """Return what may be said about these answers (any order) on the day `today`.

    The last twelve counted weeks of the scale of the latest answer are judged. For one area, pass
    the answers of that area alone.
    """
    scale_id = current_scale(answers)
    days = (answer.day for answer in answers if answer.scale_id == scale_id)
    means = weekly_means(answers, scale_id, today)
    return trend_of_weeks(means, scale_id, min(days, default=None), today)


def trend_of_weeks(
    means: Sequence[WeeklyMean], scale_id: str | None, since: date | None, today: date
) -> Trend:
    """Return the trend of counted weeks: finished ones of one scale, oldest first.

    The last twelve are enough; since: the day of the first answer to that scale.
    """
    verdict = judge(means)
    needed = EARLY if len(means) < EARLY else SUSTAINED
    return Trend(
        verdict.standing,
        verdict.direction,
        scale_id,
        tuple(judged_weeks(means)),
        verdict.change,
        verdict.p,
        what_is_missing(means, since, today, needed),
    )


def judge(means: Sequence[WeeklyMean]) -> Judgement:
    """Return what the gate says of counted weeks, oldest first; the last twelve are judged."""
    means = judged_weeks(means)
    if len(means) < EARLY:
        return Judgement(Standing.COLLECTING, None, None, None)
    largest_p = EARLY_P if len(means) < SUSTAINED else SUSTAINED_P
    change = _change(means, 1 - largest_p)
    p = mann_kendall([mean.mean for mean in means]).p
    clear = p <= largest_p and abs(change.total) >= SMALLEST_CHANGE
    return Judgement(_standing(len(means), clear), _direction(change) if clear else None, change, p)


def _change(means: Sequence[WeeklyMean], confidence: float) -> Change:
    """Return the change by Theil-Sen over the weeks between the first and the last.

    Its interval has the confidence that the gate demands.
    """
    indexes = [mean.week.index for mean in means]
    slope = theil_sen(indexes, [mean.mean for mean in means], confidence)
    weeks = indexes[-1] - indexes[0]
    low, high = slope.range.low * weeks, slope.range.high * weeks
    # Rounded, so that 0.1 + 0.2 and 0.3 pass the same gate.
    return Change(round(slope.median * weeks, 9), Interval(low, high, confidence), slope.median)


def _standing(weeks: int, clear: bool) -> Standing:
    if weeks < SUSTAINED:
        return Standing.EARLY_SIGN if clear else Standing.NOT_ENOUGH
    return Standing.SUSTAINED if clear else Standing.NO_CLEAR_CHANGE


def _direction(change: Change) -> Direction:
    return Direction.RISING if change.total > 0 else Direction.FALLING
