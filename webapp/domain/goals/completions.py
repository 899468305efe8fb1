"""Completing micro-goals and ticking their criteria, by entries of phones (R13, R22, R23).

Where a goal was met on one phone and closed otherwise on another, the later moment counts, in
whatever order the two arrive. An undo deletes the row of a completion, and the goal has the state
that it had before. While a goal is met all its criteria count as ticked, and none of them is
rewritten, so that they are as they were when the completion is undone.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from webapp.domain.account.acting import Acting
from webapp.domain.goals.plans import day_or_none, schedule_of
from webapp.domain.goals.states import change_of, refresh_states
from webapp.domain.goals.verified import verify_wins_of
from webapp.domain.shared.stamps import counted_moment, edit_times
from webapp.rules.goals.completions import Completion, CriterionTick, fact_of
from webapp.rules.goals.goals import Fact, GoalState
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.problems import N_, Problem
from webapp.rules.shared.schedule import open_occurrence
from webapp.storage.goals.changes import (
    CompletedOccurrence,
    GoalChange,
)
from webapp.storage.goals.criteria import Tick
from webapp.storage.goals.goals import Goal
from webapp.storage.outbox.receipts import has_receipt

GONE = Problem("target", N_("That goal is not there any more."))


class Completed(NamedTuple):
    """What an entry completed: a goal, or of a recurring one the occurrence of a day (ISO)."""

    entry: Entry
    goal: Goal
    period: str


def refused_for_goals(acting: Acting, entries: Sequence[Entry]) -> dict[str, Problem]:
    """Return why some of these entries are refused, by entry id: their goal is missing.

    Goals are created on the server, so that none can arrive later. An entry that was stored before
    its goal was deleted stays stored. Call it inside the transaction of the receipts.
    """
    about = {
        entry.id: entry.content.target
        for entry in entries
        if isinstance(entry.content, Completion | CriterionTick)
    }
    if not about:
        return {}
    known = set(_goals(acting, about.values()))
    lost = [entry_id for entry_id, goal_id in about.items() if goal_id not in known]
    return {entry_id: GONE for entry_id in lost if not has_receipt(acting.actor, entry_id)}


def complete_goals(
    acting: Acting, entries: list[tuple[Entry, Completion]], now: int
) -> list[Completed]:
    """Complete these goals, or an occurrence of them; the last one completes the plan.

    Return what was completed. Call it inside the transaction of the receipts; now: ms of arrival.
    """
    goals = _goals(acting, [completion.target for _, completion in entries])
    at = dict(edit_times([entry for entry, _ in entries], now))
    completed: list[Completed] = []
    for entry, completion in entries:
        goal = goals.get(completion.target)
        if goal:  # else the entry was stored before, and its goal was deleted since
            period = _period(acting, goal, entry, completion.period, now)
            _complete(goal, fact_of(completion, at[entry.id], entry.id), period)
            completed.append(Completed(entry, goal, period))
    refresh_states(acting.owner, goals)
    verify_wins_of(acting, goals)
    return completed


def tick_criteria(acting: Acting, entries: list[tuple[Entry, CriterionTick]], now: int) -> None:
    """Tick criteria of goals, or remove the tick; the latest entry counts for each.

    Call it inside the transaction of the receipts; now: ms of arrival.
    """
    goals = _goals(acting, [tick.target for _, tick in entries])
    at = dict(edit_times([entry for entry, _ in entries], now))
    for entry, tick in sorted(entries, key=lambda one: (at[one[0].id], one[0].id)):
        goal = goals.get(tick.target)
        if goal is not None:
            period = _period(acting, goal, entry, tick.period, now)
            _store_tick(goal, entry.id, tick, period, at[entry.id])


def undo_completions(acting: Acting, targets: list[str]) -> set[tuple[str, str]]:
    """Delete the completions that the entries `targets` made; inside a transaction.

    Return (goal, period) of each; the period is "" where a whole goal was met.
    """
    own = (GoalChange.owner == acting.owner) & GoalChange.id.in_(targets)
    met = list(GoalChange.select().where(own, GoalChange.state == GoalState.MET))
    if met:
        GoalChange.delete().where(own, GoalChange.state == GoalState.MET).execute()
        refresh_states(acting.owner, {change.goal for change in met})
    of_these = CompletedOccurrence.id.in_(targets)
    occurrences = list(
        CompletedOccurrence.select().where(CompletedOccurrence.owner == acting.owner, of_these)
    )
    if occurrences:
        CompletedOccurrence.delete().where(
            CompletedOccurrence.owner == acting.owner, of_these
        ).execute()
    verify_wins_of(acting, {one.goal for one in met} | {one.goal for one in occurrences})
    whole = {(one.goal, "") for one in met}
    return whole | {(one.goal, one.period) for one in occurrences}


def _complete(goal: Goal, fact: Fact, period: str) -> None:
    if period:
        CompletedOccurrence.create(
            owner=goal.owner_id, id=fact.entry, goal=goal.id, period=period, at=fact.at
        )
    if not period or _is_last(goal, period):
        GoalChange.create(**change_of(goal, fact))


def _store_tick(goal: Goal, entry_id: str, tick: CriterionTick, period: str, at: int) -> None:
    key = {
        "owner": goal.owner_id,
        "goal": goal.id,
        "criterion": tick.criterion,
        "period": period,
    }
    columns = {"done": tick.done, "value": tick.value, "at": at, "entry": entry_id}
    before = Tick.get_or_none(**key)
    if before is None:
        Tick.create(**key, **columns)
    elif (before.at, before.entry) < (at, entry_id):
        Tick.update(**columns).where(*(getattr(Tick, name) == key[name] for name in key)).execute()


def _goals(acting: Acting, ids: Iterable[str]) -> dict[str, Goal]:
    wanted = list(set(ids))
    if not wanted:
        return {}
    rows = Goal.select().where(Goal.owner == acting.owner, Goal.id.in_(wanted))
    return {goal.id: goal for goal in rows}


def _is_last(goal: Goal, period: str) -> bool:
    last = day_or_none(goal.due)
    return bool(last and period >= open_occurrence(schedule_of(goal), last, last).isoformat())


def _period(acting: Acting, goal: Goal, entry: Entry, given: str, now: int) -> str:
    # "" for a goal that does not recur; an entry without a period means the one open at its moment.
    if not schedule_of(goal).recurs:
        return ""
    if given:
        return given
    day = counted_moment(entry.made, now).day(acting.day_start)
    return open_occurrence(schedule_of(goal), day_or_none(goal.due) or day, day).isoformat()
