"""Objectives that teams share with others: who sees what of them, and until when (R32)."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.domain.teams.boards import told
from tests.support.make import NOON, Someone, make_person, visit, win
from tests.support.owners.some_team import SomeTeam
from tests.support.owners.teams import a_team, runs
from tests.support.plans import active_goal, meets
from webapp.domain.capture.options import options_of
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.domain.objectives.objectives import add_objective, delete_objective
from webapp.domain.outbox.deletions import undo_deletion
from webapp.domain.teams.acting import ActingForTeam, acting_for_team
from webapp.domain.teams.board_pages import PAGE, Reader, team_facts
from webapp.domain.teams.offering import offer_beside
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.domain.teams.shared_objectives import (
    share_objective,
    shared_objective_page,
    shared_objectives,
)
from webapp.domain.teams.teams import archive_team
from webapp.rules.objectives.indicators import Measure, Value
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.ids import OrganisationId, TeamId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.teams import Place
from webapp.storage.teams.shared_wins import SharedWin


@pytest.fixture
def acme(ana: Someone, platform: TeamId) -> OrganisationId:
    """Return an organisation of Ana's that holds her team."""
    made = create_organisation(ana.me, "Acme", visit())
    put_team(ana.me, platform, made, NOON)
    return made


@pytest.fixture
def support(ana: Someone, cleo: Someone, acme: OrganisationId) -> TeamId:
    """Return another team in it, of Ana and Cleo."""
    made = a_team(ana, "Support", cleo)
    put_team(ana.me, made, acme, NOON)
    return made


@pytest.fixture
def lead(ana: Someone, platform: TeamId) -> ActingForTeam:
    """Return Ana as she acts for the team that shares."""
    return acting_for_team(platform, ana.me.id)


@pytest.fixture
def faster(lead: ActingForTeam) -> str:
    """Return the id of an objective of hers."""
    return add_objective(lead, ObjectiveFields("Faster"), NOON)


def share(lead: ActingForTeam, objective: str, *recipients: int) -> None:
    share_objective(lead, objective, [str(one) for one in recipients])
    offer_beside(lead.owner)


def seen(someone: Someone, acme: OrganisationId, team: TeamId, objective: str) -> list[str]:
    """Return the words of the wins for an objective that somebody sees, newest first."""
    page = shared_objective_page(acme, team, objective, Reader(someone.me, "UTC"), None)
    return [row.what for _, row in page.rows]


def shows(someone: Someone, team: int, what: str, objective: str, to: str = "team") -> None:
    someone.sends(win(what, visibility=f"{to}:{team}", objectives=[objective]))


def test_shared_with_a_team_its_members_choose_it_and_the_win_stands_under_it(
    cleo: Someone, lead: ActingForTeam, faster: str, support: TeamId, acme: OrganisationId
) -> None:
    assert options_of(cleo.me).objectives == ()
    share(lead, faster, support)
    [(offered, label)] = options_of(cleo.me).objectives
    assert (offered, "Platform" in label) == (faster, True)
    shows(cleo, support, "Cleo's", faster)
    assert SharedWin.get(SharedWin.team == support).objective == faster
    assert told(cleo) == []
    assert team_facts(support).objectives == {faster: "Faster"}


def test_what_is_not_shared_is_not_under_it(cleo: Someone, faster: str, support: TeamId) -> None:
    shows(cleo, support, "Cleo's", faster)
    assert SharedWin.get(SharedWin.team == support).objective == ""
    assert told(cleo) == [("win_unfiled", "Cleo's")]


def test_each_sees_all_of_their_own_team_and_of_others_what_the_organisation_sees(
    ben: Someone,
    cleo: Someone,
    ana: Someone,
    lead: ActingForTeam,
    faster: str,
    platform: TeamId,
    support: TeamId,
    acme: OrganisationId,
) -> None:
    share(lead, faster, acme)
    for who, team, name in ((ben, platform, "Ben's"), (cleo, support, "Cleo's")):
        shows(who, team, f"{name} for the team", faster)
        shows(who, team, f"{name} for all", faster, "organisation")
    assert set(seen(ben, acme, platform, faster)) == {
        *("Ben's for the team", "Ben's for all", "Cleo's for all")
    }
    assert set(seen(cleo, acme, platform, faster)) == {
        *("Cleo's for the team", "Cleo's for all", "Ben's for all")
    }
    assert len(seen(ana, acme, platform, faster)) == 4


