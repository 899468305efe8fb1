"""Quality signals: what went wrong, of how much, before and after an improvement (R41)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
        """Bad ones for each one; periods without exposure have none and are left out."""
        return self.bad / self.exposure


@dataclass(frozen=True, slots=True)
class Marker:
    """A process-improvement win and its day."""

    win: str
    day: date


class Shift(StrEnum):
    """What may be said about the periods after a marker, beside those before."""

    NOT_ENOUGH = "not_enough"
    NO_CLEAR_CHANGE = "no_clear_change"
    LOWER = "lower"  # fewer bad ones
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class QualitySignal:
    """The verdict on one indicator: the marker judged (None without one), the pooled rates.

    missing: periods to go before and after the marker; p: None while there are not enough.
    """

    shift: Shift
    marker: Marker | None
    before: float | None
    after: float | None
    missing: tuple[int, int]
    p: float | None


def quality_signal(periods: Sequence[Period], markers: Iterable[Marker]) -> QualitySignal:
    """What may be said: judged at the latest marker with four periods on each side.

    One marker only, so that an indicator gets one test however many wins there are. The period
    a marker falls into is on neither side.
    """
    raise NotImplementedError
