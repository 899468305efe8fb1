"""How many micro-goals were met of those that were due or closed (R39)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.rules.statistics.intervals import Interval

ENOUGH = 8  # goals in each of two windows
LARGEST_P = 0.10


class Closing(StrEnum):
    """How a micro-goal ended."""

    MET = "met"
    NOT_MET = "not_met"
    ABANDONED = "abandoned"  # counts as not met
    RESCOPED = "rescoped"  # counted apart


@dataclass(frozen=True, slots=True)
class DueGoal:
    """A micro-goal (or one occurrence of a recurring one) with its due day and its end.

    Drafts and parked goals are left out by the caller. closing and closed: None while open.
    """

    id: str
    due: date
    closing: Closing | None = None
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class Completion:
    """`met` of `total` goals in one window, by id, with the 80 % range of the share.

    share and range: None with no goals. rescoped: closed so in the window, in no other figure.
    """

    met: tuple[str, ...]
    not_met: tuple[str, ...]
    rescoped: tuple[str, ...]
    share: float | None
    range: Interval | None

    @property
    def total(self) -> int:
        """How many goals the share is of."""
        return len(self.met) + len(self.not_met)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two windows or groups beside each other.

    enough: both have what a comparison needs, and if not, `missing` says how many more the two
    need; differs: a difference may be stated; higher: the second is higher.
    """

    enough: bool
    missing: tuple[int, int]
    p: float | None
    differs: bool
    higher: bool


def completion(goals: Iterable[DueGoal], first: date, last: date, today: date) -> Completion:
    """The completion rate of the days from `first` to `last`, seen from `today`.

    Each goal belongs to one day: the one it was closed on, or else its due day once that is
    over. So no goal is in two windows that do not overlap.
    """
    raise NotImplementedError


def compare_completion(earlier: Completion, later: Completion) -> Comparison:
    """Whether the later window's rate differs from the earlier one's."""
    raise NotImplementedError
