"""When goals and reviews are said to be due: at their time, near ones in one message (R47)."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from webapp.rules.reminders.facts import Dated, Facts, Planned
from webapp.rules.reminders.kinds import DATED, Kind, Reason, kind_of
from webapp.rules.shared.moments import MINUTE

TOGETHER = 60 * MINUTE


def dated_on(facts: Facts, day: date) -> Iterator[Planned]:
    """Yield the prompts for what is due on a day, with why some of them are not sent."""
    found = [
        planned
        for one in facts.dated
        if one.day == day and kind_of(one.what) in facts.wishes.kinds
        if (planned := _planned(facts, one))
    ]
    yield from (one for one in found if one.reason)
    said = facts.said_on(day)
    live = (one for one in found if not one.reason and one.key not in said)
    yield from _gathered((_apart(facts, one) for one in live), facts.now)


def _planned(facts: Facts, one: Dated) -> Planned | None:
    hours = facts.hours
    minutes = facts.wishes.dated_at if one.minutes is None else one.minutes
    at = hours.moment_on(one.day, minutes) if one.at is None else one.at
    if at is None:  # the day has no such time
        return None
    ends = hours.end_of(one.day) if one.lasts is None else at + one.lasts
    due = hours.after_quiet(at)
    reason = Reason.DONE if one.done else facts.why_not(one.day)
    if reason is None and due >= ends:
        reason = Reason.QUIET
    until = min(ends, hours.before_quiet(due) or ends)
    if reason is None and until <= facts.now:
        reason = Reason.LATE
    return Planned(one.what, one.day, 1, due, until, reason)


def _apart(facts: Facts, one: Planned) -> Planned:
    # A flight brings what was an hour away near to what was sent just now.
    sent = [row.sent for row in facts.stored if row.sent is not None and row.kind in DATED]
    due = max([one.due, *(at + TOGETHER + 1 for at in sent if at > facts.now - TOGETHER)])
    return replace(one, due=due) if due < one.until else one


def _gathered(found: Iterable[Planned], now: int) -> Iterator[Planned]:
    # What could not be sent at its time comes now, so that all of it is near.
    head: Planned | None = None
    for one in sorted(found, key=lambda one: (one.due, ORDER[one.kind], one.what)):
        if head is None or one.due - max(head.due, now) > TOGETHER:
            head = one
            yield one
        else:
            yield replace(one, due=head.due, until=head.until, reason=Reason.TOGETHER)


ORDER = {Kind.TEAM_REVIEW: 0, Kind.REVIEW: 1, Kind.GOAL: 2}
