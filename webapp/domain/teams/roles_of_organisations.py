"""Admins and viewers of organisations, and who is told that an admin is in a team."""

from webapp.domain.account.people import SignedIn
from webapp.domain.teams.leads import MembersChange, tell_others
from webapp.rules.shared.ids import OrganisationId, TeamId, id_of_organisation, id_of_team
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.notices import NoticeKind
from webapp.rules.teams.teams import (
    MOST_ORGANISATIONS,
    MOST_PEOPLE_OF_ORGANISATION,
    TOO_MANY_ORGANISATIONS,
    TOO_MANY_PEOPLE,
    Place,
)
from webapp.storage.account.teams import organisation_row, team_row
from webapp.storage.teams.memberships import teams_of
from webapp.storage.teams.organisation_roles import (
    OrganisationRole,
    organisation_role,
    organisations_of,
    people_of,
)


def add_role(person: SignedIn, organisation: OrganisationId, place: Place) -> None:
    """Make a person admin or viewer of an organisation; inside a transaction. Invalid, NotFound.

    An admin stays one.
    """
    found = organisation_row(organisation)
    if found is None:
        raise NotFound
    known = organisation_role(person.id, organisation)
    if known is None and people_of(organisation).count() >= MOST_PEOPLE_OF_ORGANISATION:
        raise Invalid(TOO_MANY_PEOPLE)
    if known is None and organisations_of(person.id).count() >= MOST_ORGANISATIONS:
        raise Invalid(TOO_MANY_ORGANISATIONS)
    role = Place.ADMIN if known and known.role == Place.ADMIN else place
    names = {"person_name": person.name, "organisation_name": found.name}
    row = {"organisation": organisation, "person": person.id, "role": role, **names}
    key = [OrganisationRole.organisation, OrganisationRole.person]
    query = OrganisationRole.insert(row)
    query.on_conflict(conflict_target=key, update={"role": role}).execute()


def join_organisation(
    person: SignedIn, organisation: OrganisationId, place: Place, change: MembersChange, now: int
) -> None:
    """Let a person be admin or viewer, and their mates know who is admin now; Invalid, NotFound."""
    add_role(person, organisation, place)
    if place is Place.ADMIN:
        for row in teams_of(person.id):
            team = id_of_team(row.team_id)
            if is_in_organisation(team, organisation):
                tell_of_admin(person, team, change, now)


def tell_of_admin(person: SignedIn, team: TeamId, change: MembersChange, now: int) -> None:
    """Tell the others in a team that this member is an admin of its organisation, if they are."""
    found = team_row(team)
    if found is None or found.organisation_id is None:
        return
    known = organisation_role(person.id, id_of_organisation(found.organisation_id))
    if known and known.role == Place.ADMIN:
        tell_others(change, team, NoticeKind.ADMIN_JOINED, person.id, now, person.name)


def is_in_organisation(team: TeamId, organisation: OrganisationId) -> bool:
    """Return whether an organisation holds a team."""
    found = team_row(team)
    return found is not None and found.organisation_id == organisation
