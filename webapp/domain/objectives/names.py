"""The names of a person's objectives and indicators."""

from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.teams.offering import offered_names
from webapp.storage.objectives.indicators import own_indicators
from webapp.storage.objectives.objectives import own_objectives


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """What an indicator did: "Rework", "%", "down", 14, 6.

    better: the direction that is an improvement. All three are "" where it was deleted.
    """

    name: str
    unit: str
    better: str
    before: float | None
    after: float | None

    @property
    def improved(self) -> bool:
        """Whether it went in the direction that is an improvement."""
        if self.before is None or self.after is None or not self.better:
            return False
        return self.after < self.before if self.better == "down" else self.after > self.before


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id: of objectives; of indicators, with their units and better directions."""

    objectives: dict[str, str]
    indicators: dict[str, tuple[str, str, str]]

    def of_objectives(self, ids: str) -> tuple[str, ...]:
        """Return the names of these ids, which blanks separate, without deleted ones."""
        return tuple(self.objectives[one] for one in ids.split() if one in self.objectives)

    def change(
        self, indicator: str, before: float | None, after: float | None
    ) -> IndicatorChange | None:
        """Return what an indicator did, or None when nothing was measured."""
        if before is None and after is None:
            return None
        return IndicatorChange(*self.indicators.get(indicator, ("", "", "")), before, after)


def names_of(acting: Acting) -> Names:
    """Return the names of this person's objectives and indicators."""
    objectives = offered_names(acting)
    objectives |= {one.id: one.name for one in own_objectives(acting.owner)}
    own = own_indicators(acting.owner)
    indicators = {one.id: (one.name, one.unit, one.better) for one in own}
    return Names(objectives, indicators)
