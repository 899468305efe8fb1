"""How confident one is of meeting a goal, and how well that fits (R12)."""

import pytest

from tests.support.acting import acting_for
from tests.support.make import DAY, HOUR, NOON
from tests.support.plans import TODAY, a_draft, active_goal, meets
from webapp.domain.goals import states
from webapp.domain.goals.confidences import calibration_of, state_confidence
from webapp.domain.goals.goals import goal_of
from webapp.domain.goals.pages import goal_page
from webapp.rules.outbox.entries import VERBS
from webapp.rules.shared.problems import Conflict, Invalid, NotFound

# (stated, met) of ten goals; the Brier score by hand: the squares of 0.1 0.1 0.2 0.9 0.3 0.3 0.5
# 0.5 0.2 0.0 are 0.01 0.01 0.04 0.81 0.09 0.09 0.25 0.25 0.04 0.00, in all 1.59, of ten 0.159.
TEN = [
    (9, True), (9, True), (8, True), (9, False), (7, True),
    (3, False), (5, True), (5, False), (2, False), (10, True),
]  # fmt: skip


def closed(person, sure, *, met):
    goal_id = active_goal(person)
    state_confidence(person.me, goal_id, sure, NOON)
    if met:
        person.sends(meets(goal_id))
    else:
        states.close(person.me, goal_id, "abandoned" if sure == 2 else "not_met", "", NOON)
    return goal_id


def test_on_setting_a_goal_one_tap_says_how_sure_one_is(ana):  # R12
    goal_id = active_goal(ana)
    state_confidence(ana.me, goal_id, 8, NOON)
    assert goal_of(ana.me, goal_id).confidence == 8


@pytest.mark.parametrize("sure", [-1, 11, "7", None, True, 7.5])
def test_only_whole_numbers_from_0_to_10_are_taken(ana, sure):
    with pytest.raises(Invalid):
        state_confidence(ana.me, active_goal(ana), sure, NOON)


def test_a_mistake_can_be_corrected_for_a_day_only(ana):
    goal_id = active_goal(ana)
    for hours in (0, 20):
        state_confidence(ana.me, goal_id, 8, NOON + hours * HOUR)
    with pytest.raises(Conflict):
        state_confidence(ana.me, goal_id, 10, NOON + DAY)


def test_a_closed_goal_is_not_forecast_any_more(ana):
    goal_id = active_goal(ana)
    ana.sends(meets(goal_id))
    with pytest.raises(Conflict):
        state_confidence(ana.me, goal_id, 10, NOON)


def test_with_nine_closed_goals_there_is_not_enough_yet(ana):  # R12
    for sure, met in TEN[:9]:
        closed(ana, sure, met=met)
    calibration = calibration_of(ana.me)
    assert (calibration.goals, calibration.missing, calibration.brier) == (9, 1, None)


def test_from_ten_on_table_and_score_are_those_by_hand(ana):  # R12
    for sure, met in TEN:
        closed(ana, sure, met=met)
    calibration = calibration_of(ana.me)
    assert calibration.brier == pytest.approx(0.159)
    table = [(one.low, one.high, one.met, one.goals) for one in calibration.bins]
    assert table == [(0, 2, 0, 1), (3, 4, 0, 1), (5, 6, 1, 2), (7, 8, 2, 2), (9, 10, 3, 4)]


def test_rescoped_goals_and_those_without_a_number_are_left_out(ana):
    goal_id = active_goal(ana)
    state_confidence(ana.me, goal_id, 8, NOON)
    states.rescope(ana.me, goal_id, "", NOON)
    ana.sends(meets(active_goal(ana)))
    assert calibration_of(ana.me).goals == 0


def test_nobody_else_gets_at_it(ana, cleo):
    goal_id = closed(ana, 8, met=True)
    assert calibration_of(cleo.me).goals == 0
    with pytest.raises(NotFound):
        state_confidence(cleo.me, goal_id, 3, NOON)
    assert a_draft(cleo) != goal_id


def test_a_goal_of_a_team_carries_nobodys_confidence(ana, ben):  # R36
    goal_id, acting = active_goal(ben), acting_for(owner=ben, actor=ana)
    with pytest.raises(NotFound):
        state_confidence(acting, goal_id, 7, NOON)
    with pytest.raises(NotFound):
        calibration_of(acting)
    assert not goal_page(acting, goal_id, TODAY, NOON, "UTC").asks
    assert goal_page(ben.me, goal_id, TODAY, NOON, "UTC").asks
    assert goal_of(ben.me, goal_id).confidence is None


def test_no_entry_of_a_phone_says_how_sure_one_is_of_a_goal():
    fields = frozenset().union(*(verb.fields for verb in VERBS.values()))
    assert not fields & {"sure", "confidence"}
