"""Entries for a team: its things change, and the receipt is of the person whose phone sent them."""

import pytest

from tests.support.make import HOUR, NOON, Someone, undo, win
from tests.support.owners.some_team import SomeTeam, leave, make_team
from tests.support.plans import FRIDAYS, active_goal, meets
from tests.support.queries import counted_queries
from webapp.domain.goals import states
from webapp.domain.goals.members import give_to_member
from webapp.domain.outbox.for_teams import NOT_YOURS
from webapp.domain.outbox.whose import with_teams
from webapp.rules.outbox.entries import parse_entry
from webapp.storage.capture.wins import Win
from webapp.storage.goals.goals import Goal
from webapp.storage.outbox.receipts import has_receipt
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.shared_wins import SharedWin


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


def test_undo_takes_a_win_of_the_team_off_its_board(team: SomeTeam, ben: Someone) -> None:
    ours = win("Ours", team=team.id, visibility="team")
    ben.sends(ours)
    assert [row.win for row in SharedWin.select()] == [ours["id"]]
    ben.sends(undo(ours, at=NOON + HOUR))
    assert not SharedWin.select().exists()


def test_an_undo_that_comes_first_keeps_the_entry_from_being_stored(
    team: SomeTeam, ben: Someone
) -> None:
    ours = win("Ours", team=team.id)
    ben.sends(undo(ours, at=NOON + HOUR))
    assert verdicts(ben, ours) == ["seen"]
    assert wins_of(team) == []


def test_an_undo_that_comes_together_with_its_entry_takes_it_back(
    team: SomeTeam, ben: Someone
) -> None:
    ours, met = win("Ours", team=team.id), meets(active_goal(team))
    ben.sends(ours, met, undo(ours), undo(met, at=NOON + HOUR))
    assert (wins_of(team), Goal.get().state) == ([], "active")


def test_an_undo_for_a_team_that_was_left_is_refused(team: SomeTeam, ben: Someone) -> None:
    ours = win("Ours", team=team.id)
    ben.sends(ours)
    leave(team.id, ben)
    [verdict] = ben.sends(undo(ours)).verdicts
    assert (verdict.outcome.value, verdict.problems) == ("refused", (NOT_YOURS,))
    assert wins_of(team) == ["Ours"]


def test_who_has_left_may_take_back_what_was_not_stored(team: SomeTeam, ben: Someone) -> None:
    leave(team.id, ben)
    ours = win("Ours", team=team.id)
    assert verdicts(ben, ours, undo(ours)) == ["refused", "stored"]
    Membership.update(left=None).execute()
    assert verdicts(ben, ours) == ["seen"]


def test_a_second_undo_of_what_was_never_stored_is_taken_too(team: SomeTeam, ben: Someone) -> None:
    ours = win("Ours", team=team.id)
    ben.sends(undo(ours))
    leave(team.id, ben)
    assert verdicts(ben, ours, undo(ours)) == ["seen", "stored"]


def test_a_goal_that_a_member_met_is_found_whoever_has_it_now(
    team: SomeTeam, ana: Someone, ben: Someone
) -> None:
    for member in (ben, ana, None):
        goal = active_goal(team)
        give_to_member(team.me, goal, str(member.id) if member else "")
        assert verdicts(ben, meets(goal)) == ["stored"]
    assert len(wins_of(team)) == 3


def test_what_is_taken_back_is_found_in_one_query_however_many_teams_there_are(
    ana: Someone, ben: Someone
) -> None:
    asked = []
    for number in (1, 5):
        teams = [make_team(f"Team {number}.{at}", ana, ben) for at in range(number)]
        ours = [win("Ours", team=teams[0].id) for _ in range(number * 4)]
        ben.sends(*ours)
        with counted_queries() as queries:
            with_teams(ben.me, [parse_entry(undo(one), NOON) for one in ours])
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_the_revs_of_both_rise(team: SomeTeam, ben: Someone) -> None:
    before = (ben.me.rev, team.me.rev)
    ben.sends(win("Ours", team=team.id))
    assert (ben.me.rev, team.me.rev) == (before[0] + 1, before[1] + 1)
