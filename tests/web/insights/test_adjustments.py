"""Answering adjustments over HTTP (R42)."""

from datetime import date

import pytest

from tests.support.make import NOON, Someone
from tests.web.conftest import Browser
from webapp.domain.insights import adjustments
from webapp.rules.insights.adjustments import OneArea
from webapp.storage.insights.adjustments import Adjustment

DAY = date(2026, 11, 22)
SHOWING = f"/adjustments/one_area.{DAY}?_method=PATCH"


@pytest.fixture
def shown(ana: Someone) -> None:
    adjustments.show(ana.me, [OneArea("Support", (), 13, "Hiring")], [], DAY, NOON)


@pytest.mark.usefixtures("shown")
def test_following_it_is_kept_and_leads_there(as_ana: Browser) -> None:
    answer = as_ana.post(SHOWING, reply="done", leads_to="/goals/new?area=Hiring")
    assert (answer.status_code, answer.location) == (303, "/goals/new?area=Hiring")
    assert "You followed it." in as_ana.get("/adjustments/").text


@pytest.mark.usefixtures("shown")
def test_it_leads_to_no_other_site(as_ana: Browser) -> None:
    assert as_ana.post(SHOWING, reply="done", leads_to="//evil.example").location == "/"


@pytest.mark.usefixtures("shown")
def test_a_dismissed_one_can_be_shown_again(as_ana: Browser) -> None:
    as_ana.post(SHOWING, reply="dismissed")
    assert "Show it again" in as_ana.get("/adjustments/").text
    as_ana.post(SHOWING, reply="again")
    assert Adjustment.get().state == "snoozed"


@pytest.mark.usefixtures("shown")
def test_what_is_no_answer_is_refused_in_a_sentence(as_ana: Browser) -> None:
    answer = as_ana.post(SHOWING, reply="maybe")
    assert (answer.status_code, "Choose one of the buttons." in answer.text) == (422, True)


@pytest.mark.usefixtures("shown")
def test_anothers_and_none_are_the_same(as_cleo: Browser) -> None:
    theirs = as_cleo.post(SHOWING, reply="done")
    none = as_cleo.post("/adjustments/x.y?_method=PATCH", reply="done")
    assert (theirs.status_code, theirs.data) == (none.status_code, none.data)
    assert Adjustment.get().state == "shown"
