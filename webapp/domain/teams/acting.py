"""Acting for a team: its things, and which of its members does it."""

from dataclasses import dataclass
from typing import Any

from webapp.domain.account.roles import role_in_team
from webapp.rules.rights.permissions import Role
from webapp.rules.shared.ids import PersonId, TeamId, id_of_team
from webapp.rules.shared.problems import N_, NotFound, Problem
from webapp.storage.account.teams import Team, team_row
from webapp.storage.teams.acted_for import ACTED_FOR, member_facts

ARCHIVED = Problem("team", N_("This team is archived. What it has can be read, not changed."))


@dataclass(frozen=True, slots=True)
class ActingForTeam:
    """A person who reads or changes the things of a team, as of domain/account/acting.py.

    name: of the team. is_archived: nothing of it can be changed. role: what they are to it, which
    decides whether they may do it (account/roles.py); None: it was not asked yet.
    """

    owner: TeamId
    actor: PersonId
    role: Role | None
    name: str
    rev: int
    day_start: int
    workdays: int
    checkin_days: int
    areas: str
    visibility: str
    goal_limit: int
    stored: int
    is_archived: bool


def acting_for_team(team: TeamId, actor: PersonId) -> ActingForTeam:
    """Return this person as they act for a team; NotFound: there is no such team."""
    row = team_row(team)
    if row is None:
        raise NotFound
    return _acting(row, actor, None)


def acting_of_member(team: TeamId, actor: PersonId) -> ActingForTeam | None:
    """Return a member of a team as they act for it, by one statement; None: they are not in it."""
    for role, observes, archived, *known in member_facts(person=actor, team=team):
        facts: dict[str, Any] = dict(zip(ACTED_FOR, known, strict=True))
        place, is_archived = role_in_team(role, observes=bool(observes)), archived is not None
        return ActingForTeam(team, actor, place, is_archived=is_archived, **facts)
    return None


def _acting(row: Team, actor: PersonId, role: Role | None) -> ActingForTeam:
    return ActingForTeam(
        owner=id_of_team(row.id),
        actor=actor,
        role=role,
        name=row.name,
        rev=row.rev,
        day_start=row.day_start,
        workdays=row.workdays,
        checkin_days=row.checkin_days,
        areas=row.areas,
        visibility=row.visibility,
        goal_limit=row.goal_limit,
        stored=row.stored,
        is_archived=row.archived is not None,
    )
