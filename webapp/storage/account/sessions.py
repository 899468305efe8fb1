"""Signed-in devices."""

from typing import Any

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField, ModelSelect

from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.engine.compiled import Compiled, slot
from webapp.storage.engine.database import Stored


class Session(Stored):
    """One signed-in device. The token itself is only on the device; here is its keyed hash.

    started, seen: milliseconds since 1970. The index is for tokens that do not name their person,
    as those from before version 0.3; the last of them ends a year after the update.
    """

    token_hash = CharField(max_length=64, index=True)
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="sessions", index=False)
    started = BigIntegerField()
    seen = BigIntegerField()
    device = CharField(max_length=200, default="")

    class Meta:
        primary_key = CompositeKey("person", "token_hash")


def _with_person() -> Any:
    return (
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
            Person.stored,
            Person.teams,
            Person.told,
            Person.organisations,
            Person.id,  # as the number of their owner
        )
        .join(Person)
        .where(Session.token_hash == slot("token_hash"))
    )


session_of_person = Compiled(lambda: _with_person().where(Session.person == slot("person")))
session_of_token = Compiled(_with_person)


def live_sessions(person: PersonId, seen_since: int, started_since: int) -> "ModelSelect[Session]":
    """Return the sessions of a person that have not expired, the last seen first; since: ms."""
    return (
        Session.select()
        .where(
            Session.person == person,
            Session.seen >= seen_since,
            Session.started >= started_since,
        )
        .order_by(Session.seen.desc(), Session.started.desc(), Session.token_hash)
    )


def delete_sessions(person: PersonId) -> int:
    """Delete all sessions of a person: all their devices are signed out. Returns how many."""
    return int(Session.delete().where(Session.person == person).execute())


def delete_all_sessions() -> int:
    """Delete all sessions of everybody; return how many."""
    return int(Session.delete().execute())


def delete_session(person: PersonId, token_hash: str) -> None:
    """Delete one session of a person, if they have it."""
    Session.delete().where(Session.person == person, Session.token_hash == token_hash).execute()


def delete_other_sessions(person: PersonId, token_hash: str) -> None:
    """Delete the sessions of a person except this one."""
    Session.delete().where(Session.person == person, Session.token_hash != token_hash).execute()


def delete_expired_sessions(person: PersonId, seen_since: int, started_since: int) -> None:
    """Delete the sessions of a person that were last seen or started before these moments (ms)."""
    expired = (Session.seen < seen_since) | (Session.started < started_since)
    Session.delete().where(Session.person == person, expired).execute()


def delete_sessions_but(person: PersonId, most: int) -> None:
    """Delete the sessions of a person except the `most` that were seen last."""
    kept = (
        Session.select(Session.token_hash)
        .where(Session.person == person)
        .order_by(Session.seen.desc(), Session.started.desc(), Session.token_hash)
        .limit(most)
    )
    Session.delete().where(Session.person == person, Session.token_hash.not_in(kept)).execute()
