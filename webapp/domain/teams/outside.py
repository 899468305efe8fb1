"""Letting a win of one's own be shown outside, by the links of its team (R32)."""

from webapp.domain.account.people import SignedIn
from webapp.domain.shared.changing import changing
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import NotFound
from webapp.storage.teams.memberships import current_membership
from webapp.storage.teams.outside_rows import let_outside


def set_outside(person: SignedIn, team: TeamId, win_id: str, *, shown: bool) -> None:
    """Let links of a team show a win of this person, or not any more; NotFound.

    NotFound: they have none with this id on its board, or are not in the team.
    """
    with changing(person):
        if current_membership(person.id, team) is None:
            raise NotFound
        if not let_outside(team, person.id, win_id, shown=shown):
            raise NotFound
