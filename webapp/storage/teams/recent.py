"""What the Insights of a team read of its board."""

from typing import Any

from webapp.rules.shared.ids import TeamId
from webapp.storage.teams.shared_wins import SharedWin

MOST_RECENT = 1000


def recent_on_board(team: TeamId, since: str, begins: int) -> tuple[list[tuple[Any, ...]], bool]:
    """Return the wins on a board since a day (ISO), newest first, and whether there are more.

    At most a thousand are read. begins: a moment (ms) before that day in every zone. They are rows
    of owner, id, day, what, kind and objective.
    """
    columns = (SharedWin.person, SharedWin.win, SharedWin.day, SharedWin.what, SharedWin.kind)
    recent = (SharedWin.team == team, SharedWin.happened >= begins, SharedWin.day >= since)
    newest = (SharedWin.happened.desc(), SharedWin.person.desc(), SharedWin.win.desc())
    rows: Any = SharedWin.select(*columns, SharedWin.objective).where(*recent)
    found = list(rows.order_by(*newest).limit(MOST_RECENT + 1).tuples())
    return found[:MOST_RECENT], len(found) > MOST_RECENT
