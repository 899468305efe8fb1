"""Help: eleven answers, each linked from where it is needed (R56)."""

import re

import pytest

from tests.support.make import Someone, win
from tests.support.owners.teams import a_team, token_into
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.web.shared import clock

LINK = re.compile(r'href="(/help/(?:#[a-z-]+)?)"')
PLACES = {
    "/": "/help/#offline",  # the first steps
    "/wins/": "/help/#what-counts",
    "/checkins/": "/help/#how-often",
    "/checkins/new": "/help/#why",
    "/settings/": "/help/",
}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("path", "number"), [("/help/", 12), ("/help/teams/", 13)])
def test_it_answers_its_questions_in_60_to_120_words(
    signed_out: Browser, path: str, number: int, language: str
) -> None:
    signed_out.client.set_cookie("language", language)
    page = signed_out.get(path).text
    answers = re.findall(r'<section class="answer-card.*?</section>', page, re.DOTALL)
    lengths = [len(re.sub("<.*?>", " ", answer).split()) for answer in answers]
    assert len(lengths) == number
    assert 60 <= min(lengths) <= max(lengths) <= 120


@pytest.mark.parametrize("path", ["/help/", "/help/teams/"])
def test_every_question_leads_to_its_answer(signed_out: Browser, path: str) -> None:
    page = signed_out.get(path).text
    asked = re.findall(r'class="questions__one" href="#([a-z-]+)"', page)
    assert asked == re.findall(r'<section class="answer-card card" id="([a-z-]+)"', page)


def test_it_says_that_it_is_no_advice(signed_out: Browser) -> None:
    assert "no medical or psychological advice" in signed_out.get("/help/").text


@pytest.mark.parametrize("path", PLACES)
def test_each_answer_is_one_tap_from_where_it_is_needed(as_ana: Browser, path: str) -> None:
    anchors = {
        f"/help/#{name}" for name in re.findall(r' id="([a-z-]+)"', as_ana.get("/help/").text)
    }
    links = set(LINK.findall(as_ana.get(path).text))
    assert PLACES[path] in links
    assert links - {"/help/"} <= anchors


def test_a_persons_help_is_theirs_and_asked_for_again(as_ana: Browser, ana: Someone) -> None:
    page = as_ana.get("/help/")
    assert page.headers["Cache-Control"] == "private, no-cache"
    tag = page.headers["ETag"]
    assert as_ana.get("/help/", headers={"If-None-Match": tag}).status_code == 304


def test_its_queries_do_not_grow(as_ana: Browser, ana: Someone) -> None:
    as_ana.get("/help/")
    with counted_queries() as few:
        as_ana.get("/help/")
    ana.sends(*[win() for _ in range(20)])
    with counted_queries() as many:
        as_ana.get("/help/")
    assert len(few) == len(many) <= 10


def test_the_help_for_teams_is_one_tap_from_a_team_and_from_an_invitation(
    as_ana: Browser, as_ben: Browser, ana: Someone
) -> None:
    team = a_team(ana, now=clock.now())
    invitation = f"/invitations/{token_into(team, ana, now=clock.now())}"
    for page in (as_ana.get(f"/teams/{team}/settings"), as_ben.get(invitation)):
        assert 'href="/help/teams/' in page.text
    assert 'href="/help/teams/' in as_ben.get("/help/").text
