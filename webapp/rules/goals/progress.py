"""How far a micro-goal is, as the segments of a bar: one for each criterion."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

MOST_SINGLE = 10  # a number up to this has a segment for each of its units, if it stands alone


class Progress(Protocol):
    """A criterion and how far it is; value: of a number."""

    @property
    def key(self) -> int:
        """The number by which its goal knows it."""

    @property
    def target(self) -> float | None:
        """The number to reach, None of a line to tick."""

    @property
    def done(self) -> bool:
        """Whether it is met."""

    @property
    def value(self) -> float | None:
        """How far its number is, None if that was never given."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One piece of the bar: from `start` of the criterion `key` on, `length` long, `filled` of it.

    A line to tick goes from 0 to 1.
    """

    key: int
    start: float
    length: float
    filled: float

    @property
    def is_full(self) -> bool:
        """Return whether nothing is missing of it."""
        return self.filled >= self.length


def segments_of(criteria: Sequence[Progress]) -> list[Segment]:
    """Return the segments of a goal with these criteria, in their order."""
    if len(criteria) == 1 and _is_small(criteria[0].target):
        return [_segment(criteria[0], start, 1) for start in range(int(criteria[0].target or 0))]
    return [_segment(one, 0, one.target or 1) for one in criteria]


def _is_small(target: float | None) -> bool:
    return target is not None and target == int(target) and 1 < target <= MOST_SINGLE


def _segment(criterion: Progress, start: float, length: float) -> Segment:
    reached = (criterion.value or 0) - start
    filled = length if criterion.done else min(max(reached, 0), length)
    return Segment(criterion.key, start, length, filled)
