"""People."""

from peewee import (
    SQL,
    AutoField,
    BigIntegerField,
    CharField,
    IntegerField,
    SmallIntegerField,
    TextField,
)

from webapp.rules.moments import DAY_START
from webapp.storage.compiled import Compiled, slot
from webapp.storage.database import Stored
from webapp.storage.limits import poured


class Person(Stored):
    """Somebody with an account.

    key: the name a phone knows them by, random, so that it can never mean somebody else on a
    server that was set up anew. rev: raised with every change of something of theirs.
    day_start: minutes after midnight. deferred_on: the day they said "Later" (ISO date).
    outbox_full_at: their bucket for entries, here because every entry writes this row anyway.
    """

    id = AutoField()
    key = CharField(max_length=32, unique=True)
    name = CharField(max_length=100)
    email = CharField(max_length=254, unique=True)
    password_hash = TextField()
    time_zone = CharField(max_length=64)
    day_start = SmallIntegerField(default=DAY_START)
    deferred_on = CharField(max_length=10, null=True)
    rev = IntegerField(default=1)
    outbox_full_at = BigIntegerField(default=0, constraints=[SQL("DEFAULT 0")])


raise_rev = Compiled(
    lambda: (
        Person.update(
            rev=Person.rev + 1,
            time_zone=slot("zone"),
            outbox_full_at=poured(Person.outbox_full_at),
        )
        .where(Person.id == slot("person"))
        .returning(Person.rev, Person.outbox_full_at)
    )
)
