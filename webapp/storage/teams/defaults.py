"""On which board a person's new wins are, unless they say otherwise."""

from typing import Any

from webapp.rules.shared.ids import PersonId, TeamId
from webapp.rules.teams.teams import MOST_TEAMS
from webapp.storage.teams.memberships import Membership


def chosen_teams(person: PersonId) -> list[tuple[TeamId, str]]:
    """Return (team, visibility) of the teams in use to which a person shows their new wins."""
    chosen: Any = Membership.select(Membership.team, Membership.visibility).where(
        Membership.person == person,
        Membership.visibility != "private",
        Membership.left.is_null(),
        Membership.archived.is_null(),
    )
    return list(chosen.limit(MOST_TEAMS + 1).tuples())


def choose_default(person: PersonId, team: TeamId | None, visibility: str) -> None:
    """Show a person's new wins to this team only, None: to nobody else; inside a transaction."""
    own = Membership.person == person
    Membership.update(visibility="private").where(own, Membership.visibility != "private").execute()
    if team is not None:
        Membership.update(visibility=visibility).where(own, Membership.team == team).execute()
