"""Objectives, and which of them serve which."""

from typing import Any

from peewee import (
    JOIN,
    BigIntegerField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    TextField,
    fn,
)

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.capture.wins import WinLink
from webapp.storage.engine.database import Stored


class Objective(Stored):
    """A larger outcome that micro-goals serve, keyed by its owner and an id.

    why: what it is good for. state: "open", "reached" or "dropped". created: ms since 1970.
    template: the key of the template it was created from, or "".
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    id = CharField(max_length=36)
    name = TextField()
    why = TextField(default="")
    state = CharField(max_length=12, default="open")
    created = BigIntegerField()
    template = CharField(max_length=36, default="")

    class Meta:
        primary_key = CompositeKey("owner", "id")


class ObjectiveLink(Stored):
    """`objective` serves the objective `serves`; all links are the lattice, without a cycle."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    objective = CharField(max_length=36)
    serves = CharField(max_length=36)

    class Meta:
        primary_key = CompositeKey("owner", "objective", "serves")


def own_objectives(owner: OwnerId) -> "ModelSelect[Objective]":
    """Return all objectives of an owner, oldest first."""
    return (
        Objective.select().where(Objective.owner == owner).order_by(Objective.created, Objective.id)
    )


def one_objective(owner: OwnerId, objective_id: str) -> "ModelSelect[Objective]":
    """Return the objective of an owner with this id, if there is one."""
    return Objective.select().where(Objective.owner == owner, Objective.id == objective_id)


def objectives_among(owner: OwnerId, ids: list[str]) -> list[str]:
    """Return those of `ids` that are objectives of an owner, in any order."""
    found: Any = Objective.select(Objective.id).where(
        Objective.owner == owner, Objective.id.in_(ids)
    )
    return [one for (one,) in found.tuples()]


def own_links(owner: OwnerId) -> "ModelSelect[ObjectiveLink]":
    """Return which of an owner's objectives serve which."""
    return ObjectiveLink.select().where(ObjectiveLink.owner == owner)


def delete_link(owner: OwnerId, objective_id: str, serves: str) -> None:
    """Delete the link from an objective to one that it serves."""
    ObjectiveLink.delete().where(
        ObjectiveLink.owner == owner,
        ObjectiveLink.objective == objective_id,
        ObjectiveLink.serves == serves,
    ).execute()


def objectives_and_links(owner: OwnerId) -> list[tuple[str, str, str | None]]:
    """Return (id, name, what it serves) of an owner's objectives, oldest first.

    One that serves several is there several times; what it serves is None for one that serves none.
    """
    its = (ObjectiveLink.owner == Objective.owner) & (ObjectiveLink.objective == Objective.id)
    rows: Any = (
        own_objectives(owner)
        .select(Objective.id, Objective.name, ObjectiveLink.serves)
        .join(ObjectiveLink, JOIN.LEFT_OUTER, on=its)
        .order_by(Objective.created, Objective.id, ObjectiveLink.serves)
    )
    return list(rows.tuples())


def wins_by_objective(owner: OwnerId) -> dict[str, int]:
    """Return how many of a person's wins name each objective that any names."""
    counted: Any = (
        WinLink.select(WinLink.target, fn.COUNT(WinLink.win))
        .where(WinLink.person == owner, WinLink.kind == "objective")
        .group_by(WinLink.target)
    )
    return dict(counted.tuples())
