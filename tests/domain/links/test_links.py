"""Making, listing, renewing and revoking read-only links (R32)."""

import pytest

from tests.domain.links.conftest import Shows, page_at, token_of
from tests.support.make import DAY, KEYS, NOON, Someone, win
from tests.support.owners.teams import a_team
from webapp.domain.links.candidates import candidates
from webapp.domain.links.links import (
    add_link,
    change_link,
    link_of,
    links_of,
    renew_link,
    revoke_link,
)
from webapp.domain.links.pages import outside_page
from webapp.domain.objectives.objectives import add_objective, delete_objective
from webapp.domain.teams.acting import ActingForTeam, acting_for_team
from webapp.domain.teams.memberships import set_place
from webapp.rules.account.keys import EarlierKey, Keys
from webapp.rules.objectives.objectives import ObjectiveFields
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.links import MOST_LINKS, LinkFields
from webapp.rules.teams.teams import Place
from webapp.storage.account.people import Person
from webapp.storage.teams.outside_links import ChosenWin, OutsideLink

NEW_KEY = Keys(b"another key that replaced the first", (EarlierKey(KEYS.current, NOON + DAY),))


def test_every_member_reads_the_list_and_a_lead_alone_changes_it(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId
) -> None:
    made = add_link(lead, LinkFields(faster, "", ()), KEYS, NOON)
    member = acting_for_team(platform, ben.me.id)
    [seen] = links_of(member, KEYS)
    assert (seen.id, seen.name, seen.maker) == (made, "Faster builds", ana.id)
    fields = LinkFields(faster, "", ())
    for refused in (
        lambda: add_link(member, fields, KEYS, NOON),
        lambda: change_link(member, made, fields),
        lambda: renew_link(member, made, KEYS),
        lambda: revoke_link(member, made),
    ):
        with pytest.raises(NotFound):
            refused()
    assert links_of(lead, KEYS) == [seen]


def test_who_is_lead_no_more_changes_nothing_from_a_page_that_is_open(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId
) -> None:
    set_place(ana.me, platform, ben.me.id, Place.LEAD, NOON)
    set_place(ben.me, platform, ana.me.id, Place.MEMBER, NOON)
    with pytest.raises(NotFound):
        token_of(lead, faster)


def test_the_token_is_stored_nowhere(lead: ActingForTeam, faster: str) -> None:
    token = token_of(lead, faster)
    [row] = OutsideLink.select().dicts()
    secret = token.partition("-")[2]
    assert not any(secret in str(value) for value in row.values())
    assert row["token_hash"] == KEYS.hash(token)


def test_renewed_it_has_another_address_and_the_first_leads_nowhere(
    lead: ActingForTeam, faster: str
) -> None:
    first = token_of(lead, faster)
    [link] = links_of(lead, KEYS)
    renew_link(lead, link.id, KEYS)
    second = link_of(lead, link.id, KEYS).token
    assert second != first
    assert outside_page(first, KEYS, NOON, None) is None
    assert page_at(second)


def test_revoked_it_leads_nowhere_for_good(ana: Someone, lead: ActingForTeam, faster: str) -> None:
    token = token_of(lead, faster)
    [link] = links_of(lead, KEYS)
    revoke_link(lead, link.id)
    assert outside_page(token, KEYS, NOON, None) is None
    assert (links_of(lead, KEYS), ChosenWin.select().count()) == ([], 0)
    with pytest.raises(NotFound):
        revoke_link(lead, link.id)


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: f"9{t}", lambda _: "", str.upper])
def test_another_token_leads_nowhere(lead: ActingForTeam, faster: str, change) -> None:  # type: ignore[no-untyped-def]
    assert outside_page(change(token_of(lead, faster)), KEYS, NOON, None) is None


def test_after_a_new_key_it_works_for_a_while_and_gets_an_address_by_renewing(
    lead: ActingForTeam, faster: str
) -> None:
    token = token_of(lead, faster)
    assert outside_page(token, NEW_KEY, NOON, None)
    assert outside_page(token, NEW_KEY, NOON + DAY, None) is None
    [link] = links_of(lead, NEW_KEY)
    assert link.token == ""
    renew_link(lead, link.id, NEW_KEY)
    again = link_of(lead, link.id, NEW_KEY).token
    assert outside_page(again, NEW_KEY, NOON + DAY, None)


