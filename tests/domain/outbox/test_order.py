"""Entries mean the same in whatever order, batches and repetitions they arrive."""

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


@pytest.mark.parametrize("seed", range(200))
def test_a_history_ends_the_same_however_it_was_delivered(db, seed):
    chance = random.Random(seed)
    entries = history(chance)
    straight, shuffled = make_person("Ana"), make_person("Ben")
    for person in (straight, shuffled):
        make_goals(person)
    straight.sends(*entries, now=ARRIVAL)
    for batch in batches(chance, entries):
        shuffled.sends(*batch, now=ARRIVAL)
    assert state(shuffled) == state(straight)


def history(chance):
    """Three wins, a check-in and two decisions, with what was done to them, in that order.

    Edits and steps come from two phones, goals are met, and some of all that is taken back.
    """
    taps = [win(f"Win {n}", id=new_id(chance), at=moment(chance)) for n in range(3)]
    answer = rating(chance.randrange(11), id=new_id(chance), at=moment(chance))
    asked = [question(f"Q {n}", id=new_id(chance), at=moment(chance)) for n in range(2)]
    made = [an_edit(chance, chance.choice(taps)) for _ in range(chance.randrange(8))]
    for _ in range(chance.randrange(3)):
        note = {"target": answer["id"], "note": f"note {chance.randrange(100)}"}
        made.append(entry("edit_check_in", at=right_moment(chance), **note))
    steps = [a_step(chance, chance.choice(asked)) for _ in range(chance.randrange(6))]
    completions = [completion(chance) for _ in range(chance.randrange(4))]
    made += [*steps, *completions, *(tick(chance) for _ in range(chance.randrange(4)))]
    for late in made:
        late["id"] = new_id(chance)
    for _ in range(chance.choice([0, 0, 1, 2, 3])):
        gone = chance.choice([*taps, answer, *asked, *steps, *completions])
        made.append({**undo(gone, at=moment(chance)), "id": new_id(chance)})
    return [*taps, answer, *asked, *made]


def make_goals(person):
    """One goal for once and one that recurs, the same for everybody."""
    owner = person.me.owner
    common = {"owner": owner, "state": "active", "state_at": NOON, "created": NOON}
    Goal.create(id=GOALS[0], due="2026-11-27", **common)
    Goal.create(id=GOALS[1], due="2026-12-18", cadence="weekly", weekdays=0b0010000, **common)
    for goal in GOALS:
        change = {"id": str(uuid.uuid5(uuid.NAMESPACE_OID, goal)), "goal": goal, "at": NOON}
        GoalChange.create(owner=owner, state="active", statement="", **change)


def completion(chance):
    """One of the goals is met, as the phone saw it at first."""
    return entry("meet_goal", at=right_moment(chance), target=chance.choice(GOALS), since=NOON)


def tick(chance):
    """A criterion of one of the goals is met, or is not."""
    said = {"criterion": chance.choice([1, 2]), "done": chance.random() < 0.6}
    return entry("tick_criterion", at=right_moment(chance), target=chance.choice(GOALS), **said)


def an_edit(chance, tap):
    """New words for some of the fields of a win, or another time, from a phone anywhere.

    Its clock is right: where it is wrong the phone's own sequence in a delivery decides, and the
    moment of arrival, so that it does matter how things were delivered (see test_revisions.py).
    """
    fields = chance.sample(["what", "impact", "next_step", "happened"], chance.randint(1, 3))
    values = {field: f"{field} {chance.randrange(100)}" for field in fields}
    if "happened" in values:
        then = NOON - chance.randrange(72) * HOUR
        values["happened"] = {"at": then, "offset": chance.choice([840, -720, 60]), "zone": "UTC"}
    return edit(tap, at=right_moment(chance), **values)


def a_step(chance, asked):
    """A decision decided or opened again, at one of few moments."""
    if chance.random() < 0.4:
        return reopen(asked, at=right_moment(chance))
    return decide(asked, at=right_moment(chance), outcome=f"outcome {chance.randrange(100)}")


def moment(chance):
    """One of few moments, so that some are equal; some by clocks that cannot be right."""
    wrong = chance.choice([0, NOON + 9 * DAY])
    return chance.choices([right_moment(chance), wrong], [9, 1])[0]


def right_moment(chance):
    """One of few moments, so that some are equal."""
    return NOON + chance.randrange(20) * MINUTE


def new_id(chance):
    """A UUID that is the same for the same seed."""
    return str(uuid.UUID(int=chance.getrandbits(128)))


def batches(chance, entries):
    """All entries shuffled, cut anywhere, some of them sent once more."""
    sent = entries + chance.sample(entries, chance.randrange(len(entries)))
    chance.shuffle(sent)
    while sent:
        size = chance.randint(1, 6)
        yield sent[:size]
        del sent[:size]


def state(person):
    """All that is stored of a person, but for whose it is."""
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
    """A stored row without the person it belongs to."""
    return {name: value for name, value in row.items() if name not in {"person", "owner"}}
