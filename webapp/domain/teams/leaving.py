"""Taking what somebody shared off the board of a team that they leave."""

from webapp.rules.shared.ids import PersonId, TeamId
from webapp.storage.capture.wins import Win
from webapp.storage.teams.shared_wins import SharedWin


def make_private(person: PersonId, team: TeamId, now: int) -> None:  # noqa: ARG001 - of revisions
    """Let only the person see the wins that they shared with a team; inside a transaction."""
    shared = (Win.person == person, Win.team == team)
    Win.update(visibility="private", team=None).where(*shared).execute()
    SharedWin.delete().where(SharedWin.team == team, SharedWin.person == person).execute()
