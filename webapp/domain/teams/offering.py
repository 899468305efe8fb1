"""What forms of a win offer of a team's objectives: copies, so that a phone knows them, too (R31).

A copy may be older than what it is of: which objective a win is shown under is judged when the win
arrives (objectives.py).
"""

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.domain.teams.shared_names import names_shared_with, teams_sharing
from webapp.rules.objectives.objectives import ObjectiveState
from webapp.rules.shared.ids import TeamId, id_of_organisation, id_of_team
from webapp.rules.teams.offering import MOST_OFFERED, OfferedObjective, offered_in, written
from webapp.storage.account.teams import team_row
from webapp.storage.engine.database import transaction
from webapp.storage.goals.shared_objectives import shares_any
from webapp.storage.objectives.objectives import own_objectives
from webapp.storage.teams.memberships import change_memberships, lock_members, teams_of


def offer_own(acting: Acting) -> None:
    """Offer the objectives of now to the members of the team that somebody has acted for.

    Nothing where they acted for themself. In a transaction of its own, after theirs: locks of
    members come before that of a team.
    """
    if acting.owner != acting.actor:
        team = id_of_team(acting.owner)
        offer(team)
        if shares_any(team):
            offer_beside(team)


def offer_beside(team: TeamId) -> None:
    """Offer the objectives of now to the members of the other teams of a team's organisation.

    Each in a transaction of its own.
    """
    row = team_row(team)
    if row and row.organisation_id is not None:
        for other in teams_sharing(id_of_organisation(row.organisation_id)):
            if other != team:
                offer(id_of_team(other))


def offer(team: TeamId) -> None:
    """Offer the objectives of now to the members of a team."""
    with transaction():
        if lock_members(team):
            change_memberships(team, objectives=text_of(team))


def text_of(team: TeamId) -> str:
    """Return the text of what members of a team are offered: its own, then those shared with it.

    Open objectives of its own come before others.
    """
    own = [one for one in own_objectives(team) if one.state != ObjectiveState.DROPPED]
    own.sort(key=lambda one: (one.state != ObjectiveState.OPEN, -one.created))
    row = team_row(team)
    shared = names_shared_with(team, row.organisation_id) if row else {}
    of_others = [OfferedObjective(one, *names) for one, names in shared.items()]
    offered = [OfferedObjective(one.id, one.name, "") for one in own[:MOST_OFFERED]]
    return written([*offered, *of_others[:MOST_OFFERED]])


def offered_names(acting: Acting) -> dict[str, str]:
    """Return the names of the objectives that a person's teams offer, by id.

    Nothing for a team, and no statement for who is in none.
    """
    rows = teams_of(acting.id) if isinstance(acting, SignedIn) and acting.teams else ()
    return {one.id: one.name for row in rows for one in offered_in(row.objectives)}
