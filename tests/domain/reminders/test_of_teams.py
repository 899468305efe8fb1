"""What is due in a team: goals that somebody took on, and reviews, where the lead lets remind."""

from datetime import date

import pytest

from tests.domain.reminders.test_planning import MONDAY, plan_all, prompt
from tests.support.make import DAY, HOUR, MINUTE, NOON, Someone, win
from tests.support.owners.some_team import SomeTeam, leave, make_team
from tests.support.plans import active_goal, meets
from webapp.domain.goals.members import give_to_member
from webapp.domain.reminders.planning import still_wanted
from webapp.domain.reminders.team_reviews import review_reminder, set_review_reminder
from webapp.domain.reminders.wishes import store_wishes
from webapp.domain.reviews.reviews import begin, finish
from webapp.domain.reviews.schedules import set_review_schedule
from webapp.domain.teams.acting import acting_of_member
from webapp.rules.reminders.settings import Wishes
from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.rules.shared.ids import id_of_team
from webapp.storage.reminders.prompts import Prompt

TUESDAY, NINE = date(2026, 11, 24), MONDAY + DAY + HOUR
TEN = NINE + HOUR
BERLIN = "Europe/Berlin"


@pytest.fixture
def team(ana: Someone, ben: Someone) -> SomeTeam:
    """Return a team that Ana leads; Ben, who is in it, wants reminders."""
    ben.sends(win())
    store_wishes(ben.me, Wishes(), NOON)
    return make_team("Harbour", ana, ben)


def as_member(team: SomeTeam, someone: Someone):  # type: ignore[no-untyped-def]
    return acting_of_member(id_of_team(team.id), someone.me.id)


def holds(team: SomeTeam, hour: int = 10) -> None:
    plan = ReviewSchedule(weekday=1, time=60 * hour)
    set_review_schedule(team.me, plan, BERLIN, date(2026, 11, 23), NOON)


def of_team(someone: Someone, team: SomeTeam) -> list[tuple[str, int]]:
    rows = Prompt.select().where(Prompt.person == someone.id, Prompt.state == "waiting")
    return [(row.day, row.due) for row in rows if row.what == f"team_review:{team.id}"]


def test_a_goal_that_somebody_took_on_is_due_to_them_alone(
    team: SomeTeam, ana: Someone, ben: Someone
) -> None:
    store_wishes(ana.me, Wishes(), NOON)
    goal = active_goal(team, due=TUESDAY)
    give_to_member(team.me, goal, str(ben.id))
    plan_all(MONDAY)
    what = f"goal:{goal}:{team.id}"
    assert [(row.person_id, row.due) for row in Prompt.select().where(Prompt.what == what)] == [
        (ben.id, NINE)
    ]
    row = prompt(ben, what=what, day="2026-11-24")
    assert still_wanted(row, NINE) is None
    team.sends(meets(goal, at=NINE - MINUTE), now=NINE - MINUTE)  # by another member
    assert still_wanted(row, NINE) in {"done", "gone"}


def test_a_goal_of_a_team_that_somebody_left_is_not_due_to_them(
    team: SomeTeam, ben: Someone
) -> None:
    give_to_member(team.me, active_goal(team, due=TUESDAY), str(ben.id))
    leave(team.id, ben)
    plan_all(MONDAY)
    assert Prompt.select().where(Prompt.what.startswith("goal:")).count() == 0


def test_the_lead_lets_members_be_reminded_of_reviews(
    team: SomeTeam, ana: Someone, ben: Someone
) -> None:
    holds(team)
    plan_all(MONDAY)
    assert of_team(ben, team) == []
    set_review_reminder(as_member(team, ben), 10)  # he is not the lead
    assert review_reminder(team.me) == 0
    set_review_reminder(as_member(team, ana), 10)
    plan_all(MONDAY)
    assert of_team(ben, team) == [("2026-11-24", TEN - 10 * MINUTE)]


def test_a_review_that_is_moved_or_held_already_moves_what_waits(
    team: SomeTeam, ana: Someone, ben: Someone
) -> None:
    holds(team)
    set_review_reminder(as_member(team, ana), 10)
    plan_all(MONDAY)
    holds(team, hour=15)
    set_review_reminder(as_member(team, ana), 60)
    plan_all(MONDAY)
    assert of_team(ben, team) == [("2026-11-24", TEN + 4 * HOUR)]
    row = prompt(ben, what=f"team_review:{team.id}", day="2026-11-24")
    review = begin(team.me, date(2026, 11, 23), MONDAY + HOUR)
    finish(team.me, review, date(2026, 11, 23), MONDAY + 2 * HOUR)
    assert still_wanted(row, TEN + 4 * HOUR) == "done"


def test_nobody_is_reminded_any_more_when_the_lead_says_so(
    team: SomeTeam, ana: Someone, ben: Someone
) -> None:
    holds(team)
    for before in (10, 0):
        set_review_reminder(as_member(team, ana), before)
        plan_all(MONDAY)
    assert of_team(ben, team) == []
