"""A new routine is shown once."""

import html
import json

import pytest

from tests.support.make import DAY, OURS, Someone, win
from tests.web.conftest import Browser
from webapp.domain.capture.presets import own_presets
from webapp.storage.account.people import Person
from webapp.web.shared.clock import now

PRESET = "0b0c0d0e-0000-4000-8000-000000000009"


@pytest.fixture
def daily(ana: Someone) -> Someone:
    """Return Return Ana, who cleared the queue on five days."""
    noon = now()
    Person.update(checkin_days=0).where(Person.id == ana.id).execute()
    ana.sends(*[win("Cleared <the> queue", at=noon - ago * DAY) for ago in range(5)], now=noon)
    return ana


def id_on(page: str) -> str:
    return page.partition("Now routine:")[2].partition('name="id" value="')[2].partition('"')[0]


def test_it_is_shown_until_it_was_read(daily: Someone, as_ana: Browser) -> None:
    page = as_ana.get("/").text
    assert "Cleared &lt;the&gt; queue" in page.partition("Now routine:")[2]
    assert as_ana.post("/routines/", id=id_on(page)).status_code == 303
    assert "Now routine:" not in as_ana.get("/").text


def test_with_scripts_the_row_goes(daily: Someone, as_ana: Browser) -> None:
    told = {"id": id_on(as_ana.get("/").text)}
    answer = as_ana.client.post("/routines/", data=told, headers={**OURS, "HX-Request": "true"})
    assert (answer.status_code, answer.text) == (200, "")


@pytest.mark.parametrize("told", ["", "x", "../"])
def test_what_is_no_routine_is_refused(as_ana: Browser, told: str) -> None:
    assert as_ana.post("/routines/", id=told).status_code == 422


def test_what_another_person_has_seen_is_still_shown(
    daily: Someone, as_ana: Browser, as_cleo: Browser
) -> None:
    as_cleo.post("/routines/", id=id_on(as_ana.get("/").text))
    assert "Now routine:" in as_ana.get("/").text


def test_it_can_be_made_a_button_which_comes_into_the_dock(daily: Someone, as_ana: Browser) -> None:
    page = as_ana.get("/").text
    given = {"routine": id_on(page), "what": "Cleared <the> queue", "kind": "process"}
    ours = {**OURS, "HX-Request": "true"}
    answer = as_ana.client.post("/presets/", data=given, headers=ours).text
    assert answer.count('name="preset"') == 1
    as_ana.client.post("/presets/", data=given, headers=ours)
    assert [(one.what, one.kind) for one in own_presets(daily.me)] == [(given["what"], "process")]
    assert "Now routine:" not in as_ana.get("/").text


def test_without_scripts_the_button_leads_to_the_presets(daily: Someone, as_ana: Browser) -> None:
    page = as_ana.get("/").text
    answer = as_ana.post("/presets/", routine=id_on(page), what="Cleared", kind="quick")
    assert answer.location.startswith("/presets/#preset-")


def test_a_routine_of_a_button_is_not_offered_as_one(ana: Someone, as_ana: Browser) -> None:
    noon = now()
    Person.update(checkin_days=0).where(Person.id == ana.id).execute()
    pressed = [win("Cut rework", at=noon - ago * DAY, preset=PRESET) for ago in range(5)]
    ana.sends(*pressed, now=noon)
    page = as_ana.get("/").text
    assert "Now routine:" in page
    assert "Make this a button" not in page


def test_the_page_says_what_one_more_win_makes_routine(ana: Someone, as_ana: Browser) -> None:
    noon = now()
    Person.update(checkin_days=0).where(Person.id == ana.id).execute()
    ana.sends(*[win("Cut <rework>", at=noon - ago * DAY) for ago in range(1, 5)], now=noon)
    near = as_ana.get("/").text.partition('data-near="')[2].partition('"')[0]
    assert [one["what"] for one in json.loads(html.unescape(near))] == ["Cut <rework>"]
    ana.sends(win("Cut <rework>", at=noon), now=noon)
    assert "data-near" not in as_ana.get("/").text
