"""Wins of a team's own: one tap on its board, also by a phone that had no connection."""

import pytest

from tests.support.make import NOON, Someone, undo, win
from tests.support.owners.teams import a_team, leaves
from tests.web.conftest import Browser
from tests.web.teams.test_boards import listed
from webapp.storage.account.teams import Team
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.shared_wins import SharedWin


@pytest.fixture
def team(ana: Someone, ben: Someone) -> int:
    """Return the number of a team of Ana and Ben."""
    return a_team(ana, "Platform", ben)


@pytest.mark.parametrize("said", ["Shipped it", ""])
def test_a_member_logs_a_win_of_the_teams_own_with_one_tap(
    as_ben: Browser, as_ana: Browser, team: int, said: str
) -> None:
    answer = as_ben.post(f"/teams/{team}/wins/", what=said, kind="milestone")
    assert (answer.status_code, answer.location) == (303, f"/teams/{team}")
    assert listed(as_ana, f"/teams/{team}") == [said or "Milestone"]
    assert [row.person_id for row in SharedWin.select()] == [team]
    assert listed(as_ana, f"/teams/{team}?person={team}") == [said or "Milestone"]
    assert said not in as_ben.get("/wins/").text or not said


def test_a_tap_for_the_team_that_waited_on_the_phone_is_stored_once_and_taken_back(
    as_ana: Browser, ben: Someone, team: int
) -> None:
    tap = win("Shipped it", team=str(team))
    assert [one.outcome for one in ben.sends(tap, tap).verdicts] == ["stored", "seen"]
    assert listed(as_ana, f"/teams/{team}") == ["Shipped it"]
    ben.sends(undo(tap))
    assert listed(as_ana, f"/teams/{team}") == []


@pytest.mark.parametrize("how", ["left", "archived"])
def test_a_tap_for_a_team_that_was_left_or_archived_is_refused_with_a_reason(
    as_ana: Browser, ben: Someone, team: int, how: str
) -> None:
    if how == "left":
        leaves(ben, team)
    else:
        Team.update(archived=NOON).execute()
        Membership.update(archived=NOON).execute()
    [verdict] = ben.sends(win("Shipped it", team=str(team))).verdicts
    assert verdict.outcome == "refused"
    assert verdict.problems
    assert listed(as_ana, f"/teams/{team}") == []
