"""A win that came of a goal met by its criteria is measurable: they were checked one by one."""

from dataclasses import replace
from itertools import permutations

import pytest

from tests.support.make import DAY, NOON, edit, undo, win
from tests.support.plans import FRIDAYS, READY, a_draft, active_goal, an_objective, meets
from webapp.domain.goals.goals import change_goal, delete_goal
from webapp.domain.objectives.objectives import delete_objective
from webapp.domain.outbox.deletions import delete_win, undo_deletion
from webapp.domain.outbox.rebuild import rebuild
from webapp.storage.capture.wins import Win
from webapp.storage.goals.goals import Goal

LATER = NOON + 60 * DAY


def counts():
    """Return of each win whether it is verified, and whether it is counted."""
    return [(one.verified, one.counted) for one in Win.select().order_by(Win.happened)]


def of_goal(goal_id, objective="", **more):
    """Return an entry that logs a win of a goal, with an impact without a number."""
    served = [objective] if objective else []
    return win("Page sent", goal=goal_id, objectives=served, impact="Faster decisions", **more)


def test_the_win_of_a_met_goal_counts_without_a_number(ana):
    goal_id = active_goal(ana)
    ana.sends(meets(goal_id), of_goal(goal_id, an_objective(ana)))
    assert counts() == [(True, True)]


def test_without_an_objective_only_that_is_missing(ana):
    goal_id = active_goal(ana)
    ana.sends(meets(goal_id), of_goal(goal_id))
    assert counts() == [(True, False)]


def test_a_goal_that_is_not_met_or_has_no_criteria_verifies_nothing(ana):
    bare = a_draft(ana, replace(READY, criteria=()))
    ana.sends(meets(bare), of_goal(bare, an_objective(ana)), of_goal(active_goal(ana)))
    assert counts() == [(False, False), (False, False)]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_of_arrival_makes_no_difference(ana, order):
    goal_id, objective = active_goal(ana), an_objective(ana)
    tap, other, met = win("Page sent", objectives=[objective]), of_goal(goal_id), meets(goal_id)
    entries = [tap, edit(tap, goal=goal_id), edit(other, goal=""), met]
    for at in order:
        ana.sends(entries[at], *([other] if at == 0 else []))
    assert sorted(counts()) == [(False, False), (True, True)]
    assert rebuild()[1] == 0


def test_undoing_the_meeting_takes_it_back(ana):
    goal_id = active_goal(ana)
    met = meets(goal_id)
    ana.sends(met, of_goal(goal_id, an_objective(ana)))
    ana.sends(undo(met))
    assert counts() == [(False, False)]


def test_of_a_recurring_goal_an_occurrence_verifies_the_wins_around_it(ana):
    goal_id = active_goal(ana, FRIDAYS)
    met = meets(goal_id)
    soon, next_week = (of_goal(goal_id, at=NOON + time) for time in (DAY // 2, 7 * DAY))
    ana.sends(met, soon, next_week, now=LATER)
    assert [verified for verified, _ in counts()] == [True, False]
    ana.sends(undo(met), now=LATER)
    assert [verified for verified, _ in counts()] == [False, False]


def test_a_win_that_is_moved_to_another_week_is_judged_again(ana):
    goal_id = active_goal(ana, FRIDAYS)
    tap = of_goal(goal_id)
    ana.sends(meets(goal_id), tap)
    moment = {"at": NOON - 7 * DAY, "offset": 60, "zone": "Europe/Berlin"}
    ana.sends(edit(tap, happened=moment))
    assert counts() == [(False, False)]


def test_a_recurring_goal_that_loses_its_criteria_verifies_nothing(ana):
    goal_id = active_goal(ana, FRIDAYS)
    ana.sends(meets(goal_id), of_goal(goal_id))
    Goal.update(state="parked").execute()
    change_goal(ana.me, goal_id, replace(FRIDAYS, criteria=()), FRIDAYS.due, NOON)
    assert counts() == [(False, False)]


def test_a_deleted_goal_verifies_nothing_until_it_is_restored(ana):
    goal_id = active_goal(ana)
    ana.sends(meets(goal_id), of_goal(goal_id, an_objective(ana)))
    deletion = delete_goal(ana.me, goal_id, NOON)
    assert counts() == [(False, False)]
    undo_deletion(ana.me, deletion, NOON)
    assert counts() == [(True, True)]


def test_a_restored_win_is_judged_again(ana):
    goal_id = active_goal(ana)
    met, tap = meets(goal_id), of_goal(goal_id, an_objective(ana))
    ana.sends(met, tap)
    deletion = delete_win(ana.me, tap["id"], NOON)
    ana.sends(undo(met))
    undo_deletion(ana.me, deletion, NOON)
    assert counts() == [(False, False)]


def test_a_restored_objective_makes_it_count_again(ana):
    goal_id, objective = active_goal(ana), an_objective(ana)
    ana.sends(meets(goal_id), of_goal(goal_id, objective))
    deletion = delete_objective(ana.me, objective, NOON)
    assert counts() == [(True, False)]
    undo_deletion(ana.me, deletion, NOON)
    assert counts() == [(True, True)]


def test_nobody_elses_goal_verifies_a_win(ana, ben):
    goal_id = active_goal(ben)
    ben.sends(meets(goal_id))
    ana.sends(of_goal(goal_id, an_objective(ana)))
    assert counts() == [(False, False)]


def test_a_rebuild_corrects_it(ana):
    goal_id = active_goal(ana)
    ana.sends(meets(goal_id), of_goal(goal_id, an_objective(ana)))
    Win.update(verified=False, counted=False).execute()
    assert rebuild() == (1, 1)
    assert counts() == [(True, True)]
