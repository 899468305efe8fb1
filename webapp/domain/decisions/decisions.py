"""Decisions: opening, deciding and reopening them, and reading them back (R26)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from webapp.domain.account.acting import Acting
from webapp.domain.shared.late import may_still_come
from webapp.domain.shared.stamps import edit_times, stamps
from webapp.rules.decisions.decisions import (
    DecisionState,
    OpenedDecision,
    Step,
    TakenStep,
    status_after,
)
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.calendars import Calendar
from webapp.rules.shared.moments import Moment
from webapp.rules.shared.problems import NotFound
from webapp.rules.shared.workdays import weekdays_in
from webapp.storage.decisions.decisions import (
    Decision,
    DecisionStep,
    decided_decisions,
    one_decision,
    one_step,
    open_decisions,
    steps_among,
)

PAGE = 30
LONG = 14  # working days; days off and pauses count as such here


class DecisionRow(NamedTuple):
    """A decision as lists show it.

    happened: ms at which it was opened. days: how many days it has been open, or was until it was
    decided. waits_long: it is open for more than LONG working days. step: the id of the newest
    step, "" for none; reopened: how often it was reopened.
    """

    id: str
    question: str
    importance: str
    state: str
    outcome: str
    happened: int
    days: int
    waits_long: bool
    step: str
    reopened: int


def store_decisions(acting: Acting, entries: list[tuple[Entry, OpenedDecision]], now: int) -> None:
    """Store the decisions that these entries open.

    Call it inside the transaction of their receipts.
    """
    if entries:
        Decision.insert_many([_columns(acting, *one, now) for one in entries]).execute()
        _refresh_states(acting, steps_among(acting.owner, [entry.id for entry, _ in entries]))


def store_steps(acting: Acting, entries: list[tuple[Entry, TakenStep]], now: int) -> None:
    """Store these steps, and derive each decision's state from its newest one.

    A step may arrive before the entry that opens its decision, and then waits for it. Call it
    inside the transaction of the receipts; now: ms.
    """
    at = dict(edit_times([entry for entry, _ in entries], now))
    if entries:
        rows = [_step_columns(acting, *one, at[one[0].id]) for one in entries]
        DecisionStep.insert_many(rows).execute()
        _refresh_states(acting, steps_among(acting.owner, [taken.target for _, taken in entries]))


def undo_decisions(acting: Acting, targets: list[str]) -> None:
    """Delete the decisions and the steps among `targets`.

    Call it inside the transaction of the undo.
    """
    Decision.delete().where(Decision.owner == acting.owner, Decision.id.in_(targets)).execute()
    own = DecisionStep.owner == acting.owner
    DecisionStep.delete().where(own, DecisionStep.decision.in_(targets)).execute()
    gone = DecisionStep.delete().where(own, DecisionStep.id.in_(targets))
    touched = {step.decision for step in gone.returning(DecisionStep.decision).execute()}
    if touched:
        _refresh_states(acting, steps_among(acting.owner, touched), touched)


def decisions_page(
    acting: Acting, state: str, now: int, after: tuple[int, str] | None = None
) -> tuple[list[DecisionRow], bool]:
    """Return a page of the person's decisions in one state, and whether there are more.

    after: the (happened, id) before the page. Open decisions are oldest first, since they wait;
    decided ones newest first. now: ms.
    """
    find = open_decisions if state == DecisionState.OPEN else decided_decisions
    found: list[Decision] = list(find(acting.owner, after).limit(PAGE + 1))
    return _rows(acting, found[:PAGE], now), len(found) > PAGE


def decision_row(acting: Acting, decision_id: str, now: int) -> DecisionRow:
    """Return the person's own decision as lists show it, or raise NotFound."""
    [row] = _rows(acting, [decision_of(acting, decision_id)], now)
    return row


def decision_of(acting: Acting, decision_id: str) -> Decision:
    """Return the person's own decision with this id, or raise NotFound."""
    decision: Decision | None = one_decision(acting.owner, decision_id).first()
    if decision is None:
        raise NotFound
    return decision


def decision_with_step(acting: Acting, step_id: str) -> str:
    """Return the id of the person's decision that has this step, or ""."""
    step = one_step(acting.owner, step_id).first()
    return step.decision if step else ""


def _step_columns(acting: Acting, entry: Entry, taken: TakenStep, at: int) -> dict[str, object]:
    return {
        "owner": acting.owner,
        "id": entry.id,
        "decision": taken.target,
        "step": taken.step,
        "at": at,
        "outcome": taken.outcome,
    }


def _columns(acting: Acting, entry: Entry, opened: OpenedDecision, now: int) -> dict[str, object]:
    stamped = stamps(acting, entry, now)
    del stamped["person"]
    words = {"question": opened.question, "importance": opened.importance}
    return {**stamped, **words, "owner": acting.owner}


def _refresh_states(
    acting: Acting, steps: Iterable[DecisionStep], touched: Iterable[str] = ()
) -> None:
    # Each decision stores what follows from its steps; the steps of a deleted one are deleted.
    taken: dict[str, list[tuple[int, str, str, str]]] = defaultdict(list)
    taken.update({decision: [] for decision in touched})
    for step in steps:
        taken[step.decision].append((step.at, step.id, step.step, step.outcome))
    for decision_id, own in taken.items():
        now = status_after(own)
        found = Decision.update(state=now.state, decided_at=now.decided_at, outcome=now.outcome)
        own_one = (Decision.owner == acting.owner, Decision.id == decision_id)
        if not found.where(*own_one).execute() and not may_still_come(acting, decision_id):
            DecisionStep.delete().where(
                DecisionStep.owner == acting.owner, DecisionStep.decision == decision_id
            ).execute()


def _rows(acting: Acting, found: list[Decision], now: int) -> list[DecisionRow]:
    taken: dict[str, list[DecisionStep]] = defaultdict(list)
    for step in steps_among(acting.owner, [decision.id for decision in found]):
        taken[step.decision].append(step)
    return [_row(acting, one, taken[one.id], now) for one in found]


def _row(acting: Acting, one: Decision, steps: list[DecisionStep], now: int) -> DecisionRow:
    newest = max(steps, key=lambda step: (step.at, step.id), default=None)
    return DecisionRow(
        one.id,
        one.question,
        one.importance,
        one.state,
        one.outcome,
        one.happened,
        (_last_day(acting, one, now) - date.fromisoformat(one.day)).days,
        _waits_long(acting, one, now),
        newest.id if newest else "",
        sum(step.step == Step.REOPENED for step in steps),
    )


def _last_day(acting: Acting, one: Decision, now: int) -> date:
    until = one.decided_at or now
    last = Moment(until, one.offset, one.zone).day(acting.day_start)
    return max(last, date.fromisoformat(one.day))


def _waits_long(acting: Acting, one: Decision, now: int) -> bool:
    calendar = Calendar(weekdays=weekdays_in(acting.workdays))
    opened = date.fromisoformat(one.day)
    return one.state == DecisionState.OPEN and calendar.has_more_working_days(
        LONG, opened, _last_day(acting, one, now)
    )
