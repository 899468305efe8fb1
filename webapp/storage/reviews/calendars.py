"""Addresses at which calendars read when the reviews of an owner are."""

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField

from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored


class ReviewCalendar(Stored):
    """A person's address of an owner's reviews. Its token is only in it; here is the keyed hash.

    made: ms. Each person has at most one for an owner.
    """

    owner_id: OwnerId
    person_id: PersonId
    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    token_hash = CharField(max_length=64)
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="+")
    made = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("owner", "token_hash")


def calendar_at(owner: OwnerId, hashes: list[str]) -> ReviewCalendar | None:
    """Return a calendar by the hashes of its token, None if it was revoked or never was."""
    its = (ReviewCalendar.owner == owner, ReviewCalendar.token_hash << hashes)
    found: ReviewCalendar | None = ReviewCalendar.get_or_none(*its)
    return found


def calendar_of(owner: OwnerId, person: PersonId) -> ReviewCalendar | None:
    """Return a person's calendar of an owner's reviews, if there is one."""
    its = (ReviewCalendar.owner == owner, ReviewCalendar.person == person)
    found: ReviewCalendar | None = ReviewCalendar.select().where(*its).limit(1).first()
    return found


def delete_calendar(owner: OwnerId, person: PersonId) -> None:
    """Let a person's address of an owner's reviews show nothing any more."""
    its = (ReviewCalendar.owner == owner, ReviewCalendar.person == person)
    ReviewCalendar.delete().where(*its).execute()
