"""Entries for a team: its things change, and the receipt is of the person whose phone sent them."""

import pytest

from tests.support.make import HOUR, NOON, Someone, undo, win
from tests.support.owners.some_team import SomeTeam, leave, make_team
from tests.support.plans import FRIDAYS, active_goal, meets
from webapp.domain.goals import states
from webapp.domain.outbox.for_teams import NOT_YOURS
from webapp.storage.capture.wins import Win
from webapp.storage.goals.goals import Goal
from webapp.storage.outbox.receipts import has_receipt


@pytest.fixture
def team(ana: Someone, ben: Someone) -> SomeTeam:
    return make_team("Harbour", ana, ben)


def verdicts(someone: Someone, *entries: dict[str, object]) -> list[str]:
    """Return what became of entries that a phone sends."""
    return [one.outcome.value for one in someone.sends(*entries).verdicts]


def wins_of(owner: Someone) -> list[str]:
    return [one.what for one in Win.select().where(Win.person == owner.id)]


def test_one_delivery_has_ones_own_and_those_of_a_team(team: SomeTeam, ben: Someone) -> None:
    sent = [win("Mine"), win("Ours", team=team.id), win("Also ours", team=str(team.id))]
    assert verdicts(ben, *sent, win("Mine, too", team="")) == ["stored"] * 4
    assert sorted(wins_of(ben)) == ["Mine", "Mine, too"]
    assert sorted(wins_of(team)) == ["Also ours", "Ours"]


def test_an_entry_that_comes_again_counts_once(team: SomeTeam, ben: Someone) -> None:
    ours = win("Ours", team=team.id)
    assert [*verdicts(ben, ours), *verdicts(ben, ours)] == ["stored", "seen"]
    assert wins_of(team) == ["Ours"]
    assert has_receipt(ben.me.id, ours["id"])


def test_a_stranger_is_refused_and_the_rest_of_the_delivery_taken(
    team: SomeTeam, cleo: Someone
) -> None:
    delivery = cleo.sends(win("Theirs", team=team.id), win("Mine"), win("None", team=999_999_999))
    assert [one.outcome.value for one in delivery.verdicts] == ["refused", "stored", "refused"]
    assert delivery.verdicts[0].problems == delivery.verdicts[2].problems == (NOT_YOURS,)
    assert (wins_of(team), wins_of(cleo)) == ([], ["Mine"])


def test_who_has_left_is_refused_but_for_what_was_stored(team: SomeTeam, ben: Someone) -> None:
    before, after = win("Before", team=team.id), win("After", team=team.id)
    ben.sends(before)
    leave(team.id, ben)
    assert verdicts(ben, before, after) == ["seen", "refused"]
    assert wins_of(team) == ["Before"]


@pytest.mark.parametrize("verb", ["check_in", "edit_win", "decide"])
def test_only_a_win_and_met_wait_on_a_phone_for_a_team(
    verb: str, team: SomeTeam, ben: Someone
) -> None:
    sent = {**win(team=team.id), "verb": verb}
    assert verdicts(ben, sent) == ["refused"]


@pytest.mark.parametrize("number", ["x", "-1", "0", "1e3", 10**12, None, ["1"]])
def test_what_is_no_number_of_a_team_is_refused(number: object, ben: Someone) -> None:
    assert verdicts(ben, win(team=number)) == ["refused"]


def test_a_met_goal_is_one_win_however_many_say_so(
    team: SomeTeam, ana: Someone, ben: Someone
) -> None:
    goal = active_goal(team)
    for someone in (ana, ben):
        assert verdicts(someone, meets(goal, team=team.id)) == ["stored"]
    assert wins_of(team) == [Goal.get().statement]
    assert Win.get().verified


def test_a_goal_that_was_parked_later_is_no_win(team: SomeTeam, ben: Someone) -> None:
    goal = active_goal(team)
    states.park(team.me, goal, NOON + HOUR)
    ben.sends(meets(goal, team=team.id), now=NOON + HOUR)
    assert (wins_of(team), Goal.get().state) == ([], "parked")


def test_each_occurrence_is_a_win_of_its_own(team: SomeTeam, ben: Someone) -> None:
    goal = active_goal(team, FRIDAYS)
    days = ("2026-11-27", "2026-12-04", "2026-12-04")
    ben.sends(*(meets(goal, team=team.id, period=day) for day in days))
    assert len(wins_of(team)) == 2


def test_undo_takes_back_both_goal_and_win(team: SomeTeam, ben: Someone) -> None:
    met = meets(active_goal(team), team=team.id)
    ben.sends(met)
    ben.sends(undo(met, at=NOON + HOUR))
    assert (wins_of(team), Goal.get().state) == ([], "active")


def test_undo_of_one_of_two_leaves_the_goal_met(team: SomeTeam, ana: Someone, ben: Someone) -> None:
    goal = active_goal(team)
    first, second = meets(goal, team=team.id), meets(goal, team=team.id)
    ana.sends(first)
    ben.sends(second)
    ben.sends(undo(second, at=NOON + HOUR))
    assert (len(wins_of(team)), Goal.get().state) == (1, "met")


def test_undo_takes_back_a_win_of_the_team(team: SomeTeam, ben: Someone) -> None:
    ours, mine = win("Ours", team=team.id), win("Mine")
    ben.sends(ours, mine)
    ben.sends(undo(ours, at=NOON + HOUR), undo(mine, at=NOON + HOUR))
    assert (wins_of(team), wins_of(ben)) == ([], [])


def test_an_undo_that_comes_first_keeps_the_entry_from_being_stored(
    team: SomeTeam, ben: Someone
) -> None:
    ours = win("Ours", team=team.id)
    ben.sends(undo(ours, at=NOON + HOUR))
    assert verdicts(ben, ours) == ["seen"]
    assert wins_of(team) == []


def test_the_revs_of_both_rise(team: SomeTeam, ben: Someone) -> None:
    before = (ben.me.rev, team.me.rev)
    ben.sends(win("Ours", team=team.id))
    assert (ben.me.rev, team.me.rev) == (before[0] + 1, before[1] + 1)
