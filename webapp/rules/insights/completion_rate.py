"""The share of micro-goals that were met, of those that were due or closed (R39)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.rules.insights.comparisons import Comparison, missing_of
from webapp.rules.statistics.fisher import fisher
from webapp.rules.statistics.intervals import Interval
from webapp.rules.statistics.wilson import wilson

ENOUGH = 8  # goals in each of two windows
LARGEST_P = 0.10


class Closing(StrEnum):
    """How a micro-goal ended."""

    MET = "met"
    NOT_MET = "not_met"
    ABANDONED = "abandoned"  # counts as not met
    RESCOPED = "rescoped"  # counted separately


@dataclass(frozen=True, slots=True)
class DueGoal:
    """A micro-goal, or one occurrence of a recurring one, with its due day and its end.

    The caller leaves out drafts and parked goals. closing and closed: None while open.
    """

    id: str
    due: date
    closing: Closing | None = None
    closed: date | None = None


@dataclass(frozen=True, slots=True)
class CompletionRate:
    """`met` of `total` goals in one window, by id, with the 80 % interval of the share.

    share and range: None without goals. rescoped: closed so in the window, in no other figure.
    """

    met: tuple[str, ...]
    not_met: tuple[str, ...]
    rescoped: tuple[str, ...]
    share: float | None
    range: Interval | None

    @property
    def total(self) -> int:
        """The number of goals that the share refers to."""
        return len(self.met) + len(self.not_met)


def completion_rate(
    goals: Iterable[DueGoal], first: date, last: date, today: date
) -> CompletionRate:
    """Return the completion rate of the days from `first` to `last`, as of `today`.

    Each goal belongs to one day: the one on which it was closed, or else its due day once that is
    over. So no goal is in two windows that do not overlap.
    """
    ended = [goal for goal in goals if _is_in(goal, first, last, today)]
    met = tuple(goal.id for goal in ended if goal.closing == Closing.MET)
    rescoped = tuple(goal.id for goal in ended if goal.closing == Closing.RESCOPED)
    apart = {*met, *rescoped}
    not_met = tuple(goal.id for goal in ended if goal.id not in apart)
    total = len(met) + len(not_met)
    if not total:
        return CompletionRate(met, not_met, rescoped, None, None)
    return CompletionRate(met, not_met, rescoped, len(met) / total, wilson(len(met), total))


def compare_completion_rates(earlier: CompletionRate, later: CompletionRate) -> Comparison:
    """Return whether the later window's rate differs from the earlier one's."""
    missing = missing_of(ENOUGH, earlier.total, later.total)
    if missing != (0, 0) or earlier.share is None or later.share is None:
        return Comparison(missing)
    p = fisher(len(earlier.met), len(earlier.not_met), len(later.met), len(later.not_met))
    return Comparison(missing, p, p <= LARGEST_P, later.share > earlier.share)


def _is_in(goal: DueGoal, first: date, last: date, today: date) -> bool:
    day = goal.closed or goal.due
    return first <= day <= last and (goal.closed is not None or goal.due < today)
