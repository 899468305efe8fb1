"""Admins and viewers of organisations."""

from webapp.domain.account.people import SignedIn
from webapp.rules.shared.ids import OrganisationId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.teams import (
    MOST_ORGANISATIONS,
    MOST_PEOPLE_OF_ORGANISATION,
    TOO_MANY_ORGANISATIONS,
    TOO_MANY_PEOPLE,
    Place,
)
from webapp.storage.account.teams import organisation_row
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
