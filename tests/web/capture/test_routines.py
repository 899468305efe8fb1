"""A new routine is shown once."""

import pytest

from tests.support.make import DAY, OURS, Someone, win
from tests.web.conftest import Browser
from webapp.storage.account.people import Person
from webapp.web.shared.clock import now


@pytest.fixture
def daily(ana: Someone) -> Someone:
    """Return Return Ana, who cleared the queue on five days."""
    noon = now()
    Person.update(checkin_days=0).where(Person.id == ana.id).execute()
    ana.sends(*[win("Cleared <the> queue", at=noon - ago * DAY) for ago in range(5)], now=noon)
    return ana


def id_on(page: str) -> str:
    return page.partition('name="id" value="')[2].partition('"')[0]


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
