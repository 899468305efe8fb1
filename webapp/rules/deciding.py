"""How long decisions take, in working time (R40)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from webapp.rules.completion import Comparison
from webapp.rules.statistics.quartiles import Quartiles
from webapp.rules.working_time import WorkingHours

ENOUGH = 4  # decided ones in each of two groups
LARGEST_P = 0.10


class Weight(StrEnum):
    """The class of a decision."""

    ROUTINE = "routine"
    IMPORTANT = "important"


@dataclass(frozen=True, slots=True)
class Question:
    """A decision: when it was opened and decided (ms; None while open), how often re-opened."""

    id: str
    weight: Weight
    opened: int
    decided: int | None = None
    reopened: int = 0


@dataclass(frozen=True, slots=True)
class Undecided:
    """An open decision and its age in working minutes."""

    id: str
    age: int


@dataclass(frozen=True, slots=True)
class TimeToDecision:
    """One class: quartiles in working minutes (None: not reached yet), and what they stand on.

    minutes: of the decided ones, sorted; undecided: oldest first; reopened: how many decisions
    were re-opened at least once.
    """

    weight: Weight
    quartiles: Quartiles
    minutes: tuple[int, ...]
    undecided: tuple[Undecided, ...]
    reopened: int


def time_to_decision(
    questions: Iterable[Question], weight: Weight, hours: WorkingHours, now: int
) -> TimeToDecision:
    """The figures of one class at the moment `now` (ms)."""
    raise NotImplementedError


def compare_deciding(earlier: Sequence[int], later: Sequence[int]) -> Comparison:
    """Whether the later decisions (working minutes each) took longer or shorter."""
    raise NotImplementedError
