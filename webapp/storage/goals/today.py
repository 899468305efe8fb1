"""What Today shows of an owner's goals and indicators, in one query.

Of somebody who is in teams also the goals of teams that are theirs, in the same query.
"""

from typing import Any

from peewee import SQL, ModelSelect, fn

from webapp.storage.engine.compiled import Compiled, fixed, slot
from webapp.storage.goals.changes import CompletedOccurrence, GoalChange
from webapp.storage.goals.goals import Goal
from webapp.storage.goals.members import GoalMember
from webapp.storage.objectives.due_values import kept_indicators
from webapp.storage.teams.memberships import Membership

MOST_ACTIVE = 20  # the limit is 7, and undoing may put a few above it
MOST_MET = 3
COLUMNS = (Goal.id, Goal.statement, Goal.due, Goal.cadence, Goal.weekdays, Goal.month_day)


def _latest() -> "ModelSelect[CompletedOccurrence]":
    latest = fn.MAX(CompletedOccurrence.period.concat(" ").concat(CompletedOccurrence.id))
    return CompletedOccurrence.select(latest).where(
        CompletedOccurrence.owner == Goal.owner,
        CompletedOccurrence.goal == Goal.id,
        CompletedOccurrence.period >= slot("since"),
    )


def _active() -> Any:
    # Limited in a query of its own: a limit within a union would be that of the whole.
    active = (
        Goal.select(SQL("'goal'"), *COLUMNS, _latest())
        .where(Goal.owner == slot("owner"), Goal.state == "active")
        .limit(fixed(MOST_ACTIVE))
    )
    return Goal.select(SQL("*")).from_(active)


def _met() -> Any:
    entry = fn.MAX(SQL("'9999-12-31 '").concat(GoalChange.id))  # no occurrence is later
    its = (GoalChange.owner == Goal.owner) & (GoalChange.goal == Goal.id)
    met_by = GoalChange.select(entry).where(
        its, GoalChange.at == Goal.state_at, GoalChange.state == "met"
    )
    met = (
        Goal.select(SQL("'met'"), *COLUMNS, met_by)
        .where(Goal.owner == slot("owner"), Goal.state == "met", Goal.state_at >= slot("begins"))
        .order_by(Goal.state_at.desc())
        .limit(fixed(MOST_MET))
    )
    return Goal.select(SQL("*")).from_(met)


def _of_teams() -> Any:
    # The team and its name stand in the place of "goal": "17 Harbour".
    team = GoalMember.owner.cast("text").concat(" ").concat(Membership.team_name)
    is_in = (Membership.person == GoalMember.person) & (Membership.team == GoalMember.owner)
    active = (
        GoalMember.select(team, *COLUMNS, _latest())
        .join(Goal, on=(Goal.owner == GoalMember.owner) & (Goal.id == GoalMember.goal))
        .join(Membership, on=is_in, src=GoalMember)
        .where(
            GoalMember.person == slot("owner"), Membership.left.is_null(), Goal.state == "active"
        )
        .limit(fixed(MOST_ACTIVE))
    )
    return Goal.select(SQL("*")).from_(active)


# Active goals as ("goal", id, statement, due, cadence, weekdays, month_day, latest), where latest
# is the last completed occurrence from the ISO day `since` on, "2026-11-27 ID OF ITS ENTRY", or
# None; those met since `begins` (ms) as ("met", ...), the last one first, where latest is
# "9999-12-31 ID OF THE ENTRY"; and the rows of kept_indicators.
lines_of_today = Compiled(lambda: _active() + _met() + kept_indicators())
# The same with the goals of teams that are the person's, whose rows begin with "17 Harbour".
lines_with_teams = Compiled(lambda: _active() + _met() + kept_indicators() + _of_teams())
