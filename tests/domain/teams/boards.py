"""What stands on boards, and what people are told of it."""

from typing import Any

from tests.support.make import Someone, win
from webapp.storage.capture.wins import Win
from webapp.storage.teams.notices import Notice
from webapp.storage.teams.shared_wins import SharedWin

LEAVES_OUT = {"person", "team", "win", "objective", "outside"}


def on_board(team: int) -> list[str]:
    """Return the words on a board, after checking that they are those of the wins."""
    rows = list(SharedWin.select().where(SharedWin.team == team).order_by(SharedWin.happened))
    for row in rows:
        its = Win.get(Win.person == row.person_id, Win.id == row.win)
        assert its.team_id == team
        shown = {*SharedWin._meta.fields} - LEAVES_OUT
        assert {name: getattr(row, name) for name in shown} == {
            name: getattr(its, name) for name in shown
        }
    assert Win.select().where(Win.team == team).count() == len(rows)
    return [row.what for row in rows]


def told(someone: Someone) -> list[tuple[str, str]]:
    """Return what somebody is told: kind and words."""
    return [(row.kind, row.about) for row in Notice.select().where(Notice.person == someone.id)]


def shared(team: int, what: str = "Cut the build", **more: Any) -> dict[str, Any]:
    """Return an entry that logs a win for a board."""
    return win(what, visibility=f"team:{team}", **more)
