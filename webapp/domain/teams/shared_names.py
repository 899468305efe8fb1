"""The objectives that other teams of its organisation share with a team, judged when asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from webapp.rules.shared.ids import (
    OrganisationId,
    OwnerId,
    TeamId,
    id_of_organisation,
    id_of_team,
)
from webapp.storage.account.teams import team_row, teams_in
from webapp.storage.goals.shared_objectives import objectives_named, shared_with


def names_shared_with(team: TeamId, organisation: int | None) -> dict[str, tuple[str, str]]:
    """Return name and team of the objectives that others share with a team, by id."""
    if organisation is None:
        return {}
    inside = id_of_organisation(organisation)
    found = shared_with([team, inside])
    if not found:
        return {}
    teams = teams_sharing(inside)
    return {
        one.id: (one.name, teams[owner])
        for owner, ids in by_owner(found, teams).items()
        if owner != team
        for one in objectives_named(owner, ids).values()
    }


def those_shared_with(team: TeamId, ids: Iterable[str]) -> list[str]:
    """Return those of these objectives that another team of its organisation shares with a team."""
    row = team_row(team)
    known = names_shared_with(team, row.organisation_id) if row else {}
    return [one for one in ids if one in known]


def teams_sharing(organisation: OrganisationId) -> dict[int, str]:
    """Return the names of the teams of an organisation that are in use, by number."""
    return {row.id: row.name for row in teams_in(organisation) if row.archived is None}


def by_owner(
    found: Iterable[tuple[OwnerId, str]], teams: Mapping[int, str]
) -> dict[TeamId, list[str]]:
    """Return the objectives of (team, objective) by their team, of these teams only."""
    named: dict[TeamId, list[str]] = defaultdict(list)
    for owner, objective in found:
        if owner in teams:
            named[id_of_team(owner)].append(objective)
    return named
