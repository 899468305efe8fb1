"""Signed-in devices."""

from peewee import BigIntegerField, CharField, ForeignKeyField

from webapp.storage.compiled import Compiled, slot
from webapp.storage.database import Stored
from webapp.storage.people import Person


class Session(Stored):
    """One signed-in device. The token itself is only on the device; here is its keyed hash.

    started, seen: milliseconds since 1970.
    """

    token_hash = CharField(max_length=64, primary_key=True)
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="sessions")
    started = BigIntegerField()
    seen = BigIntegerField()
    device = CharField(max_length=200, default="")


holder_of_token = Compiled(
    lambda: (
        Session.select(
            Session.started,
            Session.seen,
            Person.id,
            Person.key,
            Person.name,
            Person.email,
            Person.time_zone,
            Person.day_start,
            Person.deferred_on,
            Person.rev,
        )
        .join(Person)
        .where(Session.token_hash == slot("token_hash"))
    )
)
