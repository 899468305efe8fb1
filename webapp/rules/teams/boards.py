"""What a board is asked for: which wins, and how they are put together (R30)."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from webapp.rules.capture.searches import parse_search
from webapp.rules.shared.ids import UUID

PARAMETERS = ("by", "person", "objective", "kind", "period", "from", "to")
OTHER = "other"  # wins of no objective of the team


class By(StrEnum):
    """What the columns of a board are."""

    DAY = "day"
    KIND = "kind"
    PERSON = "person"
    OBJECTIVE = "objective"


class Wanted(NamedTuple):
    """Which wins of a board; 0 and "" mean any.

    person: the number of their owner. objective: an id, or OTHER. first, last: ISO days. known:
    the ids of the team's objectives; wins of any other are among the others.
    """

    by: By = By.DAY
    person: int = 0
    objective: str = ""
    kind: str = ""
    first: str = ""
    last: str = ""
    known: tuple[str, ...] = ()


class TimeSpan(NamedTuple):
    """A time of wins, in ms; 0 means any. end: the first ms after it."""

    first: int = 0
    end: int = 0


class Cursor(NamedTuple):
    """A row of a board, after which its next page begins. happened: ms."""

    happened: int
    person: int
    win: str

    def __str__(self) -> str:
        """Return it as an address has it."""
        return f"{self.happened}.{self.person}.{self.win}"


def parse_wanted(given: Mapping[str, str], today: date) -> Wanted:
    """Return what the parameters of an address ask a board for, on the day `today`.

    given: see PARAMETERS. Nothing is refused, as in a search of wins.
    """
    search = parse_search(given, today)
    by, objective = given.get("by", ""), given.get("objective", "")
    return Wanted(
        by=By(by) if by in list(By) else By.DAY,
        person=_number(given.get("person", "")),
        objective=OTHER if objective == OTHER else search.objective,
        kind=search.kind,
        first=search.first,
        last=search.last,
    )


def parse_cursor(text: str | None) -> Cursor | None:
    """Return the place that an address names; None if it is none."""
    parts = (text or "").split(".")
    if len(parts) != 3 or not UUID.fullmatch(parts[2]):
        return None
    happened, person = _number(parts[0], longest=15), _number(parts[1])
    return Cursor(happened, person, parts[2]) if happened and person else None


def initials(name: str) -> str:
    """Return one or two letters for a name, as a person's sign; the first of its first words."""
    words = [word for word in name.split() if any(map(str.isalnum, word))]
    letters = [next(filter(str.isalnum, word)) for word in words[:2]]
    return "".join(letters).upper() or "?"


def _number(text: str, longest: int = 9) -> int:
    known = text.isascii() and text.isdecimal() and len(text) <= longest
    return int(text) if known else 0
