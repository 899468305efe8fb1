"""Signed-in devices."""

from peewee import BigIntegerField, CharField, ForeignKeyField, ModelDelete, ModelSelect

from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.compiled import Compiled, slot
from webapp.storage.engine.database import Stored


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
            Person.language,
            Person.theme,
            Person.fixed_zone,
            Person.workdays,
            Person.checkin_days,
            Person.areas,
            Person.visibility,
            Person.goal_limit,
            Person.welcomed,
            Owner.id,
        )
        .join(Person)
        .join(Owner)
        .where(Session.token_hash == slot("token_hash"))
    )
)


def live_sessions(person: int, seen_after: int, started_after: int) -> "ModelSelect[Session]":
    """The devices of a person that are signed in, the last seen first."""
    return (
        Session.select()
        .where(
            Session.person == person,
            Session.seen >= seen_after,
            Session.started >= started_after,
        )
        .order_by(Session.seen.desc(), Session.started.desc(), Session.token_hash)
    )


def dead_sessions(person: int, seen_before: int, started_before: int) -> ModelDelete:
    """Deletes those of a person that are over without having been ended."""
    return sessions_of(person).where(
        (Session.seen < seen_before) | (Session.started < started_before)
    )


def sessions_of(person: int) -> ModelDelete:
    """Deletes the sessions of a person: they are signed out."""
    return Session.delete().where(Session.person == person)
