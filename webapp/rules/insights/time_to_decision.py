"""How long decisions take, in working time (R40)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import inf

from webapp.rules.insights.comparisons import Comparison, missing_of
from webapp.rules.insights.working_time import WorkingHours, working_minutes
from webapp.rules.statistics.mann_whitney import mann_whitney, tendency
from webapp.rules.statistics.quartiles import Duration, Quartiles, quartiles

ENOUGH = 4  # decided decisions in each of two groups
LARGEST_P = 0.10


class Weight(StrEnum):
    """The class of a decision."""

    ROUTINE = "routine"
    IMPORTANT = "important"


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """A decision: when it was opened and decided (ms), and how often reopened.

    decided: None while it is open, also when it was decided once and reopened since.
    """

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
    """One class: quartiles in working minutes (None: not reached yet), and their data.

    minutes: of the decided ones, sorted; undecided: oldest first; reopened: how many decisions were
    reopened at least once.
    """

    weight: Weight
    quartiles: Quartiles
    minutes: tuple[int, ...]
    undecided: tuple[Undecided, ...]
    reopened: int


def time_to_decision(
    questions: Iterable[DecisionFacts], weight: Weight, hours: WorkingHours, now: int
) -> TimeToDecision:
    """Return the figures of one class at the moment `now` (ms)."""
    own = [question for question in questions if question.weight == weight]
    minutes = sorted(
        working_minutes(question.opened, question.decided, hours)
        for question in own
        if question.decided is not None
    )
    undecided = tuple(_undecided(own, hours, now))
    waits = [Duration(length, True) for length in minutes]
    waits += [Duration(question.age, False) for question in undecided]
    reopened = sum(question.reopened > 0 for question in own)
    return TimeToDecision(weight, quartiles(waits), tuple(minutes), undecided, reopened)


def _undecided(
    questions: Iterable[DecisionFacts], hours: WorkingHours, now: int
) -> Iterator[Undecided]:
    for question in sorted(questions, key=lambda question: question.opened):
        if question.decided is None:
            yield Undecided(question.id, working_minutes(question.opened, now, hours))


def compare_times_to_decision(earlier: TimeToDecision, later: TimeToDecision) -> Comparison:
    """Return whether the later decisions of one class took longer or shorter.

    An undecided one counts when it is older than everything decided in both groups, since then its
    rank is known; without it, the slowest decisions would make a group look quick.
    """
    missing = missing_of(ENOUGH, len(earlier.minutes), len(later.minutes))
    if missing != (0, 0):
        return Comparison(missing)
    longest = max(earlier.minutes[-1], later.minutes[-1])
    before, after = _ranked(earlier, longest), _ranked(later, longest)
    p = mann_whitney(before, after)
    return Comparison(missing, p, p <= LARGEST_P, tendency(before, after) > 0)


def _ranked(group: TimeToDecision, longest: int) -> list[float]:
    older = sum(question.age >= longest for question in group.undecided)
    return [*group.minutes, *[inf] * older]