def test_who_is_in_no_team_of_it_sees_what_the_organisation_sees(
    ben: Someone,
    ana: Someone,
    lead: ActingForTeam,
    faster: str,
    platform: TeamId,
    acme: OrganisationId,
) -> None:
    viewer = make_person("Vera")
    runs(viewer, acme, ana, place=Place.VIEWER)
    share(lead, faster, acme)
    shows(ben, platform, "For the team", faster)
    shows(ben, platform, "For all", faster, "organisation")
    assert seen(viewer, acme, platform, faster) == ["For all"]
    share(lead, faster)
    with pytest.raises(NotFound):
        seen(viewer, acme, platform, faster)


def _unshares(lead: ActingForTeam, ana: Someone, faster: str) -> None:
    share(lead, faster)


def _archives(lead: ActingForTeam, ana: Someone, faster: str) -> None:
    archive_team(ana.me, lead.owner, NOON)


def _leaves(lead: ActingForTeam, ana: Someone, faster: str) -> None:
    put_team(ana.me, lead.owner, None, NOON)


def _deletes(lead: ActingForTeam, ana: Someone, faster: str) -> None:
    delete_objective(lead, faster, NOON)


@pytest.mark.parametrize("end", [_unshares, _archives, _leaves, _deletes])
def test_it_ends_at_once(
    ana: Someone,
    cleo: Someone,
    lead: ActingForTeam,
    faster: str,
    platform: TeamId,
    support: TeamId,
    acme: OrganisationId,
    end: Callable[..., None],
) -> None:
    share(lead, faster, support)
    shows(cleo, support, "Before", faster)
    end(lead, ana, faster)
    shows(cleo, support, "After", faster)
    assert shared_objectives(acme, cleo.me) == []
    with pytest.raises(NotFound):
        seen(cleo, acme, platform, faster)
    assert team_facts(support).objectives == {}
    after = SharedWin.get(SharedWin.team == support, SharedWin.what == "After")
    assert (after.objective, told(cleo)) == ("", [("win_unfiled", "After")])


def test_a_deletion_that_is_undone_shares_it_again(
    cleo: Someone, lead: ActingForTeam, faster: str, support: TeamId, acme: OrganisationId
) -> None:
    share(lead, faster, support)
    undo_deletion(lead, delete_objective(lead, faster, NOON), NOON)
    assert [one.name for one in shared_objectives(acme, cleo.me)] == ["Faster"]


def test_back_in_the_organisation_nothing_is_shared_by_itself(
    ana: Someone,
    cleo: Someone,
    lead: ActingForTeam,
    faster: str,
    support: TeamId,
    acme: OrganisationId,
) -> None:
    share(lead, faster, acme)
    put_team(ana.me, lead.owner, None, NOON)
    put_team(ana.me, lead.owner, acme, NOON)
    assert shared_objectives(acme, cleo.me) == []


def test_progress_is_of_goals_and_of_the_newest_values(
    ana: Someone,
    cleo: Someone,
    lead: ActingForTeam,
    faster: str,
    acme: OrganisationId,
    support: TeamId,
) -> None:
    share(lead, faster, acme)
    serving = {"objectives": (faster,), "no_objective": False}
    team = SomeTeam("Platform", lead.owner, ana)
    met = active_goal(team, **serving)
    active_goal(team, **serving)
    team.sends(meets(met))
    indicator = add_indicator(lead, Measure("Minutes", "min", objective=faster, target=5.0))
    store_values(lead, indicator, [Value(date(2026, 11, day), 20.0 - day) for day in (1, 8)])
    [one] = shared_objectives(acme, cleo.me)
    assert (one.name, one.team_name, tuple(one.goals)) == ("Faster", "Platform", (1, 2))
    [latest] = one.indicators
    assert (latest.name, latest.value, latest.target, latest.day) == (
        "Minutes",
        12,
        5,
        "2026-11-08",
    )


def test_a_lead_shares_with_teams_of_the_organisation_only(
    ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId, support: TeamId, sales: TeamId
) -> None:
    for wrong in ([str(sales)], ["x"], [str(platform)]):
        with pytest.raises(Invalid):
            share_objective(lead, faster, wrong)
    with pytest.raises(NotFound):
        share_objective(acting_for_team(platform, ben.me.id), faster, [str(support)])


def test_many_wins_come_a_page_at_a_time(
    ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId, acme: OrganisationId
) -> None:
    share(lead, faster, acme)
    said = {"visibility": f"organisation:{platform}", "objectives": [faster]}
    ben.sends(*(win(f"No. {at:02}", at=NOON + at, **said) for at in range(PAGE + 2)))
    first = shared_objective_page(acme, platform, faster, Reader(ben.me, "UTC"), None)
    last = first.rows[-1][1].cursor
    rest = shared_objective_page(acme, platform, faster, Reader(ben.me, "UTC"), last)
    words = [row.what for page in (first, rest) for _, row in page.rows]
    assert (first.more, rest.more, len(words), len(set(words))) == (True, False, PAGE + 2, PAGE + 2)
