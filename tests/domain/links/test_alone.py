"""What belongs to one link, one owner or one maker leaves that of others as it is (R32)."""

import pytest

from tests.domain.links.conftest import Shows, page_at, token_of, words_at
from tests.support.make import HOUR, KEYS, NOON, Someone, win
from tests.support.owners.teams import leaves, number
from webapp.domain.links.candidates import candidates
from webapp.domain.links.links import add_link, links_of
from webapp.domain.links.pages import MOST_INDICATORS
from webapp.domain.objectives.indicators import add_indicator
from webapp.domain.teams.acting import ActingForTeam, acting_for_team
from webapp.domain.teams.memberships import set_place
from webapp.domain.teams.outside import set_outside
from webapp.rules.objectives.indicators import Measure
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.problems import Invalid
from webapp.rules.teams.links import MOST_LINKS, LinkFields
from webapp.rules.teams.teams import Place


def test_the_list_says_what_was_chosen_for_each(
    ana: Someone, lead: ActingForTeam, faster: str, shows: Shows
) -> None:
    one, two, private = shows(ana, "One"), shows(ana, "Two"), win("Private")
    ana.sends(private)
    made = {
        add_link(lead, LinkFields(faster, "", (*wins, str(private["id"]))), KEYS, NOON): wins
        for wins in ((one,), (two,), ())
    }
    assert {link.id: link.wins for link in links_of(lead, KEYS)} == made


def test_links_of_ones_own_take_no_room_from_those_of_a_team(
    ana: Someone, lead: ActingForTeam, faster: str
) -> None:
    for _ in range(MOST_LINKS):
        add_link(ana.me, LinkFields("", "One", ()), KEYS, NOON)
    add_link(lead, LinkFields(faster, "", ()), KEYS, NOON)
    with pytest.raises(Invalid):
        add_link(ana.me, LinkFields("", "One", ()), KEYS, NOON)


def test_who_leaves_is_taken_out_of_that_teams_links_and_nobody_else(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId, shows: Shows
) -> None:
    set_place(ana.me, platform, number(ben), Place.LEAD, NOON)
    private = win("Private")
    ana.sends(private)
    hers, own = token_of(lead, faster, shows(ana, "Ana's")), _own_token(ana, str(private["id"]))
    his = token_of(acting_for_team(platform, ben.me.id), faster, shows(ben, "Ben's"))
    leaves(ana, platform)
    assert (words_at(hers), words_at(own)) == ([], [("", "Private")])
    assert words_at(his) == [("Ben", "Ben's")]


def _own_token(someone: Someone, chosen: str) -> str:
    made = add_link(someone.me, LinkFields("", "Mine", (chosen,)), KEYS, NOON)
    return next(one.token for one in links_of(someone.me, KEYS) if one.id == made)


def test_who_leaves_takes_their_own_consent_with_them_alone(
    ana: Someone, ben: Someone, lead: ActingForTeam, faster: str, platform: TeamId, shows: Shows
) -> None:
    for someone in (ana, ben):
        set_outside(someone.me, platform, shows(someone, f"Of {someone.name}"), shown=True)
    ana.sends(win("The team's", team=platform, objectives=[faster], at=NOON - HOUR))
    leaves(ben, platform)
    assert words_at(token_of(lead, faster)) == [("", "Of Ana"), ("", "The team's")]


def test_of_many_wins_the_newest_are_offered(
    ana: Someone, lead: ActingForTeam, faster: str, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.domain.links.candidates.MOST_OFFERED", 1)
    shows(ana, "Old")
    shows(ana, "New", at=NOON + 1)
    for acting, objective in ((lead, faster), (ana.me, faster), (ana.me, "")):
        assert [one.what for one in candidates(acting, objective, ())] == ["New"]


def test_wins_that_are_not_shown_are_counted_so_far_and_no_further(
    ben: Someone, lead: ActingForTeam, faster: str, shows: Shows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("webapp.storage.teams.outside_rows.MOST_COUNTED", 1)
    for words in ("One", "Two", "Three"):
        shows(ben, words)
    assert page_at(token_of(lead, faster)).shown.others == 2


def test_a_page_has_a_few_charts(lead: ActingForTeam, faster: str) -> None:
    for at in range(MOST_INDICATORS + 1):
        add_indicator(lead, Measure(f"No. {at}", objective=faster))
    assert len(page_at(token_of(lead, faster)).indicators) == MOST_INDICATORS
