"""Wins that said "team" or "organisation" and named none: joining asks once about them (R31)."""

from webapp.domain.account.people import SignedIn
from webapp.domain.shared.changing import changing
from webapp.domain.teams.leaving import keep_earlier_private, show_earlier
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import NotFound
from webapp.storage.capture.audiences import count_wins_without_team
from webapp.storage.engine.database import transaction
from webapp.storage.teams.memberships import current_membership, lock_members


def count_earlier(person: SignedIn, team: TeamId) -> int:
    """Return how many wins of a person said "team" without naming one; 0 for most people.

    NotFound: the person may not show the team anything.
    """
    _require_place(person, team)
    return count_wins_without_team(person.id)


def answer_for_earlier(person: SignedIn, team: TeamId, now: int, *, show: bool) -> None:
    """Show those wins to a team, or make them private: then no other team asks again. now: ms.

    NotFound: the person may not show the team anything.
    """
    with transaction():
        lock_members(team)  # so that nobody takes the person out of it in between
        _require_place(person, team)
        with changing(person):
            if show:
                show_earlier(person.id, team, now)
            else:
                keep_earlier_private(person.id, now)


def _require_place(person: SignedIn, team: TeamId) -> None:
    row = current_membership(person.id, team)
    if row is None or row.archived is not None:
        raise NotFound
