"""Objectives of a team: offered in the form of a win, and judged when it arrives (R31, R32)."""

from collections.abc import Callable

import pytest

from tests.domain.teams.boards import shared, told
from tests.support.make import DAY, NOON, Someone, edit, win
from tests.support.owners.teams import a_team, joins, leaves
from tests.support.queries import counted_queries
from webapp.domain.account.acting import Acting
from webapp.domain.capture.options import options_of
from webapp.domain.objectives.lattice_templates import start_lattice
from webapp.domain.objectives.names import names_of
from webapp.domain.objectives.objectives import add_objective, change_objective, delete_objective
from webapp.domain.outbox.deletions import delete_win, undo_deletion
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.teams import archive_team, rename_team, restore_team
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.ids import TeamId
from webapp.storage.capture.wins import Win, WinLink
from webapp.storage.objectives.objectives import Objective
from webapp.storage.teams.shared_wins import SharedWin

FASTER = ObjectiveFields("Faster builds")


@pytest.fixture
def faster(ana: Someone, platform: TeamId) -> str:
    """Return the id of an objective of the team."""
    return add_objective(acting_for_team(platform, ana.me.id), FASTER, NOON)


def labels(someone: Someone) -> list[str]:
    """Return the objectives that the form of somebody's wins offers, as they read."""
    offered = options_of(someone.me).objectives
    return [label.translate({0x2068: None, 0x2069: None}) for _, label in offered]


def under(team: TeamId) -> dict[str, str]:
    """Return the objective under which each win on a board is, by its words."""
    return {row.what: row.objective for row in SharedWin.select().where(SharedWin.team == team)}


def test_the_form_offers_them_to_every_member_after_ones_own(
    ana: Someone, ben: Someone, cleo: Someone, faster: str, platform: TeamId
) -> None:
    add_objective(ben.me, ObjectiveFields("Write well"), NOON)
    assert labels(ben) == ["Write well", "Faster builds · Platform"]
    assert labels(ana) == ["Faster builds · Platform"]
    assert labels(cleo) == []
    joins(cleo, platform, ana)
    assert labels(cleo) == ["Faster builds · Platform"]


def test_what_happens_to_an_objective_is_seen_in_the_form(
    ana: Someone, ben: Someone, faster: str, platform: TeamId
) -> None:
    acting = acting_for_team(platform, ana.me.id)
    change_objective(acting, faster, ObjectiveFields("Quicker"))
    assert labels(ben) == ["Quicker · Platform"]
    rename_team(platform, "Ground", NOON)
    assert labels(ben) == ["Quicker · Ground"]
    change_objective(acting, faster, ObjectiveFields("Quicker", state="dropped"))
    assert labels(ben) == []
    change_objective(acting, faster, ObjectiveFields("Quicker", state="reached"))
    deleted = delete_objective(acting, faster, NOON)
    assert labels(ben) == []
    undo_deletion(acting, deleted, NOON)
    assert labels(ben) == ["Quicker · Ground"]


def test_a_lattice_from_a_template_is_offered(ana: Someone, platform: TeamId) -> None:
    acting: Acting = acting_for_team(platform, ana.me.id)
    start_lattice(acting, "quality", FASTER, [ObjectiveFields("Tests")], None, NOON)
    assert labels(ana) == ["Faster builds · Platform", "Tests · Platform"]


def test_of_many_the_newest_open_ones_are_offered(ana: Someone, platform: TeamId) -> None:
    acting = acting_for_team(platform, ana.me.id)
    for number in range(31):
        state = "reached" if number == 30 else "open"
        add_objective(acting, ObjectiveFields(f"No. {number}", state=state), NOON + number)
    offered = labels(ana)
    assert len(offered) == 30
    assert "No. 30 · Platform" not in offered


def _leave(ana: Someone, ben: Someone, team: TeamId) -> None:
    leaves(ben, team)


def _archive(ana: Someone, ben: Someone, team: TeamId) -> None:
    archive_team(ana.me, team, NOON)


@pytest.mark.parametrize("end", [_leave, _archive])
def test_a_team_that_was_left_or_archived_offers_nothing(
    ana: Someone, ben: Someone, faster: str, platform: TeamId, end: Callable[..., None]
) -> None:
    end(ana, ben, platform)
    assert labels(ben) == []


