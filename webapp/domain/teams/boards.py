"""The boards of teams, kept in the transactions that change wins.

A board has a row of its own for each win that is shown on it, so that it is read by one index scan.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from webapp.domain.teams.objectives import objective_on_board
from webapp.rules.capture.audiences import Audience
from webapp.rules.shared.ids import OwnerId, TeamId
from webapp.storage.capture.wins import Win
from webapp.storage.teams.boards import (
    change_on_board,
    put_on_boards,
    row_on_board,
    take_off_board,
)
from webapp.storage.teams.outside_links import unchoose

# Columns that a board and a win have in common.
SHOWN = (
    *("happened", "day", "offset", "zone", "kind", "what", "impact", "next_step", "evidence"),
    *("moves", "visibility"),
)


def put_new_on_boards(wins: Sequence[Mapping[str, Any]]) -> None:
    """Put new wins (columns of Win) on the boards that they name; usually none."""
    rows = [_row(win, win["team"]) for win in wins if _is_shared(win["visibility"], win["team"])]
    if rows:
        put_on_boards(rows)


def keep_on_board(win: Win, before: Audience) -> None:
    """Put a changed win on its board, and take it off the one that it was on before.

    On the same board its row is changed: whether it is shown outside stays. What was made private,
    or moved to another team, is in no link any more.
    """
    stays = win.audience.is_shared and win.team_id == before.team
    if before.is_shared and not stays:
        forget_on_board(win.person_id, win.id, before.team)
        unchoose(win.person_id, [win.id])
    if win.audience.is_shared:
        row = board_row(win)
        if not (stays and change_on_board(row["team"], row["person"], row)):
            put_on_boards([row])


def board_row(win: Win) -> dict[str, Any]:
    """Return what its board shows of a shared win, as columns of SharedWin."""
    columns: dict[str, Any] = win.__data__
    return _row(columns, columns["team"])


def correct_board(win: Win) -> bool:
    """Make the row of a win on its board what it should be; return whether it was not."""
    if not win.audience.is_shared:
        return False
    row = board_row(win)
    stored = row_on_board(row["team"], win.person_id, win.id)
    if stored and row.items() <= stored.__data__.items():
        return False
    keep_on_board(win, win.audience)
    return True


def forget_on_board(owner: OwnerId, win_id: str, team: TeamId | None) -> None:
    """Take a deleted win off the board of `team`, if it was on one."""
    if team is not None:
        take_off_board(team, owner, [win_id])


def _is_shared(visibility: str, team: TeamId | None) -> bool:
    return Audience(visibility, team).is_shared


def _row(win: Mapping[str, Any], team: TeamId) -> dict[str, Any]:
    shown = {name: win[name] for name in SHOWN}
    objective = objective_on_board(team, win["objectives"].split())
    key = {"team": team, "person": win["person"], "win": win["id"]}
    return {**key, **shown, "objective": objective}
