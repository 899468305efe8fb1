"""What a person is told about a team of theirs, until they have read it."""

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField, ModelSelect, TextField

from webapp.rules.shared.ids import PersonId
from webapp.rules.teams.notices import MOST_NOTICES
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored


class Notice(Stored):
    """One thing that a person is told. at: ms. about: words, for example of a win; "" for none.

    kind: as in rules/teams/notices.py. team_name: a copy, since they may have left the team.
    """

    person = ForeignKeyField(Person, on_delete="CASCADE", index=False, backref="+")
    id = CharField(max_length=36)
    at = BigIntegerField()
    kind = CharField(max_length=20)
    team = ForeignKeyField(Owner, on_delete="CASCADE", backref="+")
    team_name = CharField(max_length=100)
    about = TextField(default="")

    class Meta:
        primary_key = CompositeKey("person", "id")


def notices_of(person: PersonId) -> "ModelSelect[Notice]":
    """Return what a person has not read yet, the latest first."""
    query = Notice.select().where(Notice.person == person)
    return query.order_by(Notice.at.desc(), Notice.id).limit(MOST_NOTICES)


def delete_notices(person: PersonId, *which: object) -> int:
    """Delete those notices of a person that meet the conditions; return how many."""
    return int(Notice.delete().where(Notice.person == person, *which).execute())


def delete_all_but_newest(person: PersonId) -> None:
    """Delete the notices of a person beyond the most that are kept."""
    kept = [row.id for row in notices_of(person)]
    delete_notices(person, Notice.id.not_in(kept))
