"""Who is in a team: making one, joining, leaving, and being removed (R29)."""

import pytest

from tests.support.make import DAY, KEYS, NOON, Someone, visit
from tests.support.owners.teams import a_team, joins, number, places, token_into
from webapp.domain.teams import joining, memberships, teams
from webapp.domain.teams.notices import mark_read, told
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.shared.rate_limits import TooMany
from webapp.rules.teams.teams import MADE, MOST_TEAMS, Place
from webapp.storage.teams.memberships import Membership


def leaves(someone: Someone, team: object, *, successor: object = "", now: int = NOON) -> None:
    memberships.leave(someone.me, team, keep=True, successor=successor, now=now)  # type: ignore[arg-type]


def news(someone: Someone) -> list[str]:
    return [one.kind.value for one in told(someone.me)]


def test_who_makes_a_team_leads_it(ana: Someone) -> None:
    team = a_team(ana)
    assert places(team) == {"Ana": "lead"}
    assert (ana.me.teams, [one.name for one in memberships.own_teams(ana.me)]) == (1, ["Platform"])


def test_a_team_without_a_name_is_refused(ana: Someone) -> None:
    with pytest.raises(Invalid, match="name"):
        teams.create_team(ana.me, " ", visit())


def test_whoever_joins_is_a_member_or_an_observer(
    ana: Someone, ben: Someone, cleo: Someone
) -> None:
    team = a_team(ana, "Platform", ben)
    joins(cleo, team, ana, place=Place.OBSERVER, now=NOON + 2)
    assert places(team) == {"Ana": "lead", "Ben": "member", "Cleo": "observer"}


def test_the_last_lead_hands_over(ana: Someone, ben: Someone, cleo: Someone) -> None:
    team = a_team(ana, "Platform", ben, cleo)
    leaves(ana, team, successor=cleo.id)
    assert places(team) == {"Ben": "member", "Cleo": "lead"}
    assert news(cleo) == ["promoted"]


def test_else_the_member_of_longest_standing_leads_and_is_told(
    ana: Someone, ben: Someone, cleo: Someone
) -> None:
    team = a_team(ana, "Platform", ben, cleo)
    leaves(ana, team)
    assert places(team) == {"Ben": "lead", "Cleo": "member"}
    assert (news(ben), news(cleo), ben.me.told) == (["promoted"], [], 1)


def test_a_member_who_leaves_names_no_lead(ana: Someone, ben: Someone, cleo: Someone) -> None:
    team = a_team(ana, "Platform", ben, cleo)
    leaves(ben, team, successor=cleo.id)
    assert places(team) == {"Ana": "lead", "Cleo": "member"}


def test_the_last_person_archives_the_team(ana: Someone) -> None:
    team = a_team(ana)
    leaves(ana, team, now=NOON + DAY)
    assert teams.team_of(team).archived == NOON + DAY
    assert (ana.me.teams, memberships.own_teams(ana.me)) == (0, [])


def test_a_lead_who_gives_it_up_hands_it_to_somebody_else(ana: Someone, ben: Someone) -> None:
    team = a_team(ana, "Platform", ben)
    memberships.set_place(ana.me, team, number(ana), Place.MEMBER, NOON)
    assert places(team) == {"Ana": "member", "Ben": "lead"}


def test_alone_one_stays_lead(ana: Someone) -> None:
    team = a_team(ana)
    memberships.set_place(ana.me, team, number(ana), Place.OBSERVER, NOON)
    assert places(team) == {"Ana": "lead"}
    assert news(ana) == []


def test_whoever_is_removed_is_told_and_told_once(ana: Someone, ben: Someone) -> None:
    team = a_team(ana, "Platform", ben)
    memberships.remove(ana.me, team, number(ben), NOON)
    [notice] = told(ben.me)
    assert (notice.kind, notice.team_name, ben.me.teams) == ("removed", "Platform", 0)
    mark_read(ben.me, notice.id)
    assert (told(ben.me), ben.me.told) == ([], 0)


def test_only_a_lead_removes_and_changes_places(ana: Someone, ben: Someone) -> None:
    team = a_team(ana, "Platform", ben)
    with pytest.raises(NotFound):
        memberships.remove(ben.me, team, number(ana), NOON)
    with pytest.raises(NotFound):
        memberships.set_place(ben.me, team, number(ben), Place.LEAD, NOON)
    assert places(team) == {"Ana": "lead", "Ben": "member"}


def test_whoever_left_can_come_back(ana: Someone, ben: Someone) -> None:
    team = a_team(ana, "Platform", ben)
    leaves(ben, team)
    joins(ben, team, ana, now=NOON + DAY)
    assert places(team) == {"Ana": "lead", "Ben": "member"}


def test_a_new_name_is_shown_everywhere(ana: Someone, ben: Someone) -> None:
    team = a_team(ana, "Platform", ben)
    before = ben.me.rev
    teams.rename_team(team, "  Rails ", NOON)
    assert [one.name for one in memberships.own_teams(ben.me)] == ["Rails"]
    assert (teams.team_of(team).name, ben.me.rev) == ("Rails", before + 1)


def test_an_archived_team_lets_nobody_in_until_it_is_used_again(
    ana: Someone, ben: Someone, cleo: Someone
) -> None:
    team = a_team(ana, "Platform", ben)
    token = token_into(team, ana)
    teams.archive_team(ana.me, team, NOON)
    with pytest.raises(NotFound):
        joining.join(cleo.me, token, KEYS, NOON)
    with pytest.raises(NotFound):
        token_into(team, ana)
    assert (news(ben), [one.archived for one in memberships.own_teams(ben.me)]) == (
        ["archived"],
        [NOON],
    )
    teams.restore_team(team, NOON)
    joins(cleo, team, ana)
    assert set(places(team)) == {"Ana", "Ben", "Cleo"}


def test_two_teams_can_have_one_name_and_a_person_is_in_both(ana: Someone, ben: Someone) -> None:
    teams_of_ana = [a_team(ana, "Platform", ben) for _ in range(2)]
    assert [one.team for one in memberships.own_teams(ben.me)] == teams_of_ana


def test_nobody_is_in_more_teams_than_can_be(ana: Someone, ben: Someone) -> None:
    crowd = [f"Team {n}" for n in range(MOST_TEAMS)]
    for name in crowd:
        a_team(ben, name, now=NOON + DAY * crowd.index(name))
    team = a_team(ana)
    with pytest.raises(Invalid, match="20 teams"):
        joins(ben, team, ana)
    with pytest.raises(Invalid, match="20 teams"):
        a_team(ben, now=NOON + 40 * DAY)
    assert ben.me.teams == MOST_TEAMS


def test_an_account_that_is_deleted_leaves_no_team_without_a_lead(
    ana: Someone, ben: Someone
) -> None:
    team, alone = a_team(ana, "Platform", ben), a_team(ana, "Alone")
    memberships.leave_every_team(number(ana), NOON)
    assert places(team) == {"Ben": "lead"}
    assert teams.team_of(alone).archived == NOON
    assert not Membership.select().where(Membership.person == ana.id).exists()


def test_whoever_makes_very_many_teams_is_told_when_to_go_on(ana: Someone) -> None:
    for number_of_team in range(MADE.most):
        team = a_team(ana, f"Team {number_of_team}")
        leaves(ana, team)
    with pytest.raises(TooMany):
        a_team(ana)
