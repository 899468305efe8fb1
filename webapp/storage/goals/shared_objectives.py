"""Objectives of teams that others work toward: with which teams and organisations."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from peewee import SQL, Case, CharField, CompositeKey, ForeignKeyField, fn

from webapp.rules.shared.ids import OwnerId, TeamId
from webapp.rules.teams.boards import Cursor
from webapp.rules.teams.shared_objectives import MOST_SHARED
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored
from webapp.storage.goals.goals import Goal, GoalObjective
from webapp.storage.objectives.indicators import Indicator, IndicatorValue
from webapp.storage.objectives.objectives import Objective
from webapp.storage.teams.boards import newest_first
from webapp.storage.teams.shared_wins import SharedWin


class SharedObjective(Stored):
    """An objective of a team that is shared with another team or an organisation, the recipient."""

    owner_id: OwnerId
    recipient_id: OwnerId
    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    objective = CharField(max_length=36)
    recipient = ForeignKeyField(Owner, on_delete="CASCADE", backref="+")

    class Meta:
        primary_key = CompositeKey("owner", "objective", "recipient")


class ProgressOf(NamedTuple):
    """How far the goals of an objective are: how many are met, of those that are not given up."""

    met: int
    goals: int


class Latest(NamedTuple):
    """An indicator of an objective with its newest value; day: ISO, None without a value."""

    objective: str
    name: str
    unit: str
    better: str
    target: float | None
    day: str | None
    value: float | None
    exposure: float | None


def recipients_of(owner: OwnerId, objective: str) -> list[OwnerId]:
    """Return the teams and organisations that an objective is shared with."""
    found: Any = SharedObjective.select(SharedObjective.recipient).where(
        SharedObjective.owner == owner, SharedObjective.objective == objective
    )
    return [OwnerId(one) for (one,) in found.limit(MOST_SHARED).tuples()]


def shared_with(recipients: Sequence[OwnerId]) -> list[tuple[OwnerId, str]]:
    """Return (team, objective) of what is shared with any of these."""
    found: Any = SharedObjective.select(SharedObjective.owner, SharedObjective.objective).where(
        SharedObjective.recipient << recipients
    )
    return list(dict.fromkeys(found.limit(MOST_SHARED).tuples()))


def share_with(owner: OwnerId, objective: str, recipients: Iterable[OwnerId]) -> None:
    """Replace what an objective is shared with; inside a transaction."""
    its = (SharedObjective.owner == owner, SharedObjective.objective == objective)
    SharedObjective.delete().where(*its).execute()
    rows = [{"owner": owner, "objective": objective, "recipient": one} for one in recipients]
    if rows:
        SharedObjective.insert_many(rows).execute()


def shares_any(team: TeamId) -> bool:
    """Return whether a team shares an objective."""
    return bool(SharedObjective.select().where(SharedObjective.owner == team).exists())


def share_nothing(team: TeamId) -> None:
    """Share no objective of a team any more, and none with it; inside a transaction."""
    SharedObjective.delete().where(SharedObjective.owner == team).execute()
    SharedObjective.delete().where(SharedObjective.recipient == team).execute()


def objectives_named(owner: OwnerId, ids: Sequence[str]) -> dict[str, Objective]:
    """Return those of an owner's objectives that have these ids and are not dropped."""
    kept = (Objective.id << ids, Objective.state != "dropped")
    rows = Objective.select().where(Objective.owner == owner, *kept)
    return {one.id: one for one in rows.limit(MOST_SHARED)}


def progress_of(owner: OwnerId, ids: Sequence[str]) -> dict[str, ProgressOf]:
    """Return how far the goals of these objectives are; drafts are not counted."""
    counted = Goal.state.in_(("active", "parked", "met", "not_met"))
    there = (Goal.owner == GoalObjective.owner) & (Goal.id == GoalObjective.goal)
    met = fn.SUM(Case(None, [(Goal.state == "met", 1)], 0))
    rows: Any = (
        GoalObjective.select(GoalObjective.objective, met, fn.COUNT(Goal.id))
        .join(Goal, on=there)
        .where(GoalObjective.owner == owner, GoalObjective.objective << ids, counted)
        .group_by(GoalObjective.objective)
        .limit(MOST_SHARED)
        .tuples()
    )
    return {objective: ProgressOf(int(done), goals) for objective, done, goals in rows}


def latest_of(owner: OwnerId, ids: Sequence[str]) -> list[Latest]:
    """Return the indicators of these objectives, by name, each with its newest value."""
    other = IndicatorValue.alias()
    newest = (
        other.select(fn.MAX(other.day))
        .where(other.owner == owner, other.indicator == Indicator.id)
        .alias("day")
    )
    columns = (Indicator.id, Indicator.objective, Indicator.name, Indicator.unit, Indicator.better)
    its = (
        Indicator.select(*columns, Indicator.target, newest)
        .where(Indicator.owner == owner, Indicator.objective << ids)
        .order_by(Indicator.name, Indicator.id)
        .limit(MOST_SHARED)
        .alias("its")
    )
    of_day = IndicatorValue.select().where(
        IndicatorValue.owner == owner,
        IndicatorValue.indicator == its.c.id,
        IndicatorValue.day == its.c.day,
    )
    said = (its.c.objective, its.c.name, its.c.unit, its.c.better, its.c.target, its.c.day)
    value, exposure = of_day.select(IndicatorValue.value), of_day.select(IndicatorValue.exposure)
    rows: Any = Indicator.select(*said, value, exposure).from_(its)
    return [Latest(*row) for row in rows.limit(MOST_SHARED).tuples()]


def contributions(
    objective: str, teams: Sequence[TeamId], own: Iterable[TeamId], after: Cursor | None, most: int
) -> list[Any]:
    """Return the wins of teams under an objective that an organisation may see, newest first.

    own: teams all of whose wins under it are wanted, whoever may see them. Each part is read from
    an index, `most` at the most.
    """
    named = (SharedWin.objective == objective, SharedWin.objective != SQL("''"))
    found = _of_teams(objective, {*teams}, after, most)
    for team in own:
        rows = SharedWin.select().where(SharedWin.team == team, *named)
        found += list(newest_first(rows, after).limit(most))
    by_place = {Cursor(row.happened, row.person_id, row.win): row for row in found}
    return [by_place[place] for place in sorted(by_place, reverse=True)[:most]]


def rows_contributing(objective: str, after: Cursor | None) -> Any:
    """Return the wins for an objective that teams show to their organisation, newest first."""
    shown = SharedWin.visibility == SQL("'organisation'")  # the index has only those
    return newest_first(SharedWin.select().where(SharedWin.objective == objective, shown), after)


def _of_teams(objective: str, teams: set[TeamId], after: Cursor | None, most: int) -> list[Any]:
    # Usually one statement: rows of a team with which it is not shared any more are few.
    found: list[Any] = []
    while len(found) < most:
        rows = list(rows_contributing(objective, after).limit(most))
        found += [row for row in rows if row.team_id in teams]
        if len(rows) < most:
            break
        after = Cursor(rows[-1].happened, rows[-1].person_id, rows[-1].win)
    return found
