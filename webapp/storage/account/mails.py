"""Mails that were or will be sent. What one says is not stored: it is made when it is sent."""

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    PostgresqlDatabase,
    SmallIntegerField,
)

from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import MINUTE
from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored, database

FARTHEST = 10 * MINUTE  # ms; a lease that lasts longer was given before the clock was put back


class OutgoingMail(Stored):
    """A mail to a person, at the address that they have when it is sent.

    tag: which one; the key, so that it is stored once. kind, about: what it says, of which review
    or week (rules/account/mails.py). language: where the person chose none. made, due, until: ms;
    until: after which it is of no use. state: as MailState. code: what the mail server answered
    last. tries: how often it was taken up. lease: ms until which somebody sends it, or None.
    sent: ms.
    """

    person_id: PersonId
    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    tag = CharField(max_length=64)
    kind = CharField(max_length=12)
    about = CharField(max_length=64, default="", constraints=[SQL("DEFAULT ''")])
    language = CharField(max_length=8, default="", constraints=[SQL("DEFAULT ''")])
    made = BigIntegerField()
    due = BigIntegerField()
    until = BigIntegerField()
    state = CharField(max_length=12, default="waiting", constraints=[SQL("DEFAULT 'waiting'")])
    code = CharField(max_length=16, default="", constraints=[SQL("DEFAULT ''")])
    tries = SmallIntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    lease = BigIntegerField(null=True)
    sent = BigIntegerField(null=True)

    class Meta:
        table_name = "mail"
        primary_key = CompositeKey("person", "tag")
        indexes = ((("state", "due"), False),)


def add_mail(person: PersonId, tag: str, **columns: object) -> bool:
    """Store a mail unless this person has one with this tag; return whether it is new."""
    row = {"person": person, "tag": tag, **columns}
    return bool(OutgoingMail.insert(row).on_conflict_ignore().returning(OutgoingMail.tag).execute())


def newest_mail(person: PersonId, kind: str) -> OutgoingMail | None:
    """Return the newest of a person's mails of this kind, None if there is none."""
    its = (OutgoingMail.person == person, OutgoingMail.kind == kind)
    newest = OutgoingMail.select().where(*its).order_by(OutgoingMail.made.desc())
    found: OutgoingMail | None = newest.limit(1).first()
    return found


def has_due_mail(now: int) -> bool:
    """Return whether there is mail of anybody that is due at `now` (ms) and that nobody sends."""
    return bool(_due(now).limit(1).first())


def due_mail(now: int) -> OutgoingMail | None:
    """Return one mail of anybody that is due at `now` (ms) and that nobody sends, or None.

    Inside a transaction; of two processes on PostgreSQL the second gets another one.
    """
    query = _due(now).order_by(OutgoingMail.due).limit(1)
    if isinstance(database.obj, PostgresqlDatabase):  # SQLite has one writer
        query = query.for_update("FOR UPDATE SKIP LOCKED")
    found: OutgoingMail | None = query.first()
    return found


def change_mail(mail: OutgoingMail, **columns: object) -> bool:
    """Set these columns of a mail that was taken up; False if it was taken up again since."""
    its = (OutgoingMail.person == mail.person_id, OutgoingMail.tag == mail.tag)
    changed = OutgoingMail.update(columns).where(*its, OutgoingMail.tries == mail.tries)
    return bool(changed.execute())


def skip_mails(person: PersonId, *kinds: str) -> None:
    """Let waiting mails of these kinds to a person not be sent."""
    waiting = (OutgoingMail.person == person, OutgoingMail.state == "waiting")
    skipped = OutgoingMail.update(state="skipped").where(*waiting, OutgoingMail.kind << kinds)
    skipped.execute()


def delete_waiting(person: PersonId, tag: str) -> None:
    """Delete the mail of a person with this tag if it was not sent."""
    its = (OutgoingMail.person == person, OutgoingMail.tag == tag)
    OutgoingMail.delete().where(*its, OutgoingMail.state == "waiting").execute()


def delete_mails_before(instant: int) -> None:
    """Delete mails of anybody that were due before `instant` (ms) and do not wait."""
    over = OutgoingMail.state << ("sent", "skipped", "given_up")
    OutgoingMail.delete().where(over, OutgoingMail.due < instant).execute()


def _due(now: int) -> Any:
    held = OutgoingMail.lease.between(now, now + FARTHEST)
    free = OutgoingMail.lease.is_null() | ~held
    due = (OutgoingMail.state == "waiting", OutgoingMail.due <= now)
    return OutgoingMail.select().where(*due, free)
