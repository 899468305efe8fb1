"""Patterns in the log: what wins are about, what became routine, what can be stacked (R8, R44)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from webapp.rules.rows import WinRow


@dataclass(frozen=True, slots=True)
class Tally:
    """How many wins have one value; None stands for none."""

    value: str | None
    wins: int


@dataclass(frozen=True, slots=True)
class Patterns:
    """Tallies, most first; weekdays: seven counts from Monday; total: wins looked at.

    A win with two objectives is in two tallies of objectives.
    """

    total: int
    areas: tuple[Tally, ...]
    objectives: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    weekdays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Routine:
    """The same preset, or the same words, on five days or more within four weeks.

    key: what tells it from others, to show it once; wins: ids in the order of their days.
    """

    key: str
    what: str
    days: int
    wins: tuple[str, ...]


def find_patterns(wins: Iterable[WinRow]) -> Patterns:
    """Count `wins` by area, objective, kind and weekday."""
    raise NotImplementedError


def routines(wins: Iterable[WinRow], today: date, known: Collection[str] = ()) -> list[Routine]:
    """What became routine in the four weeks up to `today`, without the keys in `known`."""
    raise NotImplementedError


def stackable(
    wins: Iterable[WinRow], taken_up: Collection[str], statements: Iterable[str] = ()
) -> list[WinRow]:
    """The wins with a next step that nothing took up, newest first.

    taken_up: ids of wins whose next step became a goal or is named as a dependency;
    statements: words of goals. Later wins with the same words take a next step up as well.
    """
    raise NotImplementedError


def same_words(text: str) -> str:
    """The form in which two texts are the same words: without case, marks and blanks."""
    raise NotImplementedError
