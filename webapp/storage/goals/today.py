"""What Today shows of an owner's goals and indicators, in one query."""

from typing import Any

from peewee import SQL, ModelSelect, fn

from webapp.storage.engine.compiled import Compiled, fixed, slot
from webapp.storage.goals.changes import CompletedOccurrence
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.due_values import kept_indicators

MOST_ACTIVE = 20  # the limit is 7, and undoing may put a few above it


def _latest() -> "ModelSelect[CompletedOccurrence]":
    latest = fn.MAX(CompletedOccurrence.period.concat(" ").concat(CompletedOccurrence.id))
    return CompletedOccurrence.select(latest).where(
        CompletedOccurrence.owner == Goal.owner,
        CompletedOccurrence.goal == Goal.id,
        CompletedOccurrence.period >= slot("since"),
    )


def _active() -> Any:
    # Limited in a query of its own: a limit within a union would be that of the whole.
    columns = (Goal.id, Goal.statement, Goal.due, Goal.cadence, Goal.weekdays, Goal.month_day)
    active = (
        Goal.select(SQL("'goal'"), *columns, _latest())
        .where(Goal.owner == slot("owner"), Goal.state == "active")
        .limit(fixed(MOST_ACTIVE))
    )
    return Goal.select(SQL("*")).from_(active)


# Active goals as ("goal", id, statement, due, cadence, weekdays, month_day, latest), where latest
# is the last completed occurrence from the ISO day `since` on, "2026-11-27 ID OF ITS ENTRY", or
# None; and the rows of kept_indicators.
lines_of_today = Compiled(lambda: _active() + kept_indicators())
