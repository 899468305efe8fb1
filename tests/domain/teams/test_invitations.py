"""Invitations: what they let in, for how long, and for how many."""

import pytest

from tests.support.make import DAY, KEYS, NOON, Someone, make_person
from tests.support.owners.teams import a_team, number, places, token_into
from webapp.domain.teams import invitations, joining, memberships
from webapp.rules.account.keys import EarlierKey, Keys
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.invitations import MOST_INVITATIONS, Choice
from webapp.rules.teams.teams import MOST_MEMBERS, Place
from webapp.storage.teams.memberships import Membership


def join(someone: Someone, token: str, now: int = NOON) -> None:
    joining.join(someone.me, token, KEYS, now)


def test_opening_one_changes_nothing(ana: Someone) -> None:
    token = token_into(a_team(ana), ana)
    seen = [invitations.invitation_with(token, KEYS, NOON) for _ in range(3)]
    assert {one and (one.into, one.maker_name, one.uses_left) for one in seen} == {
        ("Platform", "Ana", 1)
    }


def test_one_from_before_a_new_key_lets_in_until_the_earlier_key_ends(
    ana: Someone, ben: Someone, cleo: Someone
) -> None:
    token = token_into(a_team(ana), ana, uses=2)
    renewed = Keys(b"a new key", (EarlierKey(KEYS.current, NOON + DAY),))
    assert invitations.invitation_with(token, renewed, NOON)
    assert joining.join(ben.me, token, renewed, NOON)
    with pytest.raises(NotFound):
        joining.join(cleo.me, token, renewed, NOON + DAY)


def test_it_is_for_as_many_as_were_chosen(ana: Someone, ben: Someone, cleo: Someone) -> None:
    team = a_team(ana)
    token = token_into(team, ana)
    join(ben, token)
    with pytest.raises(NotFound):
        join(cleo, token)
    assert set(places(team)) == {"Ana", "Ben"}


def test_joining_twice_uses_it_up_once(ana: Someone, ben: Someone, cleo: Someone) -> None:
    team = a_team(ana)
    token = token_into(team, ana, uses=2)
    join(ben, token)
    join(ben, token)
    join(cleo, token)
    assert set(places(team)) == {"Ana", "Ben", "Cleo"}


def test_it_ends_after_seven_days(ana: Someone, ben: Someone) -> None:
    token = token_into(a_team(ana), ana)
    assert invitations.invitation_with(token, KEYS, NOON + 7 * DAY - 1)
    with pytest.raises(NotFound):
        join(ben, token, NOON + 7 * DAY)


def test_a_revoked_one_is_like_one_that_never_was(ana: Someone, ben: Someone) -> None:
    team = a_team(ana)
    token = token_into(team, ana)
    [listed] = invitations.invitations_into(team, NOON)
    invitations.revoke(team, listed.id)
    assert invitations.invitation_with(token, KEYS, NOON) is None
    with pytest.raises(NotFound):
        join(ben, token)
    with pytest.raises(NotFound):
        invitations.revoke(team, listed.id)


@pytest.mark.parametrize("way", ["leaves", "is removed", "deletes the account"])
def test_it_dies_when_its_maker_goes(way: str, ana: Someone, ben: Someone, cleo: Someone) -> None:
    team = a_team(ana, "Platform", ben)
    memberships.set_place(ana.me, team, number(ben), Place.LEAD, NOON)
    token = token_into(team, ben)
    if way == "leaves":
        memberships.leave(ben.me, team, keep=True, successor="", now=NOON)
    elif way == "is removed":
        memberships.remove(ana.me, team, number(ben), NOON)
    else:
        memberships.leave_every_team(number(ben), NOON)
    with pytest.raises(NotFound):
        join(cleo, token)


def test_that_of_one_team_leads_into_no_other(ana: Someone, ben: Someone) -> None:
    first, second = a_team(ana), a_team(ana, "Other")
    secret = token_into(first, ana).partition("-")[2]
    with pytest.raises(NotFound):
        join(ben, f"{second}-{secret}")


@pytest.mark.parametrize("token", ["", "17", "17-x", f"0-{'a' * 64}", f"{10**9 * 9}-{'a' * 64}"])
def test_what_is_no_token_leads_nowhere(token: str, ana: Someone) -> None:
    assert invitations.invitation_with(token, KEYS, NOON) is None
    with pytest.raises(NotFound):
        join(ana, token)


def test_the_same_form_sent_twice_makes_one(ana: Someone) -> None:
    team = a_team(ana)
    made = {invitations.invite(ana.me, team, Choice(), KEYS, "a form", NOON) for _ in range(2)}
    assert len(made) == len(invitations.invitations_into(team, NOON)) == 1


def test_there_are_twenty_at_most_and_ended_ones_do_not_count(ana: Someone) -> None:
    team = a_team(ana)
    for _ in range(MOST_INVITATIONS):
        token_into(team, ana)
    with pytest.raises(Invalid, match="Revoke one"):
        token_into(team, ana)
    assert token_into(team, ana, now=NOON + 8 * DAY)


def test_a_full_team_takes_nobody_more_and_keeps_the_use(ana: Someone, ben: Someone) -> None:
    team = a_team(ana)
    token = token_into(team, ana)
    row = {"team": team, "joined": NOON, "person_name": "M", "team_name": "Platform"}
    crowd = [make_person(f"M{n}").id for n in range(MOST_MEMBERS - 1)]
    Membership.insert_many([{**row, "person": one} for one in crowd]).execute()
    with pytest.raises(Invalid, match="200 members"):
        join(ben, token)
    Membership.delete().where(Membership.person == crowd[0]).execute()
    join(ben, token)
    assert "Ben" in places(team)


def test_a_form_that_comes_again_after_its_invitation_was_revoked_makes_another(
    ana: Someone, ben: Someone
) -> None:
    team = a_team(ana)
    revoked = invitations.invite(ana.me, team, Choice(), KEYS, "a form", NOON)
    [listed] = invitations.invitations_into(team, NOON)
    invitations.revoke(team, listed.id)
    again = invitations.invite(ana.me, team, Choice(), KEYS, "a form", NOON)
    assert again != revoked
    with pytest.raises(NotFound):
        join(ben, revoked)
    join(ben, again)
    assert set(places(team)) == {"Ana", "Ben"}


def test_only_a_lead_invites(ana: Someone, ben: Someone) -> None:
    team = a_team(ana, "Platform", ben)
    with pytest.raises(NotFound):
        token_into(team, ben)
