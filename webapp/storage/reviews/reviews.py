"""Reviews: a short structured look back, of a person or a team (R35)."""

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    ModelSelect,
    SmallIntegerField,
    Tuple,
)

from webapp.rules.reviews.reviews import LEFT_OPEN
from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.compiled import Compiled, fixed, slot
from webapp.storage.engine.database import Stored


class Review(Stored):
    """One review. started, finished: ms, finished is None until somebody ends it.

    since: ISO day from which it covers the wins, after the review before; since_at: the same in ms,
    for the boards of teams. day: that on which it was finished, before that the one on which it
    began. rev: raised with every change of anything in it. step: where those are who follow it.
    """

    owner_id: OwnerId
    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    started = BigIntegerField()
    finished = BigIntegerField(null=True)
    since = CharField(max_length=10)
    day = CharField(max_length=10)
    minutes = SmallIntegerField()
    rev = IntegerField(default=1, constraints=[SQL("DEFAULT 1")])
    step = CharField(max_length=12, default="progress", constraints=[SQL("DEFAULT 'progress'")])
    since_at = BigIntegerField(default=0, constraints=[SQL("DEFAULT 0")])

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

    weekday: Monday is 0; every: weeks; minutes: how long one is; time: minutes after midnight, in
    the time zone `zone`. first: the ISO day from which the weeks are counted. uid, sequence,
    changed (ms): what calendars know the dates by, and how often they were changed.
    """

    owner = ForeignKeyField(Owner, primary_key=True, on_delete="CASCADE")
    weekday = SmallIntegerField()
    every = SmallIntegerField()
    minutes = SmallIntegerField()
    time = SmallIntegerField()
    zone = CharField(max_length=64, default="", constraints=[SQL("DEFAULT ''")])
    first = CharField(max_length=10, default="", constraints=[SQL("DEFAULT ''")])
    uid = CharField(max_length=36, default="", constraints=[SQL("DEFAULT ''")])
    sequence = IntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    changed = BigIntegerField(default=0, constraints=[SQL("DEFAULT 0")])


# (rev, started, finished) of one review, for phones that ask every other second.
state_of = Compiled(
    lambda: Review.select(Review.rev, Review.started, Review.finished).where(
        Review.owner == slot("owner"), Review.id == slot("review")
    )
)


# (id, started, finished) of the newest review, for a board that says whether one is running.
newest_review = Compiled(
    lambda: (
        Review.select(Review.id, Review.started, Review.finished)
        .where(Review.owner == slot("owner"))
        .order_by(Review.started.desc(), Review.id.desc())
        .limit(fixed(1))
    )
)


def plan_of(owner: OwnerId) -> ReviewPlan | None:
    """Return when an owner's reviews are held, None if they did not choose it."""
    found: ReviewPlan | None = ReviewPlan.get_or_none(ReviewPlan.owner == owner)
    return found


def reviews_of(owner: OwnerId, after: tuple[int, str] | None = None) -> "ModelSelect[Review]":
    """Return an owner's reviews, newest first, after the one with this (started, id)."""
    held = Review.select().where(Review.owner == owner)
    if after:
        held = held.where(Tuple(Review.started, Review.id) < Tuple(*after))
    return held.order_by(Review.started.desc(), Review.id.desc())


def one_review(owner: OwnerId, review_id: str) -> "ModelSelect[Review]":
    """Return the review of an owner with this id, if there is one."""
    return Review.select().where(Review.owner == owner, Review.id == review_id)


def change_review(owner: OwnerId, review_id: str, **columns: object) -> bool:
    """Raise the rev of a review and set these columns; returns False if there is none."""
    changed = Review.update({**columns, "rev": Review.rev + 1})
    return bool(changed.where(Review.owner == owner, Review.id == review_id).execute())


def end_those_left_open(owner: OwnerId, now: int) -> list[tuple[str, int]]:
    """Store the end of an owner's reviews that ended by themselves before `now` (ms).

    Returns their ids, and when each ended (ms).
    """
    ended = Review.update(finished=Review.started + LEFT_OPEN)
    left = (Review.finished.is_null(), Review.started <= now - LEFT_OPEN)
    its = ended.where(Review.owner == owner, *left).returning(Review.id, Review.finished)
    return list(its.tuples().execute())


def owners_with_reviews_left_open(now: int) -> list[OwnerId]:
    """Return whose reviews ended by themselves before `now` (ms) and are not stored as ended."""
    left = (Review.finished.is_null(), Review.started <= now - LEFT_OPEN)
    query: Any = Review.select(Review.owner).where(*left).distinct()
    return [OwnerId(number) for (number,) in query.tuples()]


def goals_of_review(owner: OwnerId, review_id: str) -> "ModelSelect[ReviewGoal]":
    """Return the micro-goals that a review created or continued."""
    return ReviewGoal.select().where(ReviewGoal.owner == owner, ReviewGoal.review == review_id)
