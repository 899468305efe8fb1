"""Days off and pauses: days on which nothing is expected (R7, R47)."""

from peewee import CharField, CompositeKey, ForeignKeyField, ModelSelect

from webapp.rules.shared.ids import PersonId
from webapp.storage.account.people import Person
from webapp.storage.engine.database import Stored


class Absence(Stored):
    """Days on which a person is away, `first` to `last` (ISO, both included); a day off is one."""

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False)
    first = CharField(max_length=10)
    last = CharField(max_length=10)

    class Meta:
        primary_key = CompositeKey("person", "first", "last")


def absences_of(person: PersonId) -> "ModelSelect[Absence]":
    """Return a person's days off and pauses, oldest first."""
    return Absence.select().where(Absence.person == person).order_by(Absence.first, Absence.last)


def absences_within(person: PersonId, first: str, last: str) -> "ModelSelect[Absence]":
    """Return a person's absences that touch the days from `first` to `last` (ISO)."""
    return absences_of(person).where(Absence.first <= last, Absence.last >= first)
