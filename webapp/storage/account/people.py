"""People."""

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    CharField,
    Check,
    ForeignKeyField,
    IntegerField,
    ModelUpdate,
    SmallIntegerField,
    TextField,
)

from webapp.rules.goals.goals import LIMIT as GOAL_LIMIT
from webapp.rules.shared.ids import PersonId, id_of_person
from webapp.rules.shared.moments import DAY_START
from webapp.rules.shared.workdays import CHECKIN_DAYS, WORKDAYS
from webapp.storage.account.rate_limits import full_after_taking
from webapp.storage.engine.compiled import Compiled, slot
from webapp.storage.engine.database import Stored
from webapp.storage.engine.numbers import NeverReused


class Person(Stored):
    """A person with an account.

    id: the number of their owner (see Owner). key: the name a phone knows them by; random, so that
    it never means another person on a server that was set up again. rev: raised with every change
    of the person's things.
    day_start: minutes after midnight. deferred_on: the day they answered "Later" (ISO date).
    outbox_full_at: their bucket for entries, here because every entry writes this row anyway.
    language, theme: "" means the phone's. fixed_zone: "" means the phone's.
    workdays, checkin_days: bit 0 is Monday. areas: their names, one a line. visibility: of a new
    win. goal_limit: how many micro-goals may be active. welcomed: ms at which they had seen or
    skipped the first steps. stored: bytes that arrived since they were last counted
    (domain/account/budget.py). teams: in how many they are. told: how many notices wait.
    organisations: in how many they have a role. These three are here so that a page of somebody in
    no team asks for nothing more.
    """

    id = IntegerField(primary_key=True)
    key = CharField(max_length=32, unique=True)
    name = CharField(max_length=100)
    email = CharField(max_length=254, unique=True)
    password_hash = TextField()
    time_zone = CharField(max_length=64)
    day_start = SmallIntegerField(default=DAY_START)
    deferred_on = CharField(max_length=10, null=True)
    rev = IntegerField(default=1)
    outbox_full_at = BigIntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    language = CharField(max_length=8, default="", constraints=[SQL("DEFAULT ''")])
    theme = CharField(max_length=8, default="", constraints=[SQL("DEFAULT ''")])
    fixed_zone = CharField(max_length=64, default="", constraints=[SQL("DEFAULT ''")])
    workdays = SmallIntegerField(default=WORKDAYS, constraints=[SQL(f"DEFAULT {WORKDAYS}")])
    checkin_days = SmallIntegerField(
        default=CHECKIN_DAYS, constraints=[SQL(f"DEFAULT {CHECKIN_DAYS}")]
    )
    areas = TextField(default="", constraints=[SQL("DEFAULT ''")])
    visibility = CharField(max_length=12, default="private", constraints=[SQL("DEFAULT 'private'")])
    goal_limit = SmallIntegerField(default=GOAL_LIMIT, constraints=[SQL(f"DEFAULT {GOAL_LIMIT}")])
    welcomed = BigIntegerField(null=True)
    stored = BigIntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    teams = SmallIntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    told = SmallIntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    organisations = SmallIntegerField(default=0, constraints=[SQL("DEFAULT 0")])


class Owner(Stored):
    """Whoever owns rows: a person, a team or an organisation, which has this number as its id.

    person: the person that it is, None for the others.
    """

    id = NeverReused()
    person = ForeignKeyField(
        Person,
        null=True,
        unique=True,
        on_delete="CASCADE",
        constraints=[Check("person_id = id")],
    )


def add_person(**columns: object) -> Person:
    """Store a new person, who can own things, and return them; inside a transaction."""
    owner = Owner.create()
    person: Person = Person.create(id=owner.id, **columns)
    Owner.update(person=person.id).where(Owner.id == owner.id).execute()
    return person


def language_of(person: PersonId) -> str:
    """Return the language that a person chose, "" for the phone's."""
    found = Person.select(Person.language).where(Person.id == person).first()
    return str(found.language) if found else ""


def people_after(last: int, most: int) -> list[PersonId]:
    """Return the numbers of the next people after the number `last`, the smallest first."""
    query: Any = Person.select(Person.id).where(Person.id > last).order_by(Person.id)
    return [id_of_person(number) for (number,) in query.limit(most).tuples()]


def has_people() -> bool:
    """Return whether anybody has an account."""
    return bool(Person.select(Person.id).exists())


def raised(**columns: object) -> ModelUpdate:
    """Return the update that raises rev and sets these columns, as yet without whose."""
    return Person.update({**columns, "rev": Person.rev + 1})


# The same for a delivery of entries: rows of (rev, outbox_full_at), none when the account is gone.
# Compiled, since every tap comes through here; the limit is in the row that is written anyway.
raise_rev_for_entries = Compiled(
    lambda: (
        raised(
            time_zone=slot("zone"),
            outbox_full_at=full_after_taking(Person.outbox_full_at),
            stored=Person.stored + slot("size"),
        )
        .where(Person.id == slot("person"))
        .returning(Person.rev, Person.outbox_full_at)
    )
)
