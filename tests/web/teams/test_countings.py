"""My answers count in ...: asked with nothing chosen, answered once, and nobody else's business."""

import re

import pytest
from flask import Flask

from tests.support.make import NOON, Someone
from tests.support.owners.teams import a_team, joins, token_into
from tests.web.conftest import Browser
from webapp.domain.teams.counting import own_choice
from webapp.rules.teams.teams import Place

FORM = "/countings/current/edit"
CHECKED = re.compile(r'value="(\d*)"\s+checked')


@pytest.fixture
def team(ana: Someone, ben: Someone) -> int:
    """Return the number of a team of Ana and Ben, who have not chosen."""
    return a_team(ana, "Platform", ben)


def test_nothing_is_chosen_beforehand_and_the_answer_is_kept(as_ben: Browser, ben: Someone, team):
    assert CHECKED.findall(as_ben.get(FORM).text) == []
    answered = as_ben.post("/countings/current?_method=PATCH", team=str(team))
    assert answered.status_code == 303
    assert answered.headers["Location"].endswith("/settings/?saved=counts_in#teams")
    assert CHECKED.findall(as_ben.get(FORM).text) == [str(team)]
    assert "begins on Mon 30 Nov" in " ".join(as_ben.get(FORM).text.split())


def test_no_team_is_an_answer_too(as_ben: Browser, ben: Someone, team):
    as_ben.post("/countings/current?_method=PATCH", team="")
    assert CHECKED.findall(as_ben.get(FORM).text) == [""]
    assert own_choice(ben.me, NOON).is_answered


@pytest.mark.parametrize("said", ["999999", "x", None])
def test_a_team_that_is_not_theirs_is_refused_in_words(as_cleo: Browser, team, said):
    form = {} if said is None else {"team": said}
    refused = as_cleo.post("/countings/current?_method=PATCH", **form)
    assert refused.status_code == 422
    assert "Choose one of your teams" in refused.text
    assert as_cleo.post("/countings/current?_method=PATCH", team=str(team)).status_code == 422


def test_settings_say_what_was_chosen(as_ben: Browser, team):
    assert "Not chosen yet" in as_ben.get("/settings/").text
    as_ben.post("/countings/current?_method=PATCH", team=str(team))
    row = as_ben.get("/settings/").text.partition(FORM)[2].partition("</a>")[0]
    assert "Platform" in row


def test_the_board_asks_until_there_is_an_answer(as_ben: Browser, as_ana: Browser, team):
    assert FORM in as_ben.get(f"/teams/{team}").text
    as_ben.post("/countings/current?_method=PATCH", team="")
    assert FORM not in as_ben.get(f"/teams/{team}").text
    assert FORM in as_ana.get(f"/teams/{team}").text


def test_an_observer_is_not_asked(as_cleo: Browser, ana: Someone, cleo: Someone, team):
    page = as_cleo.get(f"/invitations/{token_into(team, ana, place=Place.OBSERVER)}").text
    assert 'name="counts_in"' not in page
    joins(cleo, team, ana, place=Place.OBSERVER)
    assert FORM not in as_cleo.get(f"/teams/{team}").text


@pytest.mark.parametrize(
    ("said", "chosen"), [("yes", (True, True)), ("no", (True, False)), (None, (False, False))]
)
def test_joining_asks_and_takes_no_answer_for_none(
    app: Flask, ana: Someone, cleo: Someone, team, said, chosen
):
    as_cleo = Browser(cleo.browser(app))
    token = token_into(team, ana, now=NOON)
    form = as_cleo.get(f"/invitations/{token}").text
    assert form.count('name="counts_in"') == 2
    assert not re.search(r'name="counts_in"[^>]*checked', form)
    as_cleo.post("/memberships/", link=token, **({"counts_in": said} if said else {}))
    choice = own_choice(cleo.me, NOON)
    assert (choice.is_answered, choice.team == team) == chosen


def test_not_here_leaves_what_was_chosen_before(app: Flask, ana: Someone, cleo: Someone, team):
    as_cleo = Browser(cleo.browser(app))
    other = a_team(cleo, "Sales")
    as_cleo.post("/countings/current?_method=PATCH", team=str(other))
    as_cleo.post("/memberships/", link=token_into(team, ana, now=NOON), counts_in="no")
    assert own_choice(cleo.me, NOON).team == other


def test_a_lead_raises_k_and_cannot_lower_it(as_ana: Browser, team):
    path = f"/teams/{team}/confidence-rule"
    assert as_ana.post(f"{path}?_method=PATCH", k="8").status_code == 303
    assert re.findall(r'<option value="(\d+)"', as_ana.get(f"{path}/edit").text) == [
        *("8", "10", "12", "15", "20")
    ]
    refused = as_ana.post(f"{path}?_method=PATCH", k="5")
    assert (refused.status_code, "not lowered" in refused.text) == (422, True)


def test_the_stricter_rule_is_chosen_once_and_for_all(as_ana: Browser, team):
    path = f"/teams/{team}/confidence-rule"
    as_ana.post(f"{path}?_method=PATCH", k="5", stricter="yes")
    page = as_ana.get(f"{path}/edit").text
    assert "The stricter rule is in use" in page
    assert 'name="stricter"' not in page


def test_a_member_who_is_no_lead_is_not_shown_the_form(as_ben: Browser, team):
    assert as_ben.get(f"/teams/{team}/confidence-rule/edit").status_code == 404
    assert as_ben.post(f"/teams/{team}/confidence-rule?_method=PATCH", k="8").status_code == 404
