"""More of everything, for one of two who have the same."""

import uuid
from itertools import product
from typing import Any

from tests.support.make import DAY, HOUR, NOON, Someone
from tests.web.marked import MARKER, WORDS, text_fields
from tests.web.twins.life import ENTRY
from tests.web.twins.rows import ALONE, REPEATED, owned, rows_of, table_of
from webapp.storage.capture.wins import Win
from webapp.storage.engine.database import Stored
from webapp.storage.goals.criteria import Tick
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import IndicatorValue

LINKS = {  # table: the fields of its key, each with the table whose ids it holds
    "goal_objective": {"goal": "goal", "objective": "objective"},
    "objective_link": {"objective": "objective", "serves": "objective"},
    "review_goal": {"review": "review", "goal": "goal"},
    "lesson_use": {"goal": "goal", "win": "win"},
    "win_link": {"target": "goal objective indicator", "win": "win"},
    "dependency": {"subject": "goal win", "needs": "goal win"},
}
MOMENTS = ("happened", "at", "entered", "started", "finished", "opened", "state_at", "decided_at")
OTHER_DAYS = {  # where a day is a part of the key
    "adjustment": {"first": "2026-10-01"},
    "absence": {"first": "2026-11-16", "last": "2026-11-18"},
}


def add_more(ana: Someone, things: dict[str, Any]) -> None:
    """Give Ana what Ben has not: links between all, a second of each, other words and numbers."""
    ids = {"person": ana.id, "owner": ana.me.owner}
    before = rows_of(ana)
    for model, name in owned():
        table = table_of(model)
        for row in _more(table, before) if table not in ALONE else []:
            model.insert({**row, name: ids[name]}).on_conflict_ignore().execute()
        _say_other_words(model, name, ids[name])
    own = IndicatorValue.owner == ids["owner"]
    IndicatorValue.update(value=IndicatorValue.value + 1234).where(own).execute()
    Tick.update(done=True, value=3.5).where(Tick.owner == ids["owner"]).execute()
    named = " ".join(one["id"] for one in before["objective"])
    other = Win.update(happened=Win.happened + 2 * DAY, objectives=named)
    other.where(Win.person == ana.id).execute()
    met = Goal.update(state="met").where(Goal.owner == ids["owner"], Goal.id == things["goal_id"])
    met.execute()


def _more(table: str, rows: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Return rows of a table that are about the same things as those that there are."""
    goals = [one["id"] for one in rows["goal"]]
    if table in LINKS:
        ends = [
            [(part, one["id"]) for part in parts.split() for one in rows[part]]
            for parts in LINKS[table].values()
        ]
        return [_linked(table, pair) for pair in product(*ends)]
    if table == "tick":
        tick = {"done": True, "at": NOON, "entry": ENTRY}
        periods = ("", "2026-11-20", "2026-11-27")
        return [
            {**tick, "goal": goal, "criterion": key, "period": period}
            for goal, key, period in product(goals, (1, 2, 9), periods)
        ]
    if table == "occurrence":
        days = ("2026-11-20", "2026-11-22", "2026-11-27")
        return [
            {"id": str(uuid.uuid4()), "goal": goal, "period": day, "at": NOON}
            for goal, day in product(goals, days)
        ]
    if table == "cadence":
        subjects = ["quick", "milestone", "process", *(one["id"] for one in rows["objective"])]
        return [{"subject": one, "every": "daily", "weekdays": 127} for one in subjects]
    if table == "indicator_value":
        own = [one["id"] for one in rows["indicator"]]
        days = ("2026-11-18", "2026-11-24", "2026-11-25")
        return [{"indicator": one, "day": day, "value": 7} for one, day in product(own, days)]
    if table == "criterion":
        return [{"goal": goal, "key": 9, "place": 9, "text": "More"} for goal in goals]
    return [{**row, **other} for row in rows.get(table, []) for other in _others(table, row, rows)]


def _others(table: str, row: dict[str, Any], rows: dict[str, Any]) -> list[dict[str, Any]]:
    if table == "field_revision":
        targets = [one["id"] for kind in ("win", "check_in") for one in rows[kind]]
        later = {"at": row["at"] + 3 * HOUR}
        entries = (row["entry"], str(uuid.uuid4()))
        return [{"target": one, "entry": by, **later} for one in targets for by in entries]
    if table in OTHER_DAYS:
        return [OTHER_DAYS[table]]
    if "id" not in row:
        return []
    both = [{"id": str(uuid.uuid4()), **_moved(row, by)} for by in (-3 * DAY, 3 * HOUR)]
    if table == "decision_step":  # as many as there may be
        both = [{**one, "id": str(uuid.uuid4()), "step": "reopened"} for one in both * 50]
    return both


def _moved(row: dict[str, Any], by: int) -> dict[str, Any]:
    """Return the moments (ms) of a row, and its day, `by` ms later or earlier."""
    moved = {name: row[name] + by for name in MOMENTS if row.get(name)}
    return {**moved, "day": "2026-11-18"} if by < 0 and "day" in row else moved


def _linked(table: str, ends: tuple[tuple[str, str], ...]) -> dict[str, str]:
    columns = {field: key for field, (_, key) in zip(LINKS[table], ends, strict=True)}
    if table == "win_link":
        columns["kind"] = ends[0][0]
    if table == "dependency":
        columns |= {"subject_kind": ends[0][0], "needs_kind": ends[1][0]}
    if table == "lesson_use":
        columns["at"] = str(NOON)
    return columns


def _say_other_words(model: type[Stored], name: str, owner: int) -> None:
    table = table_of(model)
    words = [field for _, of, field in text_fields() if of == table]
    said = [field for field in words if field in WORDS.get(table, "").split()]
    if said:
        own = [getattr(model, name) == owner]
        own += [Win.what.not_in(REPEATED)] if model is Win else []
        model.update(dict.fromkeys(said, MARKER)).where(*own).execute()
