"""Settings."""

import pytest

from tests.support.make import Someone
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.rules.account.settings import PARSERS

NAMES = list(PARSERS)


def change(browser: Browser, name: str, *values: str):  # type: ignore[no-untyped-def]
    return browser.client.post(
        f"/settings/{name}?_method=PATCH",
        data={name: list(values)},
        headers={"Origin": "http://localhost"},
    )


def test_a_change_leads_back_to_the_list_and_is_marked_there(as_ana: Browser, ana: Someone) -> None:
    answer = change(as_ana, "day_start", "360")
    assert (answer.status_code, answer.location) == (303, "/settings/?saved=day_start#day_start")
    assert ana.me.day_start == 360
    page = as_ana.get("/settings/?saved=day_start").text
    assert ">Saved</b> <bdi>06:00</bdi>" in page
    assert "<title>Saved · Settings" in page


def test_days_of_the_week_can_be_several_or_none(as_ana: Browser, ana: Someone) -> None:
    change(as_ana, "workdays", "0", "6")
    change(as_ana, "checkin_days")
    assert (ana.me.workdays, ana.me.checkin_days) == (0b1000001, 0)
    page = as_ana.get("/settings/").text
    assert "<bdi>Mon, Sun</bdi>" in page
    assert "<bdi>None</bdi>" in page


@pytest.mark.parametrize("name", NAMES)
def test_each_has_a_form_that_starts_from_what_is_set(as_ana: Browser, name: str) -> None:
    page = as_ana.get(f"/settings/{name}/edit")
    assert page.status_code == 200
    assert f'name="{name}"' in page.text


def test_the_forms_show_what_was_chosen(as_ana: Browser) -> None:
    change(as_ana, "fixed_zone", "Asia/Tokyo")
    change(as_ana, "theme", "dark")
    change(as_ana, "areas", "Customers\nLearning")
    assert 'value="Asia/Tokyo"' in as_ana.get("/settings/fixed_zone/edit").text
    assert 'value="dark" aria-pressed="true"' in as_ana.get("/settings/theme/edit").text
    assert ">Customers\nLearning</textarea>" in as_ana.get("/settings/areas/edit").text
    assert as_ana.get("/settings/workdays/edit").text.count(" checked>") == 5


def test_the_theme_is_that_of_every_page(as_ana: Browser) -> None:
    assert "data-theme" not in as_ana.get("/").text
    change(as_ana, "theme", "dark")
    for path in ("/", "/settings/", "/nothing"):
        page = as_ana.get(path).text
        assert 'data-theme="dark"' in page
        assert page.count('name="theme-color"') == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("day_start", value) for value in ["", "-60", "61", "1500", "four", "٤"]),
        ("fixed_zone", "Europe/Atlantis"),
        ("workdays", "7"),
        ("areas", "x" * 61),
        ("goal_limit", "8"),
        ("theme", "pink"),
    ],
)
def test_an_invalid_value_changes_nothing_and_is_reported(
    as_ana: Browser, ana: Someone, name: str, value: str
) -> None:
    before = ana.me
    answer = change(as_ana, name, value)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert ana.me == before


def test_what_was_typed_is_given_back(as_ana: Browser) -> None:
    lines = "\n".join(f"Area {n}" for n in range(13))
    assert lines in change(as_ana, "areas", lines).text
    assert 'value="Atlantis &amp; co"' in change(as_ana, "fixed_zone", "Atlantis & co").text


@pytest.mark.parametrize("name", ["email", "rev", "visibility", "nothing"])
def test_there_are_no_others(as_ana: Browser, name: str) -> None:
    assert as_ana.get(f"/settings/{name}/edit").status_code == 404
    assert change(as_ana, name, "1").status_code == 404


def test_the_list_asks_only_who_it_is(as_ana: Browser) -> None:
    with counted_queries() as queries:
        as_ana.get("/settings/")
    assert len(queries) == 1
