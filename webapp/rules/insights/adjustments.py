"""Three adjustments that the log may suggest, each with the rows that led to it (R42).

rules/insights/showings.py decides whether one may be shown today.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from webapp.rules.insights.similarity import are_similar, words_of
from webapp.rules.insights.trends import Trend
from webapp.rules.insights.wins import WinFacts

SEVERAL_WINS, STILL_TRUE = 5, timedelta(weeks=5)
CLUSTER_WINS, CLUSTER_DAYS, CLUSTER_AREAS, CLUSTER_SHARE = 12, 8 * 7, 3, Fraction(3, 5)
NOTES, NOTE_DAYS, FEW_WORDS = 6, 30, 5


class Rule(StrEnum):
    """The three rules."""

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
    """(a) Confidence does not rise after several wins.

    Are goals attainable, do wins connect to them? weeks: from the first judged one to this one.
    unlinked, missed: ids of wins and goals.
    """

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
    trend: Trend, wins: Iterable[WinFacts], missed: Iterable[tuple[str, date]], today: date
) -> NotRising | None:
    """Return (a) when confidence has a slope of 0 or less in spite of several wins.

    That is five wins or more and four counted weeks or more. Wins count, and missed goals (id, day)
    are listed, from the first judged week on. The last judged week began at most five weeks ago:
    old answers raise no question.
    """
    if trend.change is None or trend.change.slope > 0:
        return None
    if today - trend.means[-1].week.monday > STILL_TRUE:
        return None
    since = trend.means[0].week.monday
    own = [win for win in wins if since <= win.day <= today]
    if len(own) < SEVERAL_WINS:
        return None
    unlinked = tuple(win.id for win in own if not win.linked)
    goals = tuple(goal for goal, day in missed if since <= day <= today)
    weeks = round((today - since).days / 7)
    return NotRising(len(own), weeks, trend.change.slope, unlinked, goals)


def one_area(wins: Iterable[WinFacts], areas: Sequence[str], today: date) -> OneArea | None:
    """Return (b) when at least three in five of twelve or more wins are in one area.

    Wins of the last eight weeks count. areas: all of the person's, three or more; wins in none of
    them are ignored.
    """
    recent = [win for win in wins if _is_within(CLUSTER_DAYS, win.day, today)]
    rows = {area: [win.id for win in recent if win.area == area] for area in areas}
    total = sum(map(len, rows.values()))
    if total < CLUSTER_WINS or len(rows) < CLUSTER_AREAS:
        return None
    top = max(rows, key=lambda area: len(rows[area]))
    if len(rows[top]) < CLUSTER_SHARE * total:
        return None
    neglected = min(rows, key=lambda area: len(rows[area]))
    return OneArea(top, tuple(rows[top]), total, neglected)


def perfunctory(notes: Iterable[Note], today: date) -> Perfunctory | None:
    """Return (c) when at least half of six or more notes in 30 days have a fault.

    The first of several similar notes has no fault for that.
    """
    recent = [note for note in notes if _is_within(NOTE_DAYS, note.day, today)]
    recent.sort(key=lambda note: note.day)
    if len(recent) < NOTES:
        return None
    words = [Counter(words_of(note.text)) for note in recent]
    faults = [_faults(note, words[at], words[:at]) for at, note in enumerate(recent)]
    poor = tuple((note.id, found) for note, found in zip(recent, faults, strict=True) if found)
    return Perfunctory(poor, len(recent)) if 2 * len(poor) >= len(recent) else None


def _faults(note: Note, words: Counter[str], earlier: Sequence[Counter[str]]) -> tuple[Fault, ...]:
    found = {
        Fault.NO_OUTCOME: not note.outcome,
        Fault.NEAR_DUPLICATE: any(are_similar(words, others) for others in earlier),
        Fault.FEW_WORDS: words.total() < FEW_WORDS,
    }
    return tuple(fault for fault, true in found.items() if true)


def _is_within(days: int, day: date, today: date) -> bool:
    """Return whether `day` is one of the last `days` days, today included."""
    return timedelta() <= today - day < timedelta(days=days)
