"""Absences: a day off, or a pause of several days."""

from dataclasses import dataclass
from datetime import date, timedelta

from webapp.rules.shared.problems import N_, Invalid, Problem

BETWEEN = "--"  # as ISO 8601 has it where "/" cannot be used
YEARS = range(2000, 2101)
LONGEST = 366  # days
MOST = 100  # of one person


@dataclass(frozen=True, slots=True)
class Away:
    """An absence from `first` to `last`, both included."""

    first: date
    last: date

    @property
    def id(self) -> str:
        """Return its id in addresses: "2026-12-24--2026-12-31"."""
        return f"{self.first}{BETWEEN}{self.last}"

    def days(self) -> list[date]:
        """Return each of its days."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def parse_away(first: object, last: object) -> Away:
    """Return the absence between two ISO days, without a last day that one day.

    Invalid: with all problems at once.
    """
    problems: list[Problem] = []
    begins = _day("first", first, N_("Choose the first day."), problems)
    ends = _day("last", last, N_("Choose the last day."), problems) if last else begins
    if begins and ends and ends < begins:
        says = N_("This ends before it starts. Choose a last day that is not before the first.")
        problems.append(Problem("last", says))
    if begins and ends and (ends - begins).days >= LONGEST:
        problems.append(Problem("last", N_("A pause can last a year. Choose an earlier last day.")))
    if problems or not begins or not ends:
        raise Invalid(*problems)
    return Away(begins, ends)


def _day(field: str, value: object, says: str, problems: list[Problem]) -> date | None:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        problems.append(Problem(field, says))
        return None
    return day