def test_one_who_is_in_no_team_costs_no_statement_more(cleo: Someone) -> None:
    with counted_queries() as queries:
        names_of(cleo.me)
    assert not any("membership" in one for one in queries)


def test_a_win_is_shown_under_the_objective_of_its_team(
    ana: Someone, ben: Someone, faster: str, platform: TeamId
) -> None:
    own = add_objective(ben.me, ObjectiveFields("Write well"), NOON)
    ben.sends(shared(platform, "Cut it", objectives=[own, faster]))
    ben.sends(shared(platform, "Private reasons", objectives=[own]))
    assert under(platform) == {"Cut it": faster, "Private reasons": ""}
    assert told(ben) == []
    assert names_of(ben.me).of_objectives(f"{own} {faster}") == (*("Write well", "Faster builds"),)


def test_filed_later_and_by_a_tap_before_the_win_it_is_there_too(
    ben: Someone, faster: str, platform: TeamId
) -> None:
    late, early = shared(platform, "Late"), shared(platform, "Early")
    ben.sends(late, edit(late, objectives=[faster]))
    ben.sends(edit(early, objectives=[faster]))
    ben.sends(early)
    assert under(platform) == {"Late": faster, "Early": faster}


@pytest.mark.parametrize("how", ["logged", "edited"])
def test_under_an_objective_that_is_not_the_teams_it_is_stored_and_its_owner_told(
    ana: Someone, ben: Someone, platform: TeamId, how: str
) -> None:
    sales = a_team(ana, "Sales")
    other = add_objective(acting_for_team(sales, ana.me.id), ObjectiveFields("Sell"), NOON)
    one = shared(platform, "Cut it", objectives=[other] if how == "logged" else [])
    ben.sends(one, *([edit(one, objectives=[other])] if how == "edited" else []))
    assert under(platform) == {"Cut it": ""}
    assert Win.get().objectives == other
    assert told(ben) == [("win_unfiled", "Cut it")]


def test_of_one_that_was_deleted_meanwhile_its_owner_is_told(
    ana: Someone, ben: Someone, faster: str, platform: TeamId
) -> None:
    delete_objective(acting_for_team(platform, ana.me.id), faster, NOON)
    ben.sends(shared(platform, "One", objectives=[faster]), shared(platform, "Two"))
    ben.sends(win("Private", objectives=[faster]))
    assert under(platform) == {"One": "", "Two": ""}
    assert told(ben) == [("win_unfiled", "One")]


def test_an_edit_of_other_words_says_it_no_second_time(
    ana: Someone, ben: Someone, faster: str, platform: TeamId
) -> None:
    delete_objective(acting_for_team(platform, ana.me.id), faster, NOON)
    one = shared(platform, "One", objectives=[faster])
    ben.sends(one)
    ben.sends(edit(one, what="Other words"))
    assert told(ben) == [("win_unfiled", "One")]


@pytest.mark.parametrize("first", [0, 1])
def test_moved_to_another_team_by_two_devices_it_is_under_that_teams_or_others(
    ana: Someone, ben: Someone, faster: str, platform: TeamId, first: int
) -> None:
    sales = a_team(ben, "Sales")
    sell = add_objective(acting_for_team(sales, ben.me.id), ObjectiveFields("Sell"), NOON)
    one = shared(platform, "One", objectives=[faster])
    ben.sends(one)
    moves = [
        edit(one, at=NOON + DAY, visibility=f"team:{sales}", objectives=[faster, sell]),
        edit(one, at=NOON + DAY - 1, visibility=f"team:{platform}", objectives=[faster]),
    ]
    for entry in (moves[first], moves[1 - first]):
        ben.sends(entry)
    assert (under(platform), under(sales)) == ({}, {"One": sell})


def test_restored_it_is_under_the_teams_objective_again(
    ben: Someone, faster: str, platform: TeamId
) -> None:
    one = shared(platform, "One", objectives=[faster])
    ben.sends(one)
    undo_deletion(ben.me, delete_win(ben.me, str(one["id"]), NOON), NOON)
    assert under(platform) == {"One": faster}
    assert WinLink.select().where(WinLink.target == faster).count() == 1


def test_a_restored_team_offers_its_objectives_again(
    ana: Someone, faster: str, platform: TeamId
) -> None:
    archive_team(ana.me, platform, NOON)
    restore_team(platform, NOON)
    assert labels(ana) == ["Faster builds · Platform"]
    assert Objective.select().count() == 1
