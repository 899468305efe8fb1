"""A counted win as a record shows it."""

from dataclasses import dataclass
from datetime import date

from webapp.domain.objectives.names import IndicatorChange, Names
from webapp.storage.capture.wins import Win

Cursor = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One counted win.

    objectives: their names, the first is the one it is listed under. change: what an indicator
    did, if one was measured. evidence: a link or "".
    """

    id: str
    day: date
    kind: str
    what: str
    impact: str
    area: str
    objectives: tuple[str, ...]
    change: IndicatorChange | None
    evidence: str
    happened: int

    @property
    def cursor(self) -> Cursor:
        """Its position in the list, for the page after it."""
        return self.day.isoformat(), self.happened, self.id

    @classmethod
    def of(cls, win: Win, names: Names) -> "Exhibit":
        """Return a win as an exhibit; names: of the person's objectives and indicators."""
        return cls(
            win.id,
            date.fromisoformat(win.day),
            win.kind,
            win.what,
            win.impact,
            win.area,
            names.of_objectives(win.objectives),
            names.change(win.indicator, win.before, win.after),
            win.evidence,
            win.happened,
        )
