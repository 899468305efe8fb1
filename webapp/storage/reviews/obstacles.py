"""Obstacles: named in a review, open until they are settled (R35)."""

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField, ModelSelect, TextField

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored

MOST_OF_REVIEW = 100  # no more can be named in one (domain/reviews/obstacles.py)


class Obstacle(Stored):
    """One obstacle; opened, settled: ms, settled is None while it is open; outcome: how.

    review: the id of the review it was named in; settled_in: of that in which it was settled, or
    "".
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    what = TextField()
    review = CharField(max_length=36)
    opened = BigIntegerField()
    settled = BigIntegerField(null=True)
    settled_in = CharField(max_length=36, default="")
    outcome = TextField(default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")
        indexes = ((("owner", "settled", "opened"), False),)


def open_obstacles(owner: OwnerId) -> "ModelSelect[Obstacle]":
    """Return the open obstacles of an owner, oldest first."""
    return (
        Obstacle.select()
        .where(Obstacle.owner == owner, Obstacle.settled.is_null())
        .order_by(Obstacle.opened, Obstacle.id)
        .limit(MOST_OF_REVIEW)
    )


def obstacles_open_at(owner: OwnerId, moment: int) -> "ModelSelect[Obstacle]":
    """Return the obstacles of an owner that were open at `moment` (ms), oldest first."""
    return (
        Obstacle.select()
        .where(
            Obstacle.owner == owner,
            Obstacle.opened <= moment,
            Obstacle.settled.is_null() | (Obstacle.settled > moment),
        )
        .order_by(Obstacle.opened, Obstacle.id)
        .limit(MOST_OF_REVIEW)
    )


def obstacles_of_review(owner: OwnerId, review_id: str) -> "ModelSelect[Obstacle]":
    """Return what was named or settled in a review, oldest first, MOST_OF_REVIEW at most."""
    return (
        Obstacle.select()
        .where(
            Obstacle.owner == owner,
            (Obstacle.review == review_id) | (Obstacle.settled_in == review_id),
        )
        .order_by(Obstacle.opened, Obstacle.id)
        .limit(MOST_OF_REVIEW)
    )


def one_obstacle(owner: OwnerId, obstacle_id: str) -> "ModelSelect[Obstacle]":
    """Return the obstacle of an owner with this id, if there is one."""
    return Obstacle.select().where(Obstacle.owner == owner, Obstacle.id == obstacle_id)
