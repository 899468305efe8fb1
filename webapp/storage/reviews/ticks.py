"""Who said "I'm done" with which step of a review."""

from collections.abc import Iterable

from peewee import CharField, CompositeKey, ForeignKeyField, IntegerField

from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.rules.teams.teams import MOST_MEMBERS
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored


class ReviewTick(Stored):
    """A person, by number, is done with a step of a review. Who is not has no row."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    review = CharField(max_length=36)
    step = CharField(max_length=12)
    person = IntegerField()

    class Meta:
        primary_key = CompositeKey("owner", "review", "step", "person")


def ticks_of(owner: OwnerId, review_id: str, step: str) -> Iterable[int]:
    """Return the numbers of those who are done with a step."""
    its = (ReviewTick.owner == owner, ReviewTick.review == review_id, ReviewTick.step == step)
    rows = ReviewTick.select().where(*its).order_by(ReviewTick.person).limit(MOST_MEMBERS)
    return [row.person for row in rows]


def tick(owner: OwnerId, review_id: str, step: str, person: PersonId) -> None:
    """Store that somebody is done with a step, once."""
    row = {"owner": owner, "review": review_id, "step": step, "person": person}
    ReviewTick.insert(row).on_conflict_ignore().execute()


def untick(owner: OwnerId, review_id: str, step: str, person: PersonId) -> None:
    """Store that somebody is not done with a step after all."""
    its = (ReviewTick.owner == owner, ReviewTick.review == review_id, ReviewTick.step == step)
    ReviewTick.delete().where(*its, ReviewTick.person == person).execute()
