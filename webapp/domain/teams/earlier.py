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
    """Return how many of them a person has, 0 for most; NotFound: they may show the team none."""
    _require_place(person, team)
    return count_wins_without_team(person.id)


def answer_for_earlier(person: SignedIn, team: TeamId, now: int, *, show: bool) -> None:
    """Show them to a team, or make them private for good: no other team asks then. now: ms.

    NotFound: the person may show the team none.
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
