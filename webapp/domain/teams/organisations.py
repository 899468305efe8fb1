"""Organisations: making one, the teams in it, and who is admin or viewer."""

from dataclasses import dataclass

from webapp.domain.account import rate_limits
from webapp.domain.account.people import SignedIn
from webapp.domain.account.rate_limits import Visit
from webapp.domain.teams.leads import changing_members
from webapp.domain.teams.leaving import hide_from_organisation, hide_presets
from webapp.domain.teams.notices import note
from webapp.domain.teams.offering import offer
from webapp.domain.teams.roles_of_organisations import add_role
from webapp.rules.shared.ids import (
    OrganisationId,
    PersonId,
    TeamId,
    id_of_organisation,
    id_of_person,
    id_of_team,
)
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.notices import NoticeKind
from webapp.rules.teams.teams import (
    LAST_ADMIN,
    MADE,
    MOST_TEAMS_OF_ORGANISATION,
    ORGANISATION_IS_FULL,
    Place,
    parse_name,
)
from webapp.storage.account.people import Owner
from webapp.storage.account.teams import Organisation, organisation_row, team_row, teams_in
from webapp.storage.engine.database import transaction
from webapp.storage.goals.shared_objectives import share_nothing
from webapp.storage.teams.invitations import Invitation, delete_invitations
from webapp.storage.teams.memberships import (
    change_memberships,
    lock_members,
    members_of,
    store_counts,
)
from webapp.storage.teams.organisation_roles import (
    delete_organisation_role,
    organisation_role,
    organisations_of,
    people_of,
    store_organisation_name,
)


@dataclass(frozen=True, slots=True)
class RoleIn:
    """What a person is to an organisation. name: the person's, or the organisation's."""

    person: PersonId
    organisation: OrganisationId
    name: str
    place: Place


def own_organisations(person: SignedIn) -> list[RoleIn]:
    """Return the organisations in which a person is admin or viewer, by name.

    No statement where there is none.
    """
    if not person.organisations:
        return []
    return [
        RoleIn(
            person.id,
            id_of_organisation(row.organisation_id),
            row.organisation_name,
            Place(row.role),
        )
        for row in organisations_of(person.id)
    ]


def people_in(organisation: OrganisationId) -> list[RoleIn]:
    """Return the admins and viewers of an organisation, admins first."""
    return [
        RoleIn(id_of_person(row.person_id), organisation, row.person_name, Place(row.role))
        for row in people_of(organisation)
    ]


def teams_of_organisation(organisation: OrganisationId) -> list[tuple[TeamId, str]]:
    """Return id and name of the teams in an organisation, by name."""
    return [(id_of_team(row.id), str(row.name)) for row in teams_in(organisation)]


def name_of_organisation(organisation: OrganisationId) -> str:
    """Return the name of an organisation, or raise NotFound."""
    row = organisation_row(organisation)
    if row is None:
        raise NotFound
    return str(row.name)


def create_organisation(person: SignedIn, name: object, visit: Visit) -> OrganisationId:
    """Store an organisation, whose maker is its first admin; return its id; Invalid, TooMany."""
    named = parse_name(name)
    rate_limits.take(visit, MADE, "make an organisation", str(person.id))
    with transaction():
        organisation = id_of_organisation(Owner.create().id)
        Organisation.create(owner=organisation, name=named, created=visit.now)
        add_role(person, organisation, Place.ADMIN)
        store_counts(person.id)
        return organisation


def rename_organisation(
    admin: SignedIn, organisation: OrganisationId, name: object, now: int
) -> None:
    """Give an organisation another name, everywhere where it is shown; Invalid, NotFound."""
    named = parse_name(name)
    held = [team for team, _ in teams_of_organisation(organisation)]
    with changing_members(held, now) as change:
        lock_members(organisation)
        require_admin(admin.id, organisation)
        for team, _ in teams_of_organisation(organisation):
            change_memberships(team, organisation_name=named)
            change.readers.update(id_of_person(row.person_id) for row in members_of(team))
        change.readers.update(one.person for one in people_in(organisation))
        store_organisation_name(organisation, named)


def put_team(person: SignedIn, team: TeamId, organisation: OrganisationId | None, now: int) -> None:
    """Put a team into an organisation of which its lead is an admin, or with None into none.

    What it showed to the one that it was in is the team's only then. NotFound: they are no admin of
    it. Invalid: it is full.
    """
    with changing_members([team], now) as change:
        name = "" if organisation is None else name_with_room(person.id, organisation, team)
        before = team_row(team)
        if before and before.organisation_id not in {None, organisation}:
            change.at_last.append(lambda: _show_to_no_organisation(team, now))
        change_memberships(team, organisation_name=name, organisation_since=now)
        change.columns[team] = {"organisation": organisation}
        change.readers.update(id_of_person(row.person_id) for row in members_of(team))
    offer(team)


def _show_to_no_organisation(team: TeamId, now: int) -> None:
    hide_from_organisation(team, now)
    share_nothing(team)
    hide_presets(team, now)


def remove_role(admin: SignedIn, organisation: OrganisationId, person: PersonId, now: int) -> None:
    """Take the role of somebody in an organisation, who is told, or one's own; NotFound.

    Invalid: the last admin stays while there are teams. now: ms.
    """
    with transaction():
        lock_members(organisation)
        if admin.id != person:
            require_admin(admin.id, organisation)
        known = organisation_role(person, organisation)
        if known is None:
            raise NotFound
        _keep_an_admin(organisation, person)
        delete_organisation_role(person, organisation)
        delete_invitations(organisation, Invitation.maker == person)
        if admin.id != person:
            note(person, NoticeKind.ROLE_TAKEN, organisation, known.organisation_name, now)
        store_counts(person)


def name_with_room(
    admin: PersonId, organisation: OrganisationId, team: TeamId | None = None
) -> str:
    """Return the name of an organisation that this admin adds one team to; NotFound, Invalid.

    team: that one, which may be in it already; None: a new one.
    """
    require_admin(admin, organisation)
    lock_members(organisation)
    others = [one for one, _ in teams_of_organisation(organisation) if one != team]
    if len(others) >= MOST_TEAMS_OF_ORGANISATION:
        raise Invalid(ORGANISATION_IS_FULL)
    return name_of_organisation(organisation)


def _keep_an_admin(organisation: OrganisationId, without: PersonId) -> None:
    admins = [row.person_id for row in people_of(organisation) if row.role == Place.ADMIN]
    if admins == [without] and teams_in(organisation).exists():
        raise Invalid(LAST_ADMIN)


def runs(person: PersonId, organisation: OrganisationId | None) -> bool:
    """Return whether a person is an admin of an organisation; None: of none."""
    row = organisation_role(person, organisation) if organisation else None
    return row is not None and row.role == Place.ADMIN


def require_admin(person: PersonId, organisation: OrganisationId) -> None:
    """Raise NotFound unless a person is an admin of an organisation."""
    if not runs(person, organisation):
        raise NotFound
