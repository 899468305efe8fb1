"""A win as the insights read it: one type for adjustments, pitfalls and patterns."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WinFacts:
    """One win. objectives: ids, with those its micro-goal serves; area, goal, preset: or None.

    counted: it names an objective and has a measurable impact.
    """

    id: str
    day: date
    what: str = ""
    kind: str = "quick"
    area: str | None = None
    objectives: tuple[str, ...] = ()
    goal: str | None = None
    preset: str | None = None
    next_step: str = ""
    counted: bool = False

    @property
    def linked(self) -> bool:
        """Whether it is connected to a micro-goal or an objective."""
        return bool(self.objectives) or self.goal is not None
