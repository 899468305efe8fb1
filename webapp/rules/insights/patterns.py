"""Patterns in the log: topics of wins, new routines, what can be stacked (R8, R44)."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.rules.insights.similarity import normalized
from webapp.rules.insights.wins import WinFacts

ROUTINE_DAYS, ROUTINE_SPAN = 5, timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many wins have one value; None stands for no value."""

    value: str | None
    wins: int


@dataclass(frozen=True, slots=True)
class Patterns:
    """Tallies, highest first; weekdays: seven counts from Monday; total: all wins.

    A win with two objectives is in two tallies of objectives.
    """

    total: int
    areas: tuple[Tally, ...]
    objectives: tuple[Tally, ...]
    kinds: tuple[Tally, ...]
    weekdays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NewRoutine:
    """The same preset, or the same words, on five days or more within four weeks.

    key: distinguishes it from others, to show it once; wins: ids in the order of their days. kind,
    preset: of the latest win.
    """

    key: str
    what: str
    days: int
    wins: tuple[str, ...]
    kind: str
    preset: str | None


def find_patterns(wins: Sequence[WinFacts]) -> Patterns:
    """Return `wins` counted by area, objective, kind and weekday."""
    weekdays = Counter(win.day.weekday() for win in wins)
    return Patterns(
        len(wins),
        _tallies(win.area for win in wins),
        _tallies(objective for win in wins for objective in win.objectives or (None,)),
        _tallies(win.kind for win in wins),
        tuple(weekdays[weekday] for weekday in range(7)),
    )


def routines(
    wins: Collection[WinFacts],
    today: date,
    known: Collection[str] = (),
    unsaid: Collection[str] = (),
) -> list[NewRoutine]:
    """Return what became routine in the four weeks up to `today`, without the keys in `known`.

    unsaid: words that the app fills in when the person gives none, such as the names of the kinds.
    """
    groups: defaultdict[str, list[WinFacts]] = defaultdict(list)
    for win in sorted(_said(wins, unsaid), key=lambda win: win.day):
        if timedelta() <= today - win.day < ROUTINE_SPAN:
            groups[_key(win)].append(win)
    found = [
        _routine(key, own, len({win.day for win in own}))
        for key, own in groups.items()
        if key not in known
    ]
    return [routine for routine in found if routine.days >= ROUTINE_DAYS]


def routines_with_one_more(
    wins: Collection[WinFacts], unsaid: Collection[str] = ()
) -> list[NewRoutine]:
    """Return what becomes routine with one more win; `wins`: one of each, on one day too few."""
    return [_routine(_key(win), [win], ROUTINE_DAYS) for win in _said(wins, unsaid)]


def stackable(
    wins: Sequence[WinFacts], taken_up: Collection[str], statements: Iterable[str] = ()
) -> list[WinFacts]:
    """Return the wins with a next step that nothing took up, newest first.

    taken_up: ids of wins whose next step became a goal or is named as a dependency; statements: of
    goals. A later win with the same words takes a next step up as well.
    """
    goals = {normalized(statement) for statement in statements}
    latest = {normalized(win.what): win.day for win in sorted(wins, key=lambda win: win.day)}
    left = [win for win in wins if win.next_step and win.id not in taken_up]
    left = [win for win in left if not _is_taken_up(win, goals, latest)]
    return sorted(left, key=lambda win: win.day, reverse=True)


def _tallies(values: Iterable[str | None]) -> tuple[Tally, ...]:
    counts = Counter(values).items()
    return tuple(
        Tally(value, wins) for value, wins in sorted(counts, key=lambda c: (-c[1], c[0] or ""))
    )


def _said(wins: Collection[WinFacts], unsaid: Collection[str]) -> Collection[WinFacts]:
    if not wins:
        return wins  # on most days: without normalizing the names of kinds
    silent = {normalized(words) for words in unsaid}
    return [win for win in wins if win.preset or normalized(win.what) not in silent]


def _key(win: WinFacts) -> str:
    return f"preset:{win.preset}" if win.preset else f"words:{normalized(win.what)}"


def _routine(key: str, wins: Sequence[WinFacts], days: int) -> NewRoutine:
    latest, ids = wins[-1], tuple(win.id for win in wins)
    return NewRoutine(key, latest.what, days, ids, latest.kind, latest.preset)


def _is_taken_up(win: WinFacts, goals: Collection[str], latest: Mapping[str, date]) -> bool:
    step = normalized(win.next_step)
    return step in goals or latest.get(step, date.min) >= win.day
