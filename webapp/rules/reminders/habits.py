"""When a day asks for a check-in or a win: one prompt, and one follow-up (R47)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from webapp.rules.reminders.facts import Facts, Planned
from webapp.rules.reminders.kinds import HABITS, Kind, Reason, State
from webapp.rules.reminders.rhythms import rhythms_on
from webapp.rules.reminders.settings import LATEST
from webapp.rules.shared.moments import MINUTE
from webapp.rules.shared.workdays import weekdays_in

HOUR = 60 * MINUTE
FOLLOWS = 4 * HOUR  # after the prompt
APART = 8 * HOUR  # from a habit of one day to that of another
WAITS = 3 * HOUR  # a prompt that could not be sent is no use any more
LAST = 18 * 60  # minutes after midnight


def habits_on(facts: Facts, day: date) -> Iterator[Planned]:
    """Yield the prompts for habits of a day, with why some of them are not sent."""
    asked = dict(_asked(facts, day))
    taken = _sent_on(facts, day)
    for kind, reason in asked.items():
        why = reason or facts.why_not(day)
        if why is None and taken not in {None, kind}:
            why = Reason.ELSEWHERE
        first = _first(facts, day, kind)
        if first is None:
            continue
        first = replace(first, reason=why or first.reason)
        taken = taken or (kind if first.reason is None else None)
        yield first
        if follows := _follow_up(facts, first):
            yield follows


def _asked(facts: Facts, day: date) -> Iterator[tuple[Kind, Reason | None]]:
    # The check-in goes first: one who answers it looks at the wins since then anyway.
    kinds = facts.wishes.kinds
    asks = facts.first_win is not None and facts.first_win <= day
    if asks and Kind.CHECK_IN in kinds and day.weekday() in weekdays_in(facts.checkin_days):
        yield Kind.CHECK_IN, Reason.DONE if _is_answered(facts, day) else None
    due = rhythms_on(day, facts.rhythms, facts.workdays)
    if due and Kind.CAPTURE in kinds:
        done = facts.won == day or all(one.is_done(day) for one in due)
        yield Kind.CAPTURE, Reason.DONE if done else None


def _is_answered(facts: Facts, day: date) -> bool:
    return facts.deferred == day or any(answered >= day for answered, _ in facts.answered)


def _sent_on(facts: Facts, day: date) -> Kind | None:
    sent = (one for one in facts.stored if one.state is State.SENT and one.day == day)
    return next((one.kind for one in sent if one.kind in HABITS), None)


def _first(facts: Facts, day: date, kind: Kind) -> Planned | None:
    hours = facts.hours
    at = hours.moment_on(day, max(facts.wishes.habit_at, hours.day_start))
    latest = hours.moment_on(day, LATEST)
    last = hours.moment_on(day, LAST)
    if at is None or latest is None or last is None:  # the day has no such time
        return None
    due = hours.after_quiet(at)
    late = Reason.QUIET if due > latest else None
    apart = hours.after_quiet(max(due, _earliest(facts, day, kind)))
    if late is None and apart > latest:
        late = Reason.NEAR
    due = at if late else apart
    until = min(due + WAITS, last, hours.before_quiet(due) or last)
    if late is None and until <= facts.now:
        late = Reason.LATE
    return Planned(kind, day, 1, due, until, late)


def _earliest(facts: Facts, day: date, kind: Kind) -> int:
    # The last prompt for a habit, or answer, of another day: flights bring days near each other.
    others = [
        one.sent + APART
        for one in facts.stored
        if one.sent is not None and one.kind in HABITS and one.day != day
    ]
    if kind is Kind.CHECK_IN:
        others += [at + APART for answered, at in facts.answered if answered != day]
    return max(others, default=0)


def _follow_up(facts: Facts, first: Planned) -> Planned | None:
    sent = _sent_at(facts, first)
    if first.reason and sent is None:
        return None
    hours = facts.hours
    due = hours.after_quiet((first.due if sent is None else sent) + FOLLOWS)
    latest = hours.moment_on(first.day, LATEST) or 0
    last = hours.moment_on(first.day, LAST) or 0
    until = min(due + WAITS, last, hours.before_quiet(due) or last)
    reason = first.reason if first.reason in AGAIN else None
    elsewhere = hours.day_of(due) != first.day  # a flight led into another day
    if reason is None and (elsewhere or due > latest or until <= facts.now):
        reason = Reason.LATE
    if reason is None and _is_unheard(facts, first.day):
        reason = Reason.UNHEARD
    return Planned(first.what, first.day, 2, due, until, reason)


def _is_unheard(facts: Facts, day: date) -> bool:
    # One who is ill or away and told nobody is asked, and not asked twice.
    habits = (one for one in facts.stored if one.kind in HABITS and one.number == 1)
    sent = sorted(one.sent for one in habits if one.sent is not None and one.day < day)
    return len(sent) > 1 and not facts.was_here_since(sent[-2])


# Why a prompt that was sent is not followed up.
AGAIN = (Reason.DONE, Reason.PAUSED, Reason.AWAY, Reason.SILENT)


def _sent_at(facts: Facts, first: Planned) -> int | None:
    return next((one.sent for one in facts.stored if one.key == first.key), None)
