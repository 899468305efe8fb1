"""Entries give the same result in any order, in any batches and repeated."""

import random
import uuid

import pytest

from tests.support.make import (
    DAY,
    HOUR,
    MINUTE,
    NOON,
    decide,
    edit,
    entry,
    make_person,
    question,
    rating,
    reopen,
    undo,
    win,
)
from webapp.storage.capture.checkins import own_checkins
from webapp.storage.capture.revisions import FieldRevision
from webapp.storage.capture.wins import own_wins
from webapp.storage.decisions.decisions import DecisionStep, own_decisions
from webapp.storage.goals.changes import CompletedOccurrence, GoalChange
from webapp.storage.goals.criteria import Tick
from webapp.storage.goals.goals import Goal
from webapp.storage.outbox.receipts import Receipt

ARRIVAL = NOON + 3 * HOUR
GOALS = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"]


# `make quick` has the first of them.
SEEDS = [pytest.param(seed, marks=[pytest.mark.long] * (seed >= 40)) for seed in range(200)]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_history_ends_the_same_however_it_was_delivered(db, seed):
    rng = random.Random(seed)
    entries = history(rng)
    straight, shuffled = make_person("Ana"), make_person("Ben")
    for person in (straight, shuffled):
        make_goals(person)
    straight.sends(*entries, now=ARRIVAL)
    for batch in batches(rng, entries):
        shuffled.sends(*batch, now=ARRIVAL)
    assert state(shuffled) == state(straight)


def history(rng):
    """Return three wins, a check-in, two decisions and changes of them, oldest first.

    Edits and steps come from two phones, goals are met, and some of it is undone.
    """
    taps = [win(f"Win {n}", id=new_id(rng), at=moment(rng)) for n in range(3)]
    answer = rating(rng.randrange(11), id=new_id(rng), at=moment(rng))
    asked = [question(f"Q {n}", id=new_id(rng), at=moment(rng)) for n in range(2)]
    made = [an_edit(rng, rng.choice(taps)) for _ in range(rng.randrange(8))]
    for _ in range(rng.randrange(3)):
        said = rng.choice([{"note": f"note {rng.randrange(100)}"}, {"rating": rng.randrange(11)}])
        made.append(entry("edit_check_in", at=right_moment(rng), target=answer["id"], **said))
    steps = [a_step(rng, rng.choice(asked)) for _ in range(rng.randrange(6))]
    completions = [completion(rng) for _ in range(rng.randrange(4))]
    made += [*steps, *completions, *(tick(rng) for _ in range(rng.randrange(4)))]
    for late in made:
        late["id"] = new_id(rng)
    for _ in range(rng.choice([0, 0, 1, 2, 3])):
        gone = rng.choice([*taps, answer, *asked, *steps, *completions])
        made.append({**undo(gone, at=moment(rng)), "id": new_id(rng)})
    return [*taps, answer, *asked, *made]


def make_goals(person):
    """Store one goal that is met once and one that recurs, equal for all people."""
    owner = person.me.owner
    common = {"owner": owner, "state": "active", "state_at": NOON, "created": NOON}
    Goal.create(id=GOALS[0], due="2026-11-27", **common)
    Goal.create(id=GOALS[1], due="2026-12-18", cadence="weekly", weekdays=0b0010000, **common)
    for goal in GOALS:
        change = {"id": str(uuid.uuid5(uuid.NAMESPACE_OID, goal)), "goal": goal, "at": NOON}
        GoalChange.create(owner=owner, state="active", statement="", **change)


def completion(rng):
    """Return an entry that meets one of the goals, as the phone first saw it."""
    return entry("meet_goal", at=right_moment(rng), target=rng.choice(GOALS), since=NOON)


def tick(rng):
    """Return an entry that ticks a criterion of one of the goals, or clears it."""
    said = {"criterion": rng.choice([1, 2]), "done": rng.random() < 0.6}
    return entry("tick_criterion", at=right_moment(rng), target=rng.choice(GOALS), **said)


def an_edit(rng, tap):
    """Return an edit of some fields of a win or of its time, from a phone anywhere.

    Its clock is right. With a wrong clock the phone's sequence and the moment of arrival
    decide, so that the deliveries do matter (see test_revisions.py).
    """
    fields = rng.sample(["what", "impact", "next_step", "happened"], rng.randint(1, 3))
    values = {field: f"{field} {rng.randrange(100)}" for field in fields}
    if "happened" in values:
        then = NOON - rng.randrange(72) * HOUR
        values["happened"] = {"at": then, "offset": rng.choice([840, -720, 60]), "zone": "UTC"}
    return edit(tap, at=right_moment(rng), **values)


def a_step(rng, asked):
    """Return an entry that decides or reopens a decision, at one of few moments."""
    if rng.random() < 0.4:
        return reopen(asked, at=right_moment(rng))
    return decide(asked, at=right_moment(rng), outcome=f"outcome {rng.randrange(100)}")


def moment(rng):
    """Return one of few moments, so that some are equal; some are of wrong clocks."""
    wrong = rng.choice([0, NOON + 9 * DAY])
    return rng.choices([right_moment(rng), wrong], [9, 1])[0]


def right_moment(rng):
    """Return one of few moments, so that some are equal."""
    return NOON + rng.randrange(20) * MINUTE


def new_id(rng):
    """Return a UUID that is the same for the same seed."""
    return str(uuid.UUID(int=rng.getrandbits(128)))


def batches(rng, entries):
    """Return all entries shuffled, in batches of any size, some of them repeated."""
    sent = entries + rng.sample(entries, rng.randrange(len(entries)))
    rng.shuffle(sent)
    while sent:
        size = rng.randint(1, 6)
        yield sent[:size]
        del sent[:size]


def state(person):
    """Return all that is stored of a person, without whose it is."""
    kept = {
        "wins": own_wins(person.id),
        "check-ins": own_checkins(person.id),
        "decisions": own_decisions(person.me.owner),
        "steps": DecisionStep.select().where(DecisionStep.owner == person.me.owner),
        "history": FieldRevision.select().where(FieldRevision.person == person.id),
        "goals": Goal.select().where(Goal.owner == person.me.owner),
        "changes": GoalChange.select().where(GoalChange.owner == person.me.owner),
        "occurrences": CompletedOccurrence.select().where(
            CompletedOccurrence.owner == person.me.owner
        ),
        "ticks": Tick.select().where(Tick.owner == person.me.owner),
        "receipts": Receipt.select().where(Receipt.person == person.id),
    }
    return {name: sorted(map(content, query.dicts()), key=str) for name, query in kept.items()}


def content(row):
    """Return a stored row without its person."""
    return {name: value for name, value in row.items() if name not in {"person", "owner"}}
