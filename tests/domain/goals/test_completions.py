"""Completing goals and ticking criteria, from a phone (R13, R22, R23)."""

import itertools
import uuid

import pytest

from tests.support.make import DAY, HOUR, MINUTE, NOON, undo
from tests.support.plans import FRIDAYS, READY, TODAY, active_goal, meets, ticks
from webapp.domain.goals import states
from webapp.domain.goals.completed import completion_entry
from webapp.domain.goals.goals import delete_goal, goal_of
from webapp.rules.goals.goals import PlannedCriterion
from webapp.storage.goals.changes import CompletedOccurrence
from webapp.storage.goals.criteria import Tick
from webapp.storage.outbox.receipts import has_receipt


def state(person, goal_id):
    return goal_of(person.me, goal_id).state


def outcome(delivery):
    return [verdict.outcome.value for verdict in delivery.verdicts]


def test_a_goal_is_met_by_an_entry(ana):  # R13
    goal_id = active_goal(ana)
    assert outcome(ana.sends(meets(goal_id))) == ["stored"]
    assert state(ana, goal_id) == "met"


def test_the_same_meeting_sent_twice_counts_once(ana):
    met = meets(active_goal(ana))
    assert outcome(ana.sends(met, met)) == ["stored", "seen"]
    assert outcome(ana.sends(met)) == ["seen"]


def test_undo_takes_it_back(ana):  # R22
    goal_id = active_goal(ana)
    met = meets(goal_id)
    ana.sends(met)
    ana.sends(undo(met))
    assert state(ana, goal_id) == "active"


def test_an_undo_that_overtakes_keeps_it_from_being_met(ana):
    goal_id = active_goal(ana)
    met = meets(goal_id)
    ana.sends(undo(met))
    ana.sends(met)
    assert state(ana, goal_id) == "active"


def test_criteria_are_as_they_were_when_it_is_taken_back(ana):  # R22
    goal_id = active_goal(ana)
    met = meets(goal_id)
    ana.sends(ticks(goal_id, 1, done=True), met)
    ana.sends(undo(met))
    assert [(tick.criterion, tick.done) for tick in Tick.select()] == [(1, True)]


def test_a_goal_that_is_not_there_is_refused_with_the_reason(ana):
    [verdict] = ana.sends(meets(str(uuid.uuid4()))).verdicts
    assert (verdict.outcome, str(verdict.problems[0])) == (
        "refused",
        "That goal is not there any more.",
    )
    assert not has_receipt(ana.id, verdict.id)


def test_anothers_goal_is_refused_as_if_it_were_not_there(ana, cleo):
    goal_id = active_goal(ana)
    theirs, none = cleo.sends(meets(goal_id), meets(str(uuid.uuid4()))).verdicts
    assert theirs.problems == none.problems
    assert state(ana, goal_id) == "active"


def test_what_was_met_before_its_goal_was_deleted_stays_taken(ana):
    goal_id = active_goal(ana)
    met = meets(goal_id)
    ana.sends(met)
    delete_goal(ana.me, goal_id, NOON)
    assert outcome(ana.sends(met)) == ["seen"]


def test_its_neighbours_are_taken_all_the_same(ana):
    goal_id = active_goal(ana)
    assert outcome(ana.sends(meets(str(uuid.uuid4())), meets(goal_id))) == ["refused", "stored"]


@pytest.mark.parametrize(("tapped", "after"), [(NOON + HOUR, "not_met"), (NOON + 3 * HOUR, "met")])
def test_the_later_of_completing_and_closing_decides(ana, tapped, after):
    goal_id = active_goal(ana)
    states.close(ana.me, goal_id, "not_met", "", NOON + 2 * HOUR)
    ana.sends(meets(goal_id, at=tapped), now=NOON + 4 * HOUR)
    assert state(ana, goal_id) == after


def test_a_slow_clock_does_not_keep_a_goal_from_being_met(ana):
    goal_id = active_goal(ana)
    since = goal_of(ana.me, goal_id).state_at
    ana.sends(meets(goal_id, at=NOON - 2 * HOUR, since=since))
    assert state(ana, goal_id) == "met"


