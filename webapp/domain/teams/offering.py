"""What forms of a win offer of a team's objectives: copies, so that a phone knows them, too (R31).

A copy may be older than what it is of: which objective a win is shown under is judged when the win
arrives (objectives.py).
"""

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.rules.objectives.objectives import ObjectiveState
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.teams.offering import MOST_OFFERED, OfferedObjective, offered_in, written
from webapp.storage.engine.database import transaction
from webapp.storage.objectives.objectives import own_objectives
from webapp.storage.teams.memberships import change_memberships, lock_members, teams_of


def offer_own(acting: Acting) -> None:
    """Offer the objectives of now to the members of the team that somebody has acted for.

    Nothing where they acted for themself. In a transaction of its own, after theirs: locks of
    members come before that of a team.
    """
    if acting.owner != acting.actor:
        offer(id_of_team(acting.owner))


def offer(team: TeamId) -> None:
    """Offer the objectives of now to the members of a team."""
    with transaction():
        if lock_members(team):
            change_memberships(team, objectives=text_of(team))


def text_of(team: TeamId) -> str:
    """Return the text of what members of a team are offered: open objectives before others."""
    own = [one for one in own_objectives(team) if one.state != ObjectiveState.DROPPED]
    own.sort(key=lambda one: (one.state != ObjectiveState.OPEN, -one.created))
    return written(OfferedObjective(one.id, one.name, "") for one in own[:MOST_OFFERED])


def offered_names(acting: Acting) -> dict[str, str]:
    """Return the names of the objectives that a person's teams offer, by id.

    Nothing for a team, and no statement for who is in none.
    """
    rows = teams_of(acting.id) if isinstance(acting, SignedIn) and acting.teams else ()
    return {one.id: one.name for row in rows for one in offered_in(row.objectives)}
