"""How often kinds and objectives are meant to see something (R46)."""

from dataclasses import replace

import pytest

from tests.support.make import NOON
from tests.support.plans import FRIDAYS as WEEKLY
from tests.support.plans import READY, TODAY, active_goal, an_objective
from webapp.domain.goals.cadences import cadences_of, choose_cadence
from webapp.domain.goals.goals import change_goal, goal_of
from webapp.domain.goals.plans import plan_of
from webapp.rules.capture.fields import WinKind
from webapp.rules.goals.cadences import PURPOSES, Cadence, Frequency, parse_cadence
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.shared.schedule import Every

FRIDAYS = Cadence(Frequency.WEEKLY, 0b0010000)


def cadences(person):
    return {one.subject: one.cadence and one.cadence.every for one in cadences_of(person.me)}


def test_each_kind_has_its_own_cadence_and_says_what_it_does_for_confidence(ana):  # R46
    assert cadences(ana) == {"quick": "daily", "milestone": "weekly", "process": "monthly"}
    assert [one.purpose for one in cadences_of(ana.me)] == [PURPOSES[kind] for kind in WinKind]


def test_it_can_be_another_for_each_person(ana, ben):  # R46
    for cadence in (Cadence(Frequency.MONTHLY), FRIDAYS):
        choose_cadence(ana.me, "quick", cadence)
    assert (cadences(ana)["quick"], cadences(ben)["quick"]) == ("weekly", "daily")


def test_a_goal_has_its_own_and_can_get_another(ana):  # R46
    goal_id = active_goal(ana, WEEKLY)
    daily = replace(WEEKLY, schedule=replace(READY.schedule, every=Every.DAILY))
    change_goal(ana.me, goal_id, daily, TODAY, NOON)
    assert plan_of(ana.me, goal_of(ana.me, goal_id)).schedule.every == "daily"


def test_an_objective_can_have_one(ana):  # R46
    objective = an_objective(ana)
    assert cadences(ana)[objective] is None
    choose_cadence(ana.me, objective, FRIDAYS)
    assert cadences_of(ana.me)[-1].cadence == FRIDAYS


def test_anothers_objective_and_what_is_none_have_none(ana, cleo):
    for subject in (an_objective(ana), "heroic"):
        with pytest.raises(NotFound):
            choose_cadence(cleo.me, subject, FRIDAYS)


@pytest.mark.parametrize(("every", "days"), [("hourly", []), (None, []), ("weekly", ["7"])])
def test_what_is_no_cadence_is_refused(every, days):
    with pytest.raises(Invalid):
        parse_cadence(every, days)


def test_a_monthly_one_has_no_weekdays():
    assert parse_cadence("monthly", ["1"]) == Cadence(Frequency.MONTHLY)