def test_two_phones_end_alike_in_any_order(ana):
    for order in itertools.permutations(range(3)):
        goal_id = active_goal(ana, statement=str(order))
        first = meets(goal_id, at=NOON + MINUTE)
        entries = [first, undo(first), meets(goal_id, at=NOON + 1000)]
        for place in order:
            ana.sends(entries[place])
        assert state(ana, goal_id) == "met"


def test_the_latest_word_on_a_criterion_counts(ana):
    goal_id = active_goal(ana, criteria=(PlannedCriterion("", 5, "calls"),))
    words = [ticks(goal_id, 1, value=n, at=NOON + n * MINUTE) for n in (3, 1, 2)]
    ana.sends(words[0])
    ana.sends(*words[1:])
    assert Tick.get().value == 3


def test_a_recurring_plan_is_met_once_per_period_and_goes_on(ana):  # R23
    goal_id = active_goal(ana, FRIDAYS)
    ana.sends(meets(goal_id), meets(goal_id, at=NOON + 7 * DAY), now=NOON + 8 * DAY)
    rows = CompletedOccurrence.select().order_by(CompletedOccurrence.period)
    assert [row.period for row in rows] == ["2026-11-27", "2026-12-04"]
    assert state(ana, goal_id) == "active"


def test_a_missed_period_leaves_no_trace(ana):  # R23: missing one is not a failure notice
    goal_id = active_goal(ana, FRIDAYS)
    ana.sends(meets(goal_id, period="2026-12-11"))
    assert [row.period for row in CompletedOccurrence.select()] == ["2026-12-11"]
    assert state(ana, goal_id) == "active"


@pytest.mark.parametrize("early", [False, True])
def test_with_its_last_occurrence_a_recurring_plan_is_met(ana, early):  # R22, R23
    goal_id = active_goal(ana, FRIDAYS)
    met = meets(goal_id, at=NOON + (25 if early else 26) * DAY)
    ana.sends(met, now=NOON + 27 * DAY)
    goal = goal_of(ana.me, goal_id)
    assert (goal.state, CompletedOccurrence.get().period) == ("met", "2026-12-18")
    assert completion_entry(ana.me, goal, TODAY) == met["id"]
    ana.sends(undo(met), now=NOON + 27 * DAY)
    assert (state(ana, goal_id), CompletedOccurrence.select().count()) == ("active", 0)


def test_a_period_can_be_taken_back(ana):
    goal_id = active_goal(ana, FRIDAYS)
    met = meets(goal_id)
    ana.sends(met)
    assert completion_entry(ana.me, goal_of(ana.me, goal_id), TODAY) == met["id"]
    ana.sends(undo(met))
    assert completion_entry(ana.me, goal_of(ana.me, goal_id), TODAY) is None


def test_ticks_of_one_period_are_not_those_of_the_next(ana):
    goal_id = active_goal(ana, FRIDAYS)
    ana.sends(ticks(goal_id, 1, done=True), ticks(goal_id, 1, done=True, period="2026-12-04"))
    assert {tick.period for tick in Tick.select()} == {"2026-11-27", "2026-12-04"}


@pytest.mark.parametrize(
    "bad",
    [
        {"since": -1}, {"since": "x"}, {"since": True}, {"period": "soon"}, {"period": 7},
        {"period": "2027-02-29"}, {"state": "met"}, {"target": "x"},
    ],
)  # fmt: skip
def test_a_meeting_that_makes_no_sense_is_refused(ana, bad):
    goal_id = active_goal(ana)
    assert outcome(ana.sends(meets(goal_id) | {"fields": {"target": goal_id, **bad}})) == [
        "refused"
    ]


@pytest.mark.parametrize(
    "bad", [{"criterion": 0}, {"criterion": "1"}, {"done": 1}, {"value": "x"}, {"value": 1e300}]
)
def test_a_tick_that_makes_no_sense_is_refused(ana, bad):
    goal_id = active_goal(ana)
    fields = {"target": goal_id, "criterion": 1, **bad}
    assert outcome(ana.sends(ticks(goal_id, 1) | {"fields": fields})) == ["refused"]


def test_a_parked_goal_that_was_met_later_is_met(ana):
    goal_id = active_goal(ana, READY)
    states.park(ana.me, goal_id, NOON)
    ana.sends(meets(goal_id, at=NOON + HOUR), now=NOON + HOUR)
    assert state(ana, goal_id) == "met"
