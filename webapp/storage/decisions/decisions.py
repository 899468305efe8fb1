"""Decisions and what was done to them."""

from collections.abc import Iterable

from peewee import (
    BigIntegerField,
    BooleanField,
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

Cursor = tuple[int, str] | None  # (happened, id) of the last row of a page


class Decision(Stored):
    """A question opened at one time and decided at another; id: of the entry that opened it.

    happened to wrong_clock: when and where it was opened, as in Win. importance: "routine" or
    "important". state ("open" or "decided"), decided_at (ms) and outcome are derived from its
    newest step and stored here so that lists find them.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    question = TextField()
    importance = CharField(max_length=12)
    happened = BigIntegerField()
    entered = BigIntegerField()
    received = BigIntegerField()
    day = CharField(max_length=10)
    offset = SmallIntegerField()
    zone = CharField(max_length=64)
    wrong_clock = BooleanField(default=False)
    state = CharField(max_length=12, default="open")
    decided_at = BigIntegerField(null=True)
    outcome = TextField(default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")
        indexes = ((("owner", "state", "happened", "id"), False),)


class DecisionStep(Stored):
    """One tap that decided a decision or reopened it; id: of its entry, at: ms of the tap.

    step: "decided" or "reopened". It may be stored before the decision itself.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    decision = CharField(max_length=36)
    step = CharField(max_length=12)
    at = BigIntegerField()
    outcome = TextField(default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")
        indexes = ((("owner", "decision", "at"), False),)


POSITION = Tuple(Decision.happened, Decision.id)


def own_decisions(owner: OwnerId) -> "ModelSelect[Decision]":
    """Return all decisions of an owner, the last opened first."""
    return (
        Decision.select()
        .where(Decision.owner == owner)
        .order_by(Decision.happened.desc(), Decision.id.desc())
    )


def one_decision(owner: OwnerId, decision_id: str) -> "ModelSelect[Decision]":
    """Return the decision of an owner with this id, if there is one."""
    return Decision.select().where(Decision.owner == owner, Decision.id == decision_id)


def open_decisions(owner: OwnerId, after: Cursor = None) -> "ModelSelect[Decision]":
    """Return the open decisions of an owner, oldest first, after a cursor."""
    found = Decision.select().where(Decision.owner == owner, Decision.state == "open")
    if after:
        found = found.where(Tuple(*after) < POSITION)
    return found.order_by(Decision.happened, Decision.id)


def decided_decisions(owner: OwnerId, after: Cursor = None) -> "ModelSelect[Decision]":
    """Return the decided ones of an owner, the last opened first, after a cursor."""
    found = own_decisions(owner).where(Decision.state == "decided")
    return found.where(Tuple(*after) > POSITION) if after else found


def steps_of(owner: OwnerId, decision_id: str) -> "ModelSelect[DecisionStep]":
    """Return what was done to a decision, oldest first."""
    return (
        DecisionStep.select()
        .where(DecisionStep.owner == owner, DecisionStep.decision == decision_id)
        .order_by(DecisionStep.at, DecisionStep.id)
    )


def steps_among(owner: OwnerId, decisions: Iterable[str]) -> "ModelSelect[DecisionStep]":
    """Return what was done to any of these decisions."""
    return DecisionStep.select().where(
        DecisionStep.owner == owner, DecisionStep.decision.in_(list(decisions))
    )


def one_step(owner: OwnerId, step_id: str) -> "ModelSelect[DecisionStep]":
    """Return the step of an owner with this id, if there is one."""
    return DecisionStep.select().where(DecisionStep.owner == owner, DecisionStep.id == step_id)
