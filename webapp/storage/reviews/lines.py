"""Lines of reviews: what was said in each, and obstacles until they are settled (R35)."""

from typing import Any

from peewee import (
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    IntegerField,
    ModelSelect,
    TextField,
)

from webapp.rules.reviews.lines import MOST_LINES, MOST_OPEN
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored

MOST_RETURNING = 2 * MOST_OPEN  # open ones, and those that this review settled


class ReviewLine(Stored):
    """One line. review: the id of the review in which it was said; step: to which part it belongs.

    author, holder: numbers of people; their names are those of the team's members, so that a
    deleted account leaves none here. holder: who takes an obstacle. at, settled: ms, settled is
    None for what is open. revision: raised with each change of its words. settled_in: the id of
    the review in which it was settled, or ""; outcome: how. goal: the id of the micro-goal that was
    made of it, or "".
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    review = CharField(max_length=36)
    step = CharField(max_length=12)
    what = TextField()
    author = IntegerField()
    at = BigIntegerField()
    revision = IntegerField(default=1)
    holder = IntegerField(null=True)
    settled = BigIntegerField(null=True)
    settled_in = CharField(max_length=36, default="")
    outcome = TextField(default="")
    goal = CharField(max_length=36, default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")
        indexes = (
            (("owner", "review", "at", "id"), False),
            (("owner", "step", "settled", "at"), False),
        )


_IN_ORDER = (ReviewLine.at, ReviewLine.id)


def lines_of(owner: OwnerId, review_id: str) -> "ModelSelect[ReviewLine]":
    """Return the lines of a review, oldest first."""
    its = (ReviewLine.owner == owner, ReviewLine.review == review_id)
    return (
        ReviewLine.select()
        .where(*its)
        .order_by(*_IN_ORDER)
        .limit(MOST_LINES)
    )  # fmt: skip


def returning_obstacles(
    owner: OwnerId, review_id: str, started: int, ended: int | None
) -> "ModelSelect[ReviewLine]":
    """Return the obstacles that earlier reviews named and this one found open, oldest first.

    started, ended: ms of this review; ended is None while it goes on.
    """
    found = _obstacles(owner).where(
        ReviewLine.review != review_id,
        ReviewLine.settled.is_null() | (ReviewLine.settled >= started),
    )
    if ended is not None:
        found = found.where(ReviewLine.at <= ended)
    return (
        found
        .order_by(*_IN_ORDER)
        .limit(MOST_RETURNING)
    )  # fmt: skip


def count_open_obstacles(owner: OwnerId) -> int:
    """Return how many obstacles of an owner are open."""
    return int(_obstacles(owner).where(ReviewLine.settled.is_null()).count())


def one_line(owner: OwnerId, line_id: str) -> ReviewLine | None:
    """Return the line of an owner with this id, None if there is none."""
    found: ReviewLine | None = ReviewLine.get_or_none(*_this(owner, line_id))
    return found


def add_lines(rows: list[dict[str, Any]]) -> None:
    """Store new lines (columns of ReviewLine); inside a transaction."""
    ReviewLine.insert_many(rows).execute()


def change_line(owner: OwnerId, line_id: str, **columns: object) -> None:
    """Set these columns of one line."""
    ReviewLine.update(columns).where(*_this(owner, line_id)).execute()


def _obstacles(owner: OwnerId) -> "ModelSelect[ReviewLine]":
    return ReviewLine.select().where(
        ReviewLine.owner == owner, ReviewLine.step == ReviewStep.OBSTACLES
    )


def _this(owner: OwnerId, line_id: str) -> tuple[Any, ...]:
    return (ReviewLine.owner == owner, ReviewLine.id == line_id)
