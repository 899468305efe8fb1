"""What the form of a win's details offers: areas, objectives, goals and indicators."""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.text import folded
from webapp.storage.goals.options import option_rows

Option = tuple[str, str]  # value, label; an area is its own value


@dataclass(frozen=True, slots=True)
class Options:
    """The options of each field: areas in the person's order, the others by name."""

    areas: tuple[Option, ...] = ()
    objectives: tuple[Option, ...] = ()
    goals: tuple[Option, ...] = ()
    indicators: tuple[Option, ...] = ()


def options_of(person: SignedIn) -> Options:
    """Return what a win can be linked to: goals that are not over, objectives not dropped."""
    rows: list[tuple[str, str, str]] = option_rows(owner=person.owner)
    return Options(
        areas=tuple((area, area) for area in person.areas.splitlines()),
        objectives=_by_name(rows, "objective"),
        goals=_by_name(rows, "goal"),
        indicators=_by_name(rows, "indicator"),
    )


def _by_name(rows: Iterable[tuple[str, str, str]], wanted: str) -> tuple[Option, ...]:
    named = [(value, name) for kind, value, name in rows if kind == wanted]
    return tuple(sorted(named, key=lambda option: folded(option[1])))
