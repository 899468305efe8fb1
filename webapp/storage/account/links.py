"""Links that can be used once, until they expire."""

from peewee import BigIntegerField, CharField, ForeignKeyField, ModelDelete

from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored


class Link(Stored):
    """A link that was made and not used. Its token is only in the link; here is its keyed hash.

    person: whom it is for, None for whoever has it; expires: ms.
    """

    token_hash = CharField(max_length=64, primary_key=True)
    kind = CharField(max_length=12)
    person = ForeignKeyField(Person, null=True, on_delete="CASCADE")
    expires = BigIntegerField()


def links_for(kind: str, person: int) -> ModelDelete:
    """Deletes the links of this kind that are for a person."""
    return Link.delete().where(Link.kind == kind, Link.person == person)


def expired_links(now: int) -> ModelDelete:
    """Deletes the links that can no longer be used."""
    return Link.delete().where(Link.expires <= now)
