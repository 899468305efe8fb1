"""Lessons of earlier wins that were used for a goal (R28)."""

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField, ModelSelect

from webapp.storage.database import Stored
from webapp.storage.people import Owner


class LessonUse(Stored):
    """What was noted with `win` was used for `goal`; at: ms, when its owner said so."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    goal = CharField(max_length=36)
    win = CharField(max_length=36)
    at = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("owner", "goal", "win")


def lessons_used(owner: int, goal_id: str) -> "ModelSelect[LessonUse]":
    """The lessons that were used for a goal."""
    return LessonUse.select().where(LessonUse.owner == owner, LessonUse.goal == goal_id)
