"""Reviews: a short structured look back, of a person or, later, of a team (R35)."""

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    SmallIntegerField,
    TextField,
    Tuple,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored


class Review(Stored):
    """One review. started, finished: ms, finished is None until it ends.

    since: ISO day from which it covers the wins, after the review before; day: that on which it was
    finished, before that the one on which it began. progress, plans: what was noted on progress and
    on what comes next.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    started = BigIntegerField()
    finished = BigIntegerField(null=True)
    since = CharField(max_length=10)
    day = CharField(max_length=10)
    minutes = SmallIntegerField()
    progress = TextField(default="")
    plans = TextField(default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")
        indexes = ((("owner", "started", "id"), False),)


class ReviewGoal(Stored):
    """A micro-goal that a review created or continued."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    review = CharField(max_length=36)
    goal = CharField(max_length=36)

    class Meta:
        primary_key = CompositeKey("owner", "review", "goal")


class ReviewPlan(Stored):
    """When reviews are held, if the owner chose it (rules/reviews/reviews.py).

    weekday: Monday is 0; every: weeks; minutes: how long one is; time: minutes after midnight.
    """

    owner = ForeignKeyField(Owner, primary_key=True, on_delete="CASCADE")
    weekday = SmallIntegerField()
    every = SmallIntegerField()
    minutes = SmallIntegerField()
    time = SmallIntegerField()


def reviews_of(owner: OwnerId, after: tuple[int, str] | None = None) -> "ModelSelect[Review]":
    """Return an owner's reviews, newest first, after the one with this (started, id)."""
    held = Review.select().where(Review.owner == owner)
    if after:
        held = held.where(Tuple(Review.started, Review.id) < Tuple(*after))
    return held.order_by(Review.started.desc(), Review.id.desc())


def one_review(owner: OwnerId, review_id: str) -> "ModelSelect[Review]":
    """Return the review of an owner with this id, if there is one."""
    return Review.select().where(Review.owner == owner, Review.id == review_id)


def goals_of_review(owner: OwnerId, review_id: str) -> "ModelSelect[ReviewGoal]":
    """Return the micro-goals that a review created or continued."""
    return ReviewGoal.select().where(ReviewGoal.owner == owner, ReviewGoal.review == review_id)
