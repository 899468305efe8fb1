"""Making, naming and archiving teams."""

from dataclasses import dataclass

from webapp.domain.account import rate_limits
from webapp.domain.account.people import SignedIn
from webapp.domain.account.rate_limits import Visit
from webapp.domain.teams.leads import MembersChange, archive, changing_members, tell_others
from webapp.rules.shared.ids import (
    OrganisationId,
    TeamId,
    id_of_organisation,
    id_of_person,
    id_of_team,
)
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.notices import NoticeKind
from webapp.rules.teams.teams import MADE, MOST_TEAMS, TOO_MANY_TEAMS, Place, parse_name
from webapp.storage.account.people import Owner
from webapp.storage.account.teams import Team, team_row
from webapp.storage.engine.database import transaction
from webapp.storage.teams.memberships import (
    Membership,
    change_memberships,
    members_of,
    store_counts,
)


@dataclass(frozen=True, slots=True)
class TeamSummary:
    """A team. archived: ms, None while it is in use."""

    id: TeamId
    name: str
    organisation: OrganisationId | None
    archived: int | None


def team_of(team: TeamId) -> TeamSummary:
    """Return a team, or raise NotFound."""
    row = team_row(team)
    if row is None:
        raise NotFound
    organisation = row.organisation_id
    inside = None if organisation is None else id_of_organisation(organisation)
    return TeamSummary(team, row.name, inside, row.archived)


def create_team(person: SignedIn, name: object, visit: Visit) -> TeamId:
    """Store a team, whose maker is its lead, and return its id; Invalid, TooMany."""
    named = parse_name(name)
    rate_limits.take(visit, MADE, "make a team", str(person.id))
    with transaction():
        team = id_of_team(Owner.create().id)
        Team.create(owner=team, name=named, created=visit.now, time_zone=person.time_zone)
        names = {"person_name": person.name, "team_name": named}
        Membership.create(person=person.id, team=team, role=Place.LEAD, joined=visit.now, **names)
        if store_counts(person.id) > MOST_TEAMS:
            raise Invalid(TOO_MANY_TEAMS)
        return team


def rename_team(team: TeamId, name: object, now: int) -> None:
    """Give a team another name, everywhere where it is shown; Invalid, NotFound."""
    named = parse_name(name)
    with changing_members([team], now) as change:
        change_memberships(team, team_name=named)
        change.columns[team] = {"name": named}
        change.readers.update(id_of_person(row.person_id) for row in members_of(team))


def archive_team(person: SignedIn, team: TeamId, now: int) -> None:
    """Let nothing new come to a team and tell its other members; NotFound."""
    with changing_members([team], now) as change:
        close_team(person, team, change, now)


def close_team(person: SignedIn, team: TeamId, change: MembersChange, now: int) -> None:
    """Archive a team inside a change of it; one that is archived already stays as it is."""
    if team_of(team).archived is not None:
        return
    change.people.add(person.id)
    tell_others(change, team, NoticeKind.ARCHIVED, person.id, now)
    archive(team, change, now)


def restore_team(team: TeamId, now: int) -> None:
    """Take a team that was archived into use again; NotFound."""
    with changing_members([team], now) as change:
        change_memberships(team, archived=None)
        change.columns[team] = {"archived": None}
        change.readers.update(id_of_person(row.person_id) for row in members_of(team))
