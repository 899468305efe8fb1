"""What a person can choose from when they add details: areas, objectives, goals, indicators."""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.text import folded
from webapp.storage.goals.choices import choices

Named = tuple[str, str]  # id, name; an area is its own id


@dataclass(frozen=True, slots=True)
class Choices:
    """What to offer: areas as the person ordered them, the others by name."""

    areas: tuple[Named, ...] = ()
    objectives: tuple[Named, ...] = ()
    goals: tuple[Named, ...] = ()
    indicators: tuple[Named, ...] = ()


def choices_of(person: SignedIn) -> Choices:
    """What the person can choose from now: objectives and goals that are not over, indicators."""
    rows: list[tuple[str, str, str]] = choices(owner=person.owner)
    return Choices(
        areas=tuple((area, area) for area in person.areas.splitlines()),
        objectives=_by_name(rows, "objective"),
        goals=_by_name(rows, "goal"),
        indicators=_by_name(rows, "indicator"),
    )


def _by_name(rows: Iterable[tuple[str, str, str]], sort: str) -> tuple[Named, ...]:
    named = [(thing, name) for of, thing, name in rows if of == sort]
    return tuple(sorted(named, key=lambda one: folded(one[1])))
