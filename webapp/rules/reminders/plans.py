"""What comes on a day: habits, what is due, the question about silence; at most three (R47)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from webapp.rules.reminders.dated import dated_on
from webapp.rules.reminders.facts import Facts, Planned
from webapp.rules.reminders.habits import WAITS, habits_on
from webapp.rules.reminders.kinds import DATED, HABITS, Kind, Reason, State, Way

MOST = 3  # messages of a day that the person did not ask for


def prompts_on(facts: Facts, day: date) -> list[Planned]:
    """Return the prompts of a day that were not sent yet; those that shall not come say why."""
    if facts.wishes.way is Way.NONE:
        return []
    sent = [one for one in facts.stored if one.state is State.SENT and one.day == day]
    said = facts.said_on(day)
    wanted = (*dated_on(facts, day), *habits_on(facts, day), *_question(facts, day))
    count = sum(one.kind in HABITS | DATED for one in sent)
    new = [_since_chosen(facts, one) for one in wanted if one.key not in said]
    return list(_limited(new, MOST - count))


def _since_chosen(facts: Facts, one: Planned) -> Planned:
    # Who switches reminders on at noon is not told what was due in the morning.
    before = one.reason is None and one.due < facts.wishes.chosen
    return replace(one, reason=Reason.OFF) if before else one


def _limited(planned: Sequence[Planned], most: int) -> Iterator[Planned]:
    # What has a date goes first, then the habit, then its follow-up, in which order they are given.
    heads = [one for one in planned if one.reason is None]
    kept = {one.key for one in heads[: max(most, 0)]}
    lost = {one.due for one in heads if one.key not in kept and one.kind in DATED}
    for one in planned:
        alone = one.reason is None and one.key not in kept
        with_it = one.reason is Reason.TOGETHER and one.due in lost
        yield replace(one, reason=Reason.ENOUGH) if alone or with_it else one


def _question(facts: Facts, day: date) -> Iterator[Planned]:
    # Asked once: it is keyed by the day on which 14 were silent, and not asked again of these.
    if facts.silent_on() != day or facts.asked > facts.alive:
        return
    hours = facts.hours
    at = hours.moment_on(day, max(facts.wishes.habit_at, hours.day_start))
    if at is not None:
        due = hours.after_quiet(at)
        end = min(due + WAITS, hours.end_of(day), hours.before_quiet(due) or due + WAITS)
        late = Reason.LATE if end <= facts.now else None
        yield Planned(Kind.SILENT, day, 1, due, end, late)
