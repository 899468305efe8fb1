"""What phones say about micro-goals: that one is met, or one of its criteria (R13, R22, R23).

A goal stands as its owner last said: where it was met on one phone and closed otherwise on another,
the later moment counts, in whatever order the two arrive. An undo takes a meeting back with its
row, and the goal stands as it stood before. Meeting a goal ticks all its criteria while it is met
and rewrites none of them, so that they are as they were when that is taken back.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from peewee import ModelSelect

from webapp.domain.account.people import SignedIn
from webapp.domain.goals.plans import day_or_none, schedule_of
from webapp.domain.goals.states import change_of, settle
from webapp.domain.shared.stamps import counted_moment, edit_times
from webapp.rules.goals.goals import State
from webapp.rules.goals.meeting import Meeting, Ticking, fact_of
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.problems import N_, Problem
from webapp.rules.shared.schedule import open_occurrence
from webapp.storage.goals.changes import GoalChange, Occurrence, changes_of, occurrences_of
from webapp.storage.goals.goals import Goal, Tick
from webapp.storage.outbox.receipts import has_receipt

Said = Meeting | Ticking
GONE = Problem("target", N_("That goal is not there any more."))


def refused_for_goals(person: SignedIn, entries: Sequence[Entry]) -> dict[str, Problem]:
    """Why some of these entries cannot be taken, by their ids: their goal is not there.

    Goals are made on the server, so that none can be on its way. What was taken before its goal was
    deleted stays taken. Inside the transaction of the receipts.
    """
    about = {
        entry.id: entry.content.target
        for entry in entries
        if isinstance(entry.content, Meeting | Ticking)
    }
    known = set(_goals(person, about.values()))
    lost = [entry_id for entry_id, goal_id in about.items() if goal_id not in known]
    return {entry_id: GONE for entry_id in lost if not has_receipt(person.id, entry_id)}


def meet_goals(person: SignedIn, entries: list[tuple[Entry, Meeting]], now: int) -> None:
    """Let these goals be met, or an occurrence of them; with its last one a plan is met for good.

    Inside the transaction of the receipts; now: ms of arrival.
    """
    goals = _goals(person, [meeting.target for _, meeting in entries])
    at = dict(edit_times([entry for entry, _ in entries], now))
    for entry, meeting in entries:
        goal = goals.get(meeting.target)
        if goal is None:
            continue  # taken before, and its goal was deleted since
        fact = fact_of(meeting, at[entry.id], entry.id)
        period = ""
        if schedule_of(goal).recurs:
            period = meeting.period or _open_period(person, goal, entry, now)
            Occurrence.create(
                owner=person.owner, id=entry.id, goal=goal.id, period=period, at=fact.at
            )
        if not period or _is_last(goal, period):
            GoalChange.create(**change_of(goal, fact))
    settle(person.owner, goals)


def tick_criteria(person: SignedIn, entries: list[tuple[Entry, Ticking]], now: int) -> None:
    """Tick criteria of goals, or take the tick away; the latest word counts for each.

    Inside the transaction of the receipts; now: ms of arrival.
    """
    goals = _goals(person, [ticking.target for _, ticking in entries])
    at = dict(edit_times([entry for entry, _ in entries], now))
    for entry, ticking in sorted(entries, key=lambda said: (at[said[0].id], said[0].id)):
        goal = goals.get(ticking.target)
        if goal is not None:
            recurs = schedule_of(goal).recurs
            period = (ticking.period or _open_period(person, goal, entry, now)) if recurs else ""
            _say(goal, entry.id, ticking, period, at[entry.id])


def unmeet(person: SignedIn, targets: list[str]) -> None:
    """Take the meetings back that the entries `targets` made; inside a transaction."""
    own = (GoalChange.owner == person.owner) & GoalChange.id.in_(targets)
    met = list(GoalChange.select().where(own, GoalChange.state == State.MET))
    if met:
        GoalChange.delete().where(own, GoalChange.state == State.MET).execute()
        settle(person.owner, {change.goal for change in met})
    Occurrence.delete().where(
        Occurrence.owner == person.owner, Occurrence.id.in_(targets)
    ).execute()


def meeting_of(person: SignedIn, goal: Goal, today: date) -> str | None:
    """The id of the entry by which a goal is met now, or its open occurrence; None when neither."""
    if schedule_of(goal).recurs and goal.state != State.MET:
        period = open_occurrence(schedule_of(goal), day_or_none(goal.due) or today, today)
        return _id_of(occurrences_of(person.owner, [goal.id], period.isoformat()))
    met = changes_of(person.owner, goal.id).where(GoalChange.state == State.MET)
    return _id_of(met.where(GoalChange.at == goal.state_at))


def _id_of(rows: "ModelSelect[GoalChange] | ModelSelect[Occurrence]") -> str | None:
    first = rows.first()
    return first.id if first else None


def _say(goal: Goal, entry_id: str, ticking: Ticking, period: str, at: int) -> None:
    key = {
        "owner": goal.owner_id,
        "goal": goal.id,
        "criterion": ticking.criterion,
        "period": period,
    }
    said = {"done": ticking.done, "value": ticking.value, "at": at, "entry": entry_id}
    before = Tick.get_or_none(**key)
    if before is None:
        Tick.create(**key, **said)
    elif (before.at, before.entry) < (at, entry_id):
        Tick.update(**said).where(*(getattr(Tick, name) == key[name] for name in key)).execute()


def _goals(person: SignedIn, ids: Iterable[str]) -> dict[str, Goal]:
    wanted = list(set(ids))
    if not wanted:
        return {}
    rows = Goal.select().where(Goal.owner == person.owner, Goal.id.in_(wanted))
    return {goal.id: goal for goal in rows}


def _is_last(goal: Goal, period: str) -> bool:
    last = day_or_none(goal.due)
    return bool(last and period >= open_occurrence(schedule_of(goal), last, last).isoformat())


def _open_period(person: SignedIn, goal: Goal, entry: Entry, now: int) -> str:
    day = counted_moment(entry.made, now).day(person.day_start)
    return open_occurrence(schedule_of(goal), day_or_none(goal.due) or day, day).isoformat()
