"""What has to change of the stored prompts so that they are as planned (R47).

A prompt that was sent is not changed, nor one that a worker is sending now. None is deleted: a
prompt that shall not come any more gets the reason why.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from webapp.rules.reminders.facts import Facts, Key, Planned, Stored
from webapp.rules.reminders.kinds import ASKED_FOR, Kind, Reason, State, Way
from webapp.rules.reminders.plans import prompts_on

FINAL = (Reason.NOWHERE, Reason.FAILED, Reason.SNOOZED)  # what was decided by sending, or a person


@dataclass(frozen=True, slots=True)
class Changes:
    """Prompts to store, and to change to the values that are planned."""

    new: tuple[Planned, ...] = ()
    changed: tuple[Planned, ...] = ()


def changes_for(facts: Facts, days: Sequence[date]) -> Changes:
    """Return what to change of the stored prompts; days: those that are planned."""
    planned = {one.key: one for day in days for one in prompts_on(facts, day)}
    stored = {one.key for one in facts.stored}
    new = tuple(one for key, one in planned.items() if key not in stored)
    pairs = ((one, _wanted(facts, one, planned, days)) for one in facts.stored)
    changed = tuple(want for one, want in pairs if want and _differs(one, want))
    return Changes(new, changed)


def _wanted(
    facts: Facts, one: Stored, planned: Mapping[Key, Planned], days: Iterable[date]
) -> Planned | None:
    """Return what a stored prompt is to be, None: as it is."""
    if one.state is State.SENT or one.leased or one.reason in FINAL:
        return None
    if one.kind in ASKED_FOR or (one.state is State.SKIPPED and one.until <= facts.now):
        return None
    if one.day in days and (found := planned.get(one.key)):
        return found
    if one.state is State.SKIPPED:
        return None
    reason = Reason.LATE if one.until <= facts.now else _why_gone(facts, one, planned)
    return _skipped(one, reason)


def _why_gone(facts: Facts, one: Stored, planned: Mapping[Key, Planned]) -> Reason:
    first = planned.get((one.what, one.day, 1))
    if one.number > 1 and first and first.reason:
        return first.reason
    off = facts.wishes.way is Way.NONE or one.kind not in (*facts.wishes.kinds, Kind.SILENT)
    return Reason.OFF if off else Reason.GONE


def _skipped(one: Stored, reason: Reason) -> Planned:
    return Planned(one.what, one.day, one.number, one.due, one.until, reason)


def _differs(one: Stored, want: Planned) -> bool:
    if want.reason:
        return one.reason != want.reason or one.due != want.due
    # One that is tried again is due later than planned, and stays so.
    retried = one.tries > 0 and one.state is State.WAITING and one.due >= want.due
    moved = one.due != want.due and not retried
    return one.state is not State.WAITING or moved or one.until != want.until
