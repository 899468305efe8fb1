"""Links that can be used once, until they expire."""

from peewee import BigIntegerField, CharField, ForeignKeyField

from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored


class OneTimeLink(Stored):
    """A link that was created and not used. Its token is only in the link; here is its keyed hash.

    person: whom it is for, None for anybody who has it. expires: ms.
    """

    token_hash = CharField(max_length=64, primary_key=True)
    kind = CharField(max_length=12)
    person = ForeignKeyField(Person, null=True, on_delete="CASCADE")
    expires = BigIntegerField()

    class Meta:
        table_name = "link"


def delete_one_time_links(kind: str, person: PersonId) -> None:
    """Delete the links of this kind that are for this person."""
    OneTimeLink.delete().where(OneTimeLink.kind == kind, OneTimeLink.person == person).execute()


def delete_expired_links(now: int) -> None:
    """Delete the links that can no longer be used at `now` (ms)."""
    OneTimeLink.delete().where(OneTimeLink.expires <= now).execute()
