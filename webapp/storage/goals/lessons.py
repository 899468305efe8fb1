"""Lessons of earlier wins that were used for a goal (R28)."""

from typing import Any

from peewee import BigIntegerField, CharField, CompositeKey, ForeignKeyField

from webapp.rules.shared.ids import OwnerId
from webapp.storage.account.people import Owner
from webapp.storage.capture.wins import Win, WinLink, own_wins
from webapp.storage.engine.database import Stored
from webapp.storage.engine.lists import is_listed
from webapp.storage.goals.goals import GoalObjective


class LessonUse(Stored):
    """The lesson noted with `win` was used for `goal`; at: ms, when its owner said so."""

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False)
    goal = CharField(max_length=36)
    win = CharField(max_length=36)
    at = BigIntegerField()

    class Meta:
        primary_key = CompositeKey("owner", "goal", "win")


def wins_with_lessons(
    owner: OwnerId, objectives: tuple[str, ...], area: str, since: int, goal_id: str
) -> Any:
    """Return wins from `since` (ms) on, of these objectives or this area, with a lesson.

    A win of a goal counts for the objectives of the goal, too. Each is a row of id, what, day,
    worked, improve and used: the id of the win again when its lesson was used for `goal_id`, else
    None.
    """
    alike = is_listed(Win.id, _wins_of(owner, objectives))
    if area:
        alike |= Win.area == area
    noted = (Win.worked != "") | (Win.improve != "")
    used = LessonUse.select(LessonUse.win).where(
        LessonUse.owner == owner, LessonUse.goal == goal_id, LessonUse.win == Win.id
    )
    return (
        own_wins(owner)
        .where(Win.happened >= since, noted, alike)
        .select(Win.id, Win.what, Win.day, Win.worked, Win.improve, used.alias("used"))
        .namedtuples()
    )


def _wins_of(owner: OwnerId, objectives: tuple[str, ...]) -> Any:
    of_goals = GoalObjective.select(GoalObjective.goal).where(
        GoalObjective.owner == owner, GoalObjective.objective.in_(objectives)
    )
    return WinLink.select(WinLink.win).where(
        WinLink.person == owner,
        ((WinLink.kind == "objective") & WinLink.target.in_(objectives))
        | ((WinLink.kind == "goal") & WinLink.target.in_(of_goals)),
    )
