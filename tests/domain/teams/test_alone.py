"""What is read of one team or member says nothing of another, and has an end (R31, R36)."""

import pytest

from tests.support.make import NOON, Someone, visit
from tests.support.owners.teams import a_team, number
from webapp.domain.capture.options import options_of
from webapp.domain.objectives.objectives import add_objective
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.confidence import published_windows
from webapp.domain.teams.counting import choose_team, is_asked
from webapp.domain.teams.memberships import set_place
from webapp.domain.teams.offering import offer_beside
from webapp.domain.teams.organisations import create_organisation, put_team
from webapp.domain.teams.outside import set_outside
from webapp.domain.teams.shared_objectives import share_objective, sharing_form
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.confidence import Band, Headcount
from webapp.rules.teams.teams import Place
from webapp.storage.teams.team_windows import MOST_WINDOWS, store_figure

NEWEST = 140


def test_of_all_windows_about_a_year_is_shown(platform: TeamId) -> None:
    for one in (NEWEST - 2 * MOST_WINDOWS, NEWEST):
        store_figure(platform, one, Band.FROM_5, Headcount.SMALLEST)
    shown = [one.window.number for one in published_windows(platform)]
    assert shown == list(range(NEWEST, NEWEST - MOST_WINDOWS, -1))


def test_only_who_can_be_counted_in_a_team_is_asked_whether_to_be(
    ana: Someone, ben: Someone, cleo: Someone, platform: TeamId
) -> None:
    set_place(ana.me, platform, number(ben), Place.OBSERVER, NOON)
    assert [is_asked(one.me, platform) for one in (ana, ben, cleo)] == [True, False, False]
    choose_team(ana.me, "", NOON)
    assert not is_asked(ana.me, platform)


def test_of_what_others_share_so_much_is_offered(
    ana: Someone, cleo: Someone, platform: TeamId, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.domain.teams.offering.MOST_OFFERED", 1)
    acme, support = create_organisation(ana.me, "Acme", visit()), a_team(ana, "Support", cleo)
    for team in (platform, support):
        put_team(ana.me, team, acme, NOON)
    lead = acting_for_team(platform, ana.me.id)
    for name in ("Faster", "Safer"):
        share_objective(lead, add_objective(lead, ObjectiveFields(name), NOON), [str(acme)])
    offer_beside(platform)
    assert len(options_of(cleo.me).objectives) == 1


def test_what_is_not_there_is_neither_shared_nor_shown_outside(
    ana: Someone, cleo: Someone, platform: TeamId
) -> None:
    unknown, lead = "3b0c0d0e-0000-4000-8000-000000000001", acting_for_team(platform, ana.me.id)
    for attempt in (
        lambda: sharing_form(lead, unknown),
        lambda: share_objective(lead, unknown, []),
        lambda: set_outside(ana.me, platform, unknown, shown=True),
        lambda: set_outside(cleo.me, platform, unknown, shown=True),
    ):
        with pytest.raises(NotFound):
            attempt()
