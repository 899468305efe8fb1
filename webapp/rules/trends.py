"""Whether confidence rises, and when too little is known to say so (R38)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.rules.statistics.intervals import Interval
from webapp.rules.weeks import Answer, Missing, WeeklyMean

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
    """From the first judged week to the last: the total by Theil-Sen and its range."""

    total: float
    range: Interval
    slope: float  # a week


@dataclass(frozen=True, slots=True)
class Trend:
    """The verdict on one series of check-ins.

    direction: set for an early sign and a sustained trend only; means: the judged weeks;
    change: from four weeks on; p: of Mann-Kendall, from four weeks on; missing: until the next
    standing is possible, None from eight weeks on.
    """

    standing: Standing
    direction: Direction | None
    scale_id: str | None
    means: tuple[WeeklyMean, ...]
    change: Change | None
    p: float | None
    missing: Missing | None


def confidence_trend(answers: Sequence[Answer], today: date) -> Trend:
    """What may be said about these answers (any order) on the day `today`.

    Judged are the last twelve counted weeks of the scale of the latest answer. For one area,
    give the answers of that area alone.
    """
    raise NotImplementedError


def judge(means: Sequence[WeeklyMean]) -> tuple[Standing, Direction | None]:
    """The gate itself on counted weeks, oldest first; only the last twelve are judged."""
    raise NotImplementedError
