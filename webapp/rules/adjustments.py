"""Three adjustments that the log may suggest, each with the rows that led to it (R42).

Whether one may be shown today is a matter of rules/showings.py.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from webapp.rules.rows import WinRow
from webapp.rules.trends import Trend


class Rule(StrEnum):
    """The three."""

    NOT_RISING = "not_rising"
    ONE_AREA = "one_area"
    PERFUNCTORY = "perfunctory"


@dataclass(frozen=True, slots=True)
class Note:
    """A recognition: its text, and whether it names an outcome (cites a counted win)."""

    id: str
    day: date
    text: str
    outcome: bool


@dataclass(frozen=True, slots=True)
class NotRising:
    """(a) Confidence does not rise after several wins: are goals attainable, wins connected?"""

    wins: int
    weeks: int
    slope: float
    unlinked: tuple[str, ...]
    missed: tuple[str, ...]
    rule: Rule = Rule.NOT_RISING


@dataclass(frozen=True, slots=True)
class OneArea:
    """(b) Wins cluster in one area; neglected: the area with the fewest, for a draft goal."""

    area: str
    wins: tuple[str, ...]
    total: int
    neglected: str
    rule: Rule = Rule.ONE_AREA


class Fault(StrEnum):
    """Why a recognition says little."""

    NO_OUTCOME = "no_outcome"
    NEAR_DUPLICATE = "near_duplicate"
    FEW_WORDS = "few_words"


@dataclass(frozen=True, slots=True)
class Perfunctory:
    """(c) Recognition says little: name impact and learning. Notes by id, with their faults."""

    notes: tuple[tuple[str, tuple[Fault, ...]], ...]
    total: int
    rule: Rule = Rule.PERFUNCTORY


def not_rising(
    trend: Trend, wins: Iterable[WinRow], missed: Iterable[tuple[str, date]], today: date
) -> NotRising | None:
    """(a) when five wins or more and four counted weeks or more go with a slope of 0 or less.

    Counted are the wins, and listed the missed goals (id, day), since the first judged week.
    """
    raise NotImplementedError


def one_area(wins: Iterable[WinRow], areas: Sequence[str], today: date) -> OneArea | None:
    """(b) when of twelve or more wins in eight weeks three in five or more are in one area.

    areas: all of the person's, three or more; wins that name none of them are left out.
    """
    raise NotImplementedError


def perfunctory(notes: Iterable[Note], today: date) -> Perfunctory | None:
    """(c) when of six notes or more in 30 days half or more have a fault."""
    raise NotImplementedError
