"""Planning: which prompts wait for a person, and whether one is still wanted (R47).

Planning reads everything again and says what is to come. So a check-in that arrives late, a flight,
a pause or a goal that was met need no hook of their own: each raises the person's rev.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from webapp.domain.reminders.gathering import Known, known_of
from webapp.rules.reminders.changes import Changes, changes_for
from webapp.rules.reminders.facts import Key, Planned
from webapp.rules.reminders.habits import FOLLOWS
from webapp.rules.reminders.hours import Hours
from webapp.rules.reminders.kinds import MOVED, Kind, Reason, State, Way, is_of_team, kind_of
from webapp.rules.shared.ids import PersonId, id_of_person
from webapp.rules.shared.moments import MINUTE
from webapp.storage.capture.checkins import own_checkins
from webapp.storage.engine.database import transaction
from webapp.storage.reminders.planning import (
    delete_before,
    note_planned,
    people_to_plan,
    plan_state,
)
from webapp.storage.reminders.prompts import Prompt, add_prompts, change_prompt, one_prompt

AHEAD = 1  # days that are planned beside today
MISSED = timedelta(days=7)  # so far back it is said why nothing came
STORED = timedelta(days=90)  # for which it can be read what came
SOON = 5 * MINUTE  # a prompt that is sent later than that is planned again first


def plan_due(now: int, most: int = 100) -> int:
    """Plan for at most `most` people whose turn it is, or of whom something changed.

    Returns for how many; now: ms. Call it until it returns 0.
    """
    people = people_to_plan(now, most)
    for number in people:
        plan(id_of_person(number), now)
    return len(people)


def plan(person: PersonId, now: int, held: Key | None = None) -> None:
    """Store a person's prompts as they are to be at `now` (ms).

    held: the key of one that the caller has leased; others that are leased stay as they are.
    """
    with transaction():
        known = known_of(person, now, AHEAD, held)
        if known is None:
            return
        facts = known.facts
        _store(person, changes_for(facts, _days(known)), held, now)
        day, turn = facts.today, facts.hours.end_of(facts.today)
        note_planned(person, known.person.rev, day.isoformat(), max(turn, now + MINUTE))
        if day.isoformat() != known.settings.planned_day:
            delete_before(person, (day - STORED).isoformat())


def still_wanted(prompt: Prompt, now: int) -> str | None:
    """Return why a prompt that is due is not to be sent at `now` (ms) after all, None if it is.

    MOVED: it has another time now, and goes on waiting.
    """
    kind = kind_of(prompt.what)
    if prompt.until <= now:
        return Reason.LATE
    if kind is Kind.NOW:
        return None
    state = plan_state(person=prompt.person_id)
    if not state or state[0][2] == Way.NONE:
        return Reason.OFF
    [(rev, planned, _, quiet_from, quiet_until, fixed, zone)] = state
    if kind is Kind.SNOOZE:
        return _snooze(prompt, Hours(fixed or zone, 0, quiet_from, quiet_until), now)
    # What is a team's changes without the person's rev.
    as_planned = rev == planned and now < prompt.due + SOON and not is_of_team(prompt.what)
    if as_planned and (prompt.number == 1 or _follows(prompt, now)):
        return None
    return _planned_again(prompt, now)


def _days(known: Known) -> Sequence[date]:
    # Yesterday's evening may go on behind midnight, and a server that was off has days to explain.
    today = known.facts.today
    planned = known.settings.planned_day
    last = date.fromisoformat(planned) if planned else today
    first = max(min(last, today - timedelta(days=1)), today - MISSED) if planned else today
    return [first + timedelta(days=n) for n in range((today - first).days + 1 + AHEAD)]


def _store(person: PersonId, changes: Changes, held: Key | None, now: int) -> None:
    add_prompts([{"person": person, **_row(one)} for one in changes.new])
    for one in changes.changed:
        free_at = None if one.key == held else now
        its = (person, one.what, one.day.isoformat(), one.number, free_at)
        change_prompt(*its, **_columns(one))


def _row(one: Planned) -> dict[str, object]:
    its = {"what": one.what, "day": one.day.isoformat(), "number": one.number}
    return {**its, **_columns(one)}


def _columns(one: Planned) -> dict[str, Any]:
    state = State.SKIPPED if one.reason else State.WAITING
    return {
        "due": one.due,
        "until": one.until,
        "state": state.value,
        "reason": one.reason.value if one.reason else "",
    }


def _follows(prompt: Prompt, now: int) -> bool:
    """Return whether the prompt that this one follows up was sent so long ago."""
    first = one_prompt(prompt.person_id, prompt.what, prompt.day, 1)
    return first is not None and first.sent is not None and first.sent + FOLLOWS <= now


def _planned_again(prompt: Prompt, now: int) -> str | None:
    key = (prompt.what, date.fromisoformat(prompt.day), prompt.number)
    plan(prompt.person_id, now, key)
    row = one_prompt(prompt.person_id, prompt.what, prompt.day, prompt.number)
    if row is None:
        return Reason.GONE
    if row.state == State.SKIPPED:
        return str(row.reason)
    return MOVED if row.state == State.SENT or row.due > now else None


def _snooze(prompt: Prompt, hours: Hours, now: int) -> str | None:
    if hours.is_quiet(now):  # a flight brought the night
        due = {"due": hours.after_quiet(now), "until": hours.after_quiet(now) + FOLLOWS}
        change_prompt(prompt.person_id, prompt.what, prompt.day, prompt.number, **due)
        return MOVED
    answered = own_checkins(prompt.person_id).limit(1).first()
    is_done = answered is not None and answered.day >= prompt.day
    return Reason.DONE if is_done and prompt.what.endswith(Kind.CHECK_IN) else None
