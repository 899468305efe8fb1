"""Quality signals: what went wrong, of how much, before and after an improvement (R41)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.rules.insights.comparisons import missing_of
from webapp.rules.statistics.mann_whitney import mann_whitney, tendency

ENOUGH = 4  # periods on each side
LARGEST_P = 0.10


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included: `bad` of `exposure` (3 defects of 40 deliveries)."""

    first: date
    last: date
    bad: float
    exposure: float

    @property
    def rate(self) -> float:
        """Bad ones for each one; callers leave out periods without exposure."""
        return self.bad / self.exposure


@dataclass(frozen=True, slots=True)
class Marker:
    """A process-improvement win and its day."""

    win: str
    day: date


class Shift(StrEnum):
    """What may be said about the periods after a marker, compared with those before."""

    NOT_ENOUGH = "not_enough"
    NO_CLEAR_CHANGE = "no_clear_change"
    LOWER = "lower"  # fewer bad ones
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class QualitySignal:
    """The judgement on one indicator: the marker (None without one), the pooled rates.

    missing: periods that are still needed before and after the marker; p: None until there are
    enough.
    """

    shift: Shift
    marker: Marker | None
    before: float | None
    after: float | None
    missing: tuple[int, int]
    p: float | None


def quality_signal(periods: Sequence[Period], markers: Iterable[Marker]) -> QualitySignal:
    """Return what may be said at the latest marker with four periods on each side.

    One marker only, so that an indicator gets one test however many wins there are. The period that
    contains a marker is on neither side. The test is Mann-Whitney, exact, on the rates of the
    periods: each period is one observation, so that bad ones that come in clusters do not pass for
    many. A shift is stated when the pooled rates point the same way.
    """
    judged = [period for period in periods if period.exposure > 0]
    sides = [Sides.around(marker, judged) for marker in sorted(markers, key=lambda m: m.day)]
    if not sides:
        return QualitySignal(Shift.NOT_ENOUGH, None, None, None, (ENOUGH, ENOUGH), None)
    best = min(reversed(sides), key=lambda side: sum(side.missing))
    before, after = pooled(best.before), pooled(best.after)
    if best.missing != (0, 0):
        return QualitySignal(Shift.NOT_ENOUGH, best.marker, before, after, best.missing, None)
    p = mann_whitney(
        [period.rate for period in best.before], [period.rate for period in best.after]
    )
    return QualitySignal(best.shift(p), best.marker, before, after, best.missing, p)


def pooled(periods: Sequence[Period]) -> float | None:
    """Return the rate over all `periods` together; None without any."""
    if not periods:
        return None
    return sum(period.bad for period in periods) / sum(period.exposure for period in periods)


@dataclass(frozen=True, slots=True)
class Sides:
    """The periods before and after one marker."""

    marker: Marker
    before: tuple[Period, ...]
    after: tuple[Period, ...]

    @classmethod
    def around(cls, marker: Marker, periods: Sequence[Period]) -> "Sides":
        """Return the periods that end before the marker's day, and those that begin after it."""
        before = tuple(period for period in periods if period.last < marker.day)
        after = tuple(period for period in periods if period.first > marker.day)
        return cls(marker, before, after)

    @property
    def missing(self) -> tuple[int, int]:
        """Periods that are still needed on each side."""
        return missing_of(ENOUGH, len(self.before), len(self.after))

    def shift(self, p: float) -> Shift:
        """Return what may be said with this p; both sides have enough."""
        before, after = pooled(self.before) or 0.0, pooled(self.after) or 0.0
        way = tendency(
            [period.rate for period in self.before], [period.rate for period in self.after]
        )
        if p > LARGEST_P or way * (after - before) <= 0:
            return Shift.NO_CLEAR_CHANGE
        return Shift.HIGHER if way > 0 else Shift.LOWER
