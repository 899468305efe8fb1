"""The value of this week that Today asks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from webapp.rules.objectives.readings import is_weekly
from webapp.storage.objectives.due_values import KeptRow


@dataclass(frozen=True, slots=True)
class DueValue:
    """An indicator whose value of this week is missing; is_rate: it is given of how many."""

    id: str
    name: str
    unit: str
    is_rate: bool


def due_value(kept: Iterable[KeptRow]) -> DueValue | None:
    """Return the indicator that has waited longest for its value, or None.

    kept: those whose newest value is not of this week; only those count that were given one a week.
    """
    due = min((row for row in kept if _is_weekly(row)), key=_waits_since, default=None)
    return due and DueValue(due[0], due[1], due[2], bool(due[5]))


def _is_weekly(row: KeptRow) -> bool:
    newest, before = row[3], row[4]
    return is_weekly(date.fromisoformat(newest), date.fromisoformat(before) if before else None)


def _waits_since(row: KeptRow) -> tuple[str, str]:
    return row[3], row[1]
