"""Acting for a team: its things, and which of its members does it."""

from dataclasses import dataclass

from webapp.rules.shared.ids import PersonId, TeamId
from webapp.rules.shared.problems import N_, NotFound, Problem
from webapp.storage.account.teams import team_row

ARCHIVED = Problem("team", N_("This team is archived. What it has can be read, not changed."))


@dataclass(frozen=True, slots=True)
class ActingForTeam:
    """A person who reads or changes the things of a team, as of domain/account/acting.py.

    name: of the team. is_archived: nothing of it can be changed. Whether they may do it is a
    question of their role (account/roles.py).
    """

    owner: TeamId
    actor: PersonId
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
    return ActingForTeam(
        owner=team,
        actor=actor,
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
