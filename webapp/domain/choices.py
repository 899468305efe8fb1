"""What a person can choose from when they add details: their areas, objectives, goals."""

from dataclasses import dataclass

from webapp.domain.people import SignedIn

Named = tuple[str, str]  # id, name


@dataclass(frozen=True, slots=True)
class Choices:
    """areas: their names; the others: (id, name) each, in the order to show them."""

    areas: tuple[str, ...] = ()
    objectives: tuple[Named, ...] = ()
    goals: tuple[Named, ...] = ()
    indicators: tuple[Named, ...] = ()


def choices_of(person: SignedIn) -> Choices:
    """What the person can choose from now."""
    return Choices(areas=tuple(person.areas.splitlines()))
