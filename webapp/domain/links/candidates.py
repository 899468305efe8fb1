"""The wins that the maker of a link can choose for it: their newest, and those chosen already."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from webapp.domain.account.acting import Acting
from webapp.rules.shared.ids import id_of_team
from webapp.rules.teams.boards import TimeSpan, Wanted
from webapp.storage.capture.audiences import wins_among
from webapp.storage.capture.wins import linked_wins, own_wins
from webapp.storage.teams.boards import rows_named, rows_of_board

MOST_OFFERED = 50


@dataclass(frozen=True, slots=True)
class Candidate:
    """A win that can be chosen. day: ISO."""

    id: str
    what: str
    day: str


def candidates(acting: Acting, objective: str, chosen: Iterable[str]) -> list[Candidate]:
    """Return the wins that can be chosen for a link, newest first.

    objective: only those that it has, "" for all. For a team, those that its board has of the
    person who acts. chosen: ids that are offered, however old.
    """
    found = _of_team if acting.owner != acting.actor else _own
    rows = {win: row for row in found(acting, objective, list(chosen)) for win in [_id(row)]}
    newest = sorted(rows.values(), key=lambda row: (row.happened, _id(row)), reverse=True)
    return [Candidate(_id(row), row.what, row.day) for row in newest]


def _own(acting: Acting, objective: str, chosen: list[str]) -> list[Any]:
    own = acting.actor
    wins = linked_wins(own, "objective", objective) if objective else own_wins(own)
    return [*wins.limit(MOST_OFFERED), *(wins_among(own, chosen) if chosen else ())]


def _of_team(acting: Acting, objective: str, chosen: list[str]) -> list[Any]:
    team = id_of_team(acting.owner)
    wanted = Wanted(person=acting.actor, objective=objective)
    rows = rows_of_board(team, wanted, TimeSpan(), None).limit(MOST_OFFERED)
    return [*rows, *rows_named(team, [(acting.actor, win) for win in chosen]).values()]


def _id(row: Any) -> str:
    found: str = getattr(row, "win", None) or row.id
    return found
