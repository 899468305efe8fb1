"""Admins and viewers of organisations."""

from peewee import CharField, CompositeKey, ForeignKeyField, ModelSelect

from webapp.rules.shared.ids import OrganisationId, OwnerId, PersonId
from webapp.rules.teams.teams import MOST_ORGANISATIONS, MOST_PEOPLE_OF_ORGANISATION
from webapp.storage.account.people import Owner, Person
from webapp.storage.account.teams import Organisation
from webapp.storage.engine.database import Stored


class OrganisationRole(Stored):
    """What a person is to an organisation. role: "admin" or "viewer". Both names are copies."""

    organisation_id: int
    person_id: PersonId
    organisation = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="+")
    role = CharField(max_length=12)
    person_name = CharField(max_length=100)
    organisation_name = CharField(max_length=100)

    class Meta:
        primary_key = CompositeKey("organisation", "person")


def organisation_role(person: PersonId, organisation: OwnerId) -> OrganisationRole | None:
    """Return the row of a person in an organisation, None if they have no role there."""
    found: OrganisationRole | None = OrganisationRole.get_or_none(
        OrganisationRole.organisation == organisation, OrganisationRole.person == person
    )
    return found


def organisations_of(person: PersonId) -> "ModelSelect[OrganisationRole]":
    """Return the rows of the organisations in which a person has a role, by name."""
    named = (OrganisationRole.organisation_name, OrganisationRole.organisation)
    query = OrganisationRole.select().where(OrganisationRole.person == person)
    return query.order_by(*named).limit(MOST_ORGANISATIONS + 1)


def people_of(organisation: OwnerId) -> "ModelSelect[OrganisationRole]":
    """Return the rows of the admins and viewers of an organisation, admins first, by name."""
    named = (OrganisationRole.role, OrganisationRole.person_name, OrganisationRole.person)
    query = OrganisationRole.select().where(OrganisationRole.organisation == organisation)
    return query.order_by(*named).limit(MOST_PEOPLE_OF_ORGANISATION + 1)


def store_organisation_name(organisation: OrganisationId, name: str) -> None:
    """Store the name of an organisation, also in the rows of its admins and viewers."""
    Organisation.update(name=name).where(Organisation.owner == organisation).execute()
    its = OrganisationRole.organisation == organisation
    OrganisationRole.update(organisation_name=name).where(its).execute()


def delete_organisation_role(person: PersonId, organisation: OwnerId) -> None:
    """Delete the row of a person in an organisation."""
    its = (OrganisationRole.organisation == organisation, OrganisationRole.person == person)
    OrganisationRole.delete().where(*its).execute()
