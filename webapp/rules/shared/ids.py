"""Ids: of people and owners, as types of their own, and those that phones make."""

import re
from typing import NewType

from webapp.rules.shared.problems import N_, Invalid, Problem

OwnerId = NewType("OwnerId", int)  # whose it is: a person's things, or a team's
PersonId = NewType("PersonId", OwnerId)  # who does something; a person owns under their own number
TeamId = NewType("TeamId", OwnerId)
OrganisationId = NewType("OrganisationId", OwnerId)
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def id_of_person(number: int) -> PersonId:
    """Return the id of the person whose row has this number, which is their owner's as well."""
    return PersonId(OwnerId(number))


def id_of_team(number: int) -> TeamId:
    """Return the id of the team whose row has this number, which is its owner's as well."""
    return TeamId(OwnerId(number))


def id_of_organisation(number: int) -> OrganisationId:
    """Return the id of the organisation whose row has this number, as that of a team."""
    return OrganisationId(OwnerId(number))


def parse_id(field: str, value: object) -> str:
    """Return `value` if it is a UUID in its usual lower-case form, or raise Invalid."""
    if not isinstance(value, str) or not UUID.fullmatch(value):
        raise Invalid(Problem(field, N_("The id must be a UUID.")))
    return value
