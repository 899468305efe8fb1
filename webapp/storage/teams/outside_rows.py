"""The rows of a board that links may show: those of the team, and those that their owners let."""

from typing import Any

from peewee import SQL, fn

from webapp.rules.shared.ids import OwnerId, TeamId
from webapp.rules.teams.boards import Cursor
from webapp.storage.teams.boards import newest_first
from webapp.storage.teams.shared_wins import SharedWin

MOST_COUNTED = 5_000
OUTSIDE = SharedWin.outside == SQL("TRUE")  # the index has only those
NAMED = SharedWin.objective != SQL("''")


def rows_outside(team: TeamId, objective: str, after: Cursor | None) -> Any:
    """Return the rows for an objective that links may show, newest first, after `after`."""
    its = (SharedWin.team == team, SharedWin.objective == objective, OUTSIDE)
    return newest_first(SharedWin.select().where(*its), after)


def count_outside(team: TeamId, objective: str) -> tuple[int, int]:
    """Return how many rows an objective has, and how many of them links may show.

    Each is counted no further than one beyond MOST_COUNTED.
    """
    its = (SharedWin.team == team, SharedWin.objective == objective)
    of_all, outside = _counted("0", *its, NAMED), _counted("1", *its, OUTSIDE)
    found: Any = of_all.union_all(outside)
    numbers = dict(found.tuples())
    return numbers[0], numbers[1]


def _counted(which: str, *conditions: Any) -> Any:
    rows = SharedWin.select(SQL("1")).where(*conditions).limit(MOST_COUNTED + 1)
    return SharedWin.select(SQL(which), fn.COUNT(SQL("1"))).from_(rows.alias(f"of_{which}"))


def let_outside(team: TeamId, owner: OwnerId, win: str, *, shown: bool) -> bool:
    """Let a win be shown by links, or not; return whether it is on the board."""
    its = (SharedWin.team == team, SharedWin.person == owner, SharedWin.win == win)
    return bool(SharedWin.update(outside=shown).where(*its).execute())


def let_none_outside(team: TeamId, owner: OwnerId) -> None:
    """Let no win of an owner be shown by links of a team that they leave."""
    its = (SharedWin.team == team, SharedWin.person == owner)
    SharedWin.update(outside=False).where(*its, OUTSIDE).execute()
