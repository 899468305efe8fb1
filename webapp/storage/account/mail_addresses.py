"""What is known of people's e-mail addresses as places for mail."""

from typing import Any

from peewee import SQL, BigIntegerField, CharField, ForeignKeyField, SmallIntegerField

from webapp.rules.shared.ids import PersonId, id_of_person
from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored


class MailAddress(Stored):
    """The address in a person's row, and which mails they want; without a row: nothing was asked.

    confirmed: ms at which they confirmed that they read it, None before. asked: ms at which they
    put the question off. refused: how often in a row a server refused it for good; code: the last
    answer, as "550 5.1.1". paused: ms since when nothing is sent to it. language: that of the page
    on which they last chose something of this. digest_due: ms at which the next digest is made,
    None if they do not want any. summaries: ms since when they want summaries of reviews, or None.
    """

    person = ForeignKeyField(Person, primary_key=True, on_delete="CASCADE")
    confirmed = BigIntegerField(null=True)
    asked = BigIntegerField(null=True)
    refused = SmallIntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    code = CharField(max_length=16, default="", constraints=[SQL("DEFAULT ''")])
    paused = BigIntegerField(null=True)
    language = CharField(max_length=8, default="", constraints=[SQL("DEFAULT ''")])
    digest_due = BigIntegerField(null=True, index=True)
    summaries = BigIntegerField(null=True)


def address_of(person: PersonId) -> MailAddress | None:
    """Return what is known of a person's address, None if nothing is."""
    found: MailAddress | None = MailAddress.get_or_none(MailAddress.person == person)
    return found


def set_address(person: PersonId, **columns: object) -> None:
    """Store these columns of a person's address; inside a transaction."""
    MailAddress.insert(person=person).on_conflict_ignore().execute()
    MailAddress.update(columns).where(MailAddress.person == person).execute()


def people_with_digest_before(now: int, most: int) -> list[PersonId]:
    """Return people, at most so many, whose digest was due by `now` (ms)."""
    due: Any = MailAddress.select(MailAddress.person).where(MailAddress.digest_due <= now)
    rows = due.order_by(MailAddress.digest_due).limit(most).tuples()
    return [id_of_person(number) for (number,) in rows]
