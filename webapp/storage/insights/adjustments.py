"""Adjustments that were shown to a person, and what they answered (R42)."""

from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    TextField,
    fn,
)

from webapp.rules.recognition.recognitions import Copy
from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored
from webapp.storage.recognition.recognitions import Recognition
from webapp.storage.reviews.reviews import Review, ReviewPlan

MOST_SHOWINGS = 100  # of eight years at least
MOST_TOGETHER = 2000  # with the thanks of some months


class Adjustment(Stored):
    """One showing of one rule; the key prevents two requests from starting the same one twice.

    rule: see rules/insights/adjustments.py; first: ISO day it was first on the screen, shown: ms of
    that; rows: ids of the wins and goals that triggered it, separated by blanks; state: "shown",
    "snoozed", "dismissed" or "done", answered: ms of that; until: ISO day a snooze ends.
    """

    person = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    rule = CharField(max_length=20)
    first = CharField(max_length=10)
    shown = BigIntegerField()
    rows = TextField()
    state = CharField(max_length=12)
    answered = BigIntegerField(null=True)
    until = CharField(max_length=10, null=True)

    class Meta:
        primary_key = CompositeKey("person", "rule", "first")


def showings_of(owner: OwnerId) -> "ModelSelect[Adjustment]":
    """Return all showings of a person, newest first.

    There are at most three rules, each once in four weeks.
    """
    return (
        Adjustment.select()
        .where(Adjustment.person == owner)
        .order_by(Adjustment.first.desc(), Adjustment.rule)
        .limit(MOST_SHOWINGS)
    )


def showings_and_thanks(owner: OwnerId, since: int) -> list[tuple[Any, ...]]:
    """Return the showings of a person, and the thanks that they gave and received since (ms).

    Rows of one statement, in any order: (kind, rule or id, first or day, until or own words, state,
    to_team, light, outcome); kind: "" for a showing, else Copy of rules/recognition.
    """
    no = SQL("false")
    showings: Any = Adjustment.select(
        *(SQL("''").alias("kind"), Adjustment.rule, Adjustment.first, Adjustment.until),
        *(Adjustment.state, no, no, no),
    ).where(Adjustment.person == owner)
    thanks = _thanks_since(owner, since)
    return list((showings + thanks).limit(MOST_TOGETHER).tuples())


def _thanks_since(owner: OwnerId, since: int) -> Any:
    rows = Recognition.select(
        *(Recognition.kind, Recognition.id, Recognition.day, Recognition.own_words),
        *(SQL("''"), Recognition.to_team, Recognition.light, Recognition.outcome),
    )
    kinds = Recognition.kind.in_((Copy.GIVEN.value, Copy.RECEIVED.value))
    return rows.where(Recognition.owner == owner, kinds, Recognition.at >= since)


def showings_and_review(owner: OwnerId, left_open: int) -> list[tuple[Any, ...]]:
    """Return the showings of a team, and when its last review ended, by one statement.

    (rule, first, until, state, 0) of a showing; ("", day of the review or None, None, "", weeks
    from one to the next) of the review. left_open: ms; what began before has ended by itself.
    """
    showings: Any = Adjustment.select(
        *(Adjustment.rule, Adjustment.first, Adjustment.until, Adjustment.state, SQL("0"))
    ).where(Adjustment.person == owner)
    every = ReviewPlan.select(ReviewPlan.every).where(ReviewPlan.owner == owner)
    has_ended = Review.finished.is_null(False) | (Review.started <= left_open)
    review: Any = Review.select(
        *(SQL("''"), fn.MAX(Review.day), SQL("NULL"), SQL("''"), fn.COALESCE(every, 1))
    ).where(Review.owner == owner, has_ended)
    return list((showings + review).limit(MOST_TOGETHER).tuples())


def one_showing(owner: OwnerId, rule: str, first: str) -> "ModelSelect[Adjustment]":
    """Return the showing of `rule` that began on the day `first`, if there is one."""
    return Adjustment.select().where(
        Adjustment.person == owner, Adjustment.rule == rule, Adjustment.first == first
    )
