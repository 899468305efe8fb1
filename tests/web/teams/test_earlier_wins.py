"""Joining asks once whether to show wins that said "team" and named none; No comes first (R31)."""

import re

import pytest

from tests.support.make import NOON, Someone, win
from tests.support.owners.teams import a_team, joins, leaves, token_into
from tests.web.conftest import Browser
from tests.web.teams.test_boards import listed
from webapp.rules.shared.ids import TeamId
from webapp.storage.capture.wins import Win
from webapp.storage.teams.memberships import Membership
from webapp.web.shared import clock

ANSWERS = re.compile(r'name="show" value="(\w+)">\s*([^<]*?)\s*<')


@pytest.fixture
def team(ana: Someone) -> TeamId:
    """Return a team of Ana's."""
    return a_team(ana, "Platform", now=clock.now())


@pytest.fixture
def earlier(ben: Someone) -> None:
    """Store what Ben logged before there were teams."""
    said = [win("Said", visibility="team"), win("For all", visibility="organisation")]
    ben.sends(*said, win("Private"))


def join(browser: Browser, team: TeamId, lead: Someone) -> str:
    """Join a team by the button, and return where that leads."""
    answer = browser.post("/memberships/", link=token_into(team, lead, now=clock.now()))
    return str(answer.location)


def test_the_answer_that_is_offered_first_is_no(
    as_ben: Browser, ana: Someone, team: TeamId, earlier: None
) -> None:
    leads_to = join(as_ben, team, ana)
    assert leads_to == f"/teams/{team}/earlier-wins/new"
    page = as_ben.get(leads_to).text
    assert ANSWERS.findall(page) == [
        ("no", "No, keep them private"),
        ("yes", "Show them to Platform"),
    ]
    assert "2 earlier wins" in page
    assert 'name="once"' in page


@pytest.mark.parametrize(("answer", "shown"), [("no", []), ("", []), ("yes", ["For all", "Said"])])
def test_only_who_says_so_shows_them(
    as_ben: Browser, ana: Someone, team: TeamId, earlier: None, answer: str, shown: list[str]
) -> None:
    asks = join(as_ben, team, ana)
    answered = as_ben.post(f"/teams/{team}/earlier-wins/", show=answer)
    assert (answered.status_code, answered.location) == (303, f"/teams/{team}")
    assert sorted(listed(as_ben, f"/teams/{team}")) == shown
    assert as_ben.get(asks).location == f"/teams/{team}"  # there is nothing to ask any more


def test_after_no_another_team_does_not_ask(
    as_ben: Browser, ben: Someone, ana: Someone, team: TeamId, earlier: None
) -> None:
    join(as_ben, team, ana)
    as_ben.post(f"/teams/{team}/earlier-wins/", show="no")
    assert {row.visibility for row in Win.select()} == {"private"}
    other = a_team(ana, "Sales", now=clock.now())
    assert join(as_ben, other, ana) == f"/teams/{other}"


def test_leaving_the_page_keeps_them_private_and_it_is_asked_once(
    as_ben: Browser, ana: Someone, team: TeamId, earlier: None
) -> None:
    as_ben.get(join(as_ben, team, ana))
    assert listed(as_ben, f"/teams/{team}") == []
    assert join(as_ben, team, ana) == f"/teams/{team}"  # the link again, by who is in the team


def test_nobody_is_asked_without_such_wins(as_ben: Browser, ben: Someone, ana: Someone) -> None:
    shown = a_team(ana, "Sales", ben)
    ben.sends(win("Private"), win("Shown", visibility=f"team:{shown}"))
    ana.sends(win("Hers", visibility="team"))
    team = a_team(ana, "Platform", now=clock.now())
    assert join(as_ben, team, ana) == f"/teams/{team}"


@pytest.mark.parametrize("what", ["never there", "left", "archived"])
def test_who_may_show_the_team_nothing_gets_404(
    as_ben: Browser, ben: Someone, ana: Someone, team: TeamId, earlier: None, what: str
) -> None:
    if what != "never there":
        joins(ben, team, ana, now=clock.now())
    if what == "left":
        leaves(ben, team)
    if what == "archived":
        Membership.update(archived=NOON).where(Membership.team == team).execute()
    page = as_ben.get(f"/teams/{team}/earlier-wins/new")
    answered = as_ben.post(f"/teams/{team}/earlier-wins/", show="yes")
    assert (page.status_code, answered.status_code) == (404, 404)
    assert Win.select().where(Win.team == team).count() == 0