def test_a_teams_link_needs_an_objective_of_the_team(ana: Someone, lead: ActingForTeam) -> None:
    own = add_objective(ana.me, ObjectiveFields("Mine"), NOON)
    for objective in ("", own):
        with pytest.raises(Invalid):
            add_link(lead, LinkFields(objective, "A title", ()), KEYS, NOON)


def test_ones_own_needs_one_of_ones_own(ana: Someone, ben: Someone, faster: str) -> None:
    with pytest.raises(Invalid):
        add_link(ben.me, LinkFields(faster, "", ()), KEYS, NOON)


def test_there_are_as_many_as_a_list_holds(ana: Someone) -> None:
    for _ in range(MOST_LINKS):
        add_link(ana.me, LinkFields("", "One", ()), KEYS, NOON)
    with pytest.raises(Invalid):
        add_link(ana.me, LinkFields("", "One", ()), KEYS, NOON)


def test_one_whose_objective_is_gone_says_so(lead: ActingForTeam, faster: str) -> None:
    token_of(lead, faster)
    delete_objective(lead, faster, NOON)
    [link] = links_of(lead, KEYS)
    assert (link.is_gone, link.name) == (True, "")


def test_what_can_be_chosen_are_ones_own_wins_the_newest_first(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId
) -> None:
    filed = {"visibility": f"team:{platform}", "objectives": [faster]}
    old, new = win("Old", **filed), win("New", at=NOON + 1, **filed)
    ana.sends(old, new, win("Private", objectives=[faster]))
    ben.sends(win("Ben's", **filed))
    assert [one.what for one in candidates(lead, faster, ())] == ["New", "Old"]
    own = [one.what for one in candidates(ana.me, "", [str(old["id"])])]
    assert (own[0], sorted(own[1:])) == ("New", ["Old", "Private"])


def test_a_link_outlives_the_account_of_its_maker_without_their_wins(
    ana: Someone, lead: ActingForTeam, faster: str
) -> None:
    token = token_of(lead, faster)
    Person.delete().where(Person.id == ana.id).execute()
    assert page_at(token).whose == "Platform"


def test_a_link_of_one_team_says_nothing_of_another(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str
) -> None:
    other = acting_for_team(a_team(ben, "Sales"), ben.me.id)
    token_of(lead, faster)
    [link] = links_of(lead, KEYS)
    assert links_of(other, KEYS) == []
    with pytest.raises(NotFound):
        link_of(other, link.id, KEYS)
    with pytest.raises(NotFound):
        revoke_link(other, link.id)


def test_one_that_is_not_there_is_neither_changed_nor_renewed(
    lead: ActingForTeam, faster: str
) -> None:
    unknown = "3b0c0d0e-0000-4000-8000-000000000001"
    with pytest.raises(NotFound):
        change_link(lead, unknown, LinkFields(faster, "", ()))
    with pytest.raises(NotFound):
        renew_link(lead, unknown, KEYS)


def test_a_lead_offers_their_own_wins_and_those_of_the_objective(
    ana: Someone, lead: ActingForTeam, faster: str, platform: TeamId
) -> None:
    quality = add_objective(ana.me, ObjectiveFields("Quality"), NOON)
    mine, filed = win("Mine", objectives=[quality]), win("Filed", visibility=f"team:{platform}")
    ana.sends(mine, filed)
    assert [one.what for one in candidates(ana.me, quality, ())] == ["Mine"]
    chosen = candidates(lead, faster, [str(filed["id"])])
    assert [one.what for one in chosen] == ["Filed"]


def test_a_link_is_found_and_changed_under_the_number_of_its_team(
    ana: Someone, lead: ActingForTeam, faster: str
) -> None:
    own = add_link(ana.me, LinkFields("", "Mine", ()), KEYS, NOON)
    made = add_link(lead, LinkFields(faster, "", ()), KEYS, NOON)
    assert [one.id for one in links_of(lead, KEYS)] == [made]
    with pytest.raises(NotFound):
        revoke_link(lead, own)
    change_link(lead, made, LinkFields(faster, "", ()))
    assert [one.id for one in links_of(ana.me, KEYS)] == [own]


def test_no_more_is_counted_than_is_said(
    ben: Someone,
    lead: ActingForTeam,
    faster: str,
    shows: Shows,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shows(ben, "One")
    token = token_of(lead, faster)
    assert not page_at(token).shown.is_more
    monkeypatch.setattr("webapp.domain.links.shown.MOST_COUNTED", 0)
    assert page_at(token).shown.is_more
