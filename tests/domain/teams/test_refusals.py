"""What is not there, and what nobody may do: each is refused before anything changes (R29)."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.support.make import DAY, KEYS, NOON, Someone, visit
from tests.support.owners.teams import a_team, leaves, number, places, token_into
from webapp.domain.teams import founding, invitations, joining, memberships, organisations, teams
from webapp.domain.teams.acting import acting_for_team
from webapp.domain.teams.board_pages import Reader, team_facts, win_on_board
from webapp.domain.teams.earlier import answer_for_earlier, count_earlier
from webapp.domain.teams.notices import mark_read, tell, told
from webapp.domain.teams.roles_of_organisations import add_role
from webapp.domain.teams.sharing import set_default_audience
from webapp.rules.shared.ids import TeamId, id_of_organisation, id_of_team
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.invitations import Choice, parse_choice
from webapp.rules.teams.notices import MOST_NOTICES, NoticeKind
from webapp.rules.teams.teams import OF_TEAMS, Place
from webapp.storage.teams.invitations import Invitation
from webapp.storage.teams.memberships import membership_of
from webapp.storage.teams.notices import Notice

MISSING, NONE = id_of_team(2_000_000_000), id_of_organisation(2_000_000_000)
OF_NO_TEAM: dict[str, Callable[[Someone], Any]] = {
    "reading": lambda ana: teams.team_of(MISSING),
    "renaming": lambda ana: teams.rename_team(MISSING, "Mine", NOON),
    "archiving": lambda ana: teams.archive_team(ana.me, MISSING, NOON),
    "using again": lambda ana: teams.restore_team(MISSING, NOON),
    "acting": lambda ana: acting_for_team(MISSING, ana.me.id),
    "its board": lambda ana: team_facts(MISSING),
    "a win there": lambda ana: win_on_board(MISSING, ana.me.owner, "w", Reader(ana.me, "UTC")),
    "inviting": lambda ana: invitations.invite(ana.me, MISSING, Choice(), KEYS, "", NOON),
    "earlier wins": lambda ana: count_earlier(ana.me, MISSING),
    "showing them": lambda ana: answer_for_earlier(ana.me, MISSING, NOON, show=True),
    "leaving": lambda ana: memberships.leave(ana.me, MISSING, keep=True, successor="", now=NOON),
    "removing": lambda ana: memberships.remove(ana.me, MISSING, number(ana), NOON),
    "an organisation": lambda ana: organisations.name_of_organisation(NONE),
    "a role there": lambda ana: add_role(ana.me, NONE, Place.VIEWER),
    "giving it up": lambda ana: organisations.remove_role(ana.me, NONE, number(ana), NOON),
    "renaming it": lambda ana: organisations.rename_organisation(ana.me, NONE, "Mine", NOON),
    "a team of it": lambda ana: founding.create_team_in(ana.me, NONE, "Mine", "", visit()),
}


@pytest.mark.parametrize("deed", OF_NO_TEAM)
def test_of_what_is_not_there_nothing_is_done(deed: str, ana: Someone) -> None:
    with pytest.raises(NotFound):
        OF_NO_TEAM[deed](ana)


def test_nobody_removes_themself_or_who_is_not_there(ana: Someone, ben: Someone) -> None:
    team = a_team(ana)
    for one in (ana, ben):
        with pytest.raises(NotFound):
            memberships.remove(ana.me, team, number(one), NOON)
    with pytest.raises(NotFound):
        memberships.set_place(ana.me, team, number(ben), Place.LEAD, NOON)
    assert places(team) == {"Ana": "lead"}


def test_who_is_in_no_organisation_has_no_role_to_give_up(ana: Someone, ben: Someone) -> None:
    acme = organisations.create_organisation(ana.me, "Acme", visit())
    for admin, person in ((ana, ben), (ben, ben)):
        with pytest.raises(NotFound):
            organisations.remove_role(admin.me, acme, number(person), NOON)


def test_a_default_for_no_board_is_refused(ana: Someone, ben: Someone) -> None:
    with pytest.raises(Invalid):
        set_default_audience(ana.me, f"team:{a_team(ben)}")
    assert ana.me.visibility == "private"


def test_what_an_invitation_cannot_be_is_refused(ana: Someone) -> None:
    for wrong in ({"days": "2"}, {"uses": "201"}, {"days": "x"}, {"place": "admin"}):
        with pytest.raises(Invalid):
            parse_choice(wrong, OF_TEAMS)


def test_an_invitation_that_is_over_is_stored_no_longer(ana: Someone, ben: Someone) -> None:
    team = a_team(ana)
    used, old = token_into(team, ana), token_into(team, ana)
    joining.join(ben.me, used, KEYS, NOON)
    assert old != token_into(team, ana, now=NOON + DAY)
    assert Invitation.select().count() == 2  # the used one is gone
    token_into(team, ana, now=NOON + 9 * DAY)
    assert Invitation.select().count() == 1


def test_no_invitation_into_an_archived_team_is_left(ana: Someone) -> None:
    team = a_team(ana)
    token_into(team, ana)
    teams.archive_team(ana.me, team, NOON)
    assert not Invitation.select().exists()


def test_no_membership_is_left_of_a_deleted_account(ana: Someone, ben: Someone) -> None:
    team = a_team(ana, "Platform", ben)
    token_into(team, ana)
    memberships.leave_every_team(number(ana), NOON)
    assert not Invitation.select().exists()
    assert membership_of(number(ana), team) is None


def test_thirty_notices_wait_at_most_and_each_goes_when_it_is_read(
    ana: Someone, ben: Someone
) -> None:
    team: TeamId = a_team(ben)
    for at in range(MOST_NOTICES + 2):
        tell(number(ana), NoticeKind.ARCHIVED, team, f"Team {at}", NOON + at)
    assert (Notice.select().count(), ana.me.told) == (MOST_NOTICES, MOST_NOTICES)
    newest, *_ = told(ana.me)
    assert newest.team_name == f"Team {MOST_NOTICES + 1}"
    mark_read(ana.me, newest.id)
    assert ana.me.told == MOST_NOTICES - 1
    mark_read(ana.me, "all")
    assert (told(ana.me), Notice.select().count()) == ([], 0)


def test_an_organisation_offers_so_many_as_leads_and_no_team_more(
    ana: Someone, ben: Someone, cleo: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    acme = organisations.create_organisation(ana.me, "Acme", visit())
    for lead, name in ((ben, "One"), (cleo, "Two")):
        organisations.put_team(ana.me, a_team(lead, name), acme, NOON)
    assert [*founding.possible_leads(acme).values()] == ["Ana", "Ben", "Cleo"]
    monkeypatch.setattr(founding, "MOST_NAMED", 2)
    assert [*founding.possible_leads(acme).values()] == ["Ana", "Ben"]


def test_who_has_left_is_in_it_no_more(ana: Someone, ben: Someone) -> None:
    team = a_team(ana, "Platform", ben)
    leaves(ben, team)
    for attempt in (
        lambda: leaves(ben, team),
        lambda: count_earlier(ben.me, team),
        lambda: memberships.remove(ben.me, team, number(ana), NOON),
        lambda: token_into(team, ben),
    ):
        with pytest.raises(NotFound):
            attempt()
