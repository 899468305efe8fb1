"""No form and no page leads to another site, whatever is sent along."""

from typing import Any

import pytest

from tests.support.make import OURS
from tests.web.asking import named
from tests.web.conftest import Browser
from tests.web.rights import FORMS, RIGHTS
from webapp.storage.engine.database import database

# One engine: no address comes out of the database.
pytestmark = [pytest.mark.long, pytest.mark.parametrize("engine", ["sqlite"], indirect=True)]

ELSEWHERE = (
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/wins/\\..\\..\\\\evil.example/",
    "/\t/evil.example/",
    "javascript:alert(1)",
    "evil.example",
)
LEADING = ("next", "leads_to", "to", "return")
ROUTES = [route for route in RIGHTS if not route.startswith("GET ")] + ["GET /sessions/new"]


def is_ours(location: str) -> bool:
    """Return whether a browser stays with us that is led to this address."""
    begins = location.startswith("/") and location[1:2] not in ("/", "\\")
    return begins and location.isprintable() and "\\" not in location


def locations(browser: Browser, route: str, leads: str, things: dict[str, Any]) -> list[str]:
    """Return where a route leads when each name that could say so says `leads`."""
    method, path = route.split()
    form = {**FORMS.get(route, {}), **dict.fromkeys(LEADING, leads)}
    form = {name: named(value, things) for name, value in form.items()}
    headers = {**OURS, "Referer": leads.replace("\t", "") or "/"}
    query = dict.fromkeys(LEADING, leads)
    session = browser.client.get_cookie("session")  # some routes end it, and the next needs it
    with database.atomic() as attempt:
        answer = browser.client.open(
            named(path, things), method=method, data=form, headers=headers, query_string=query
        )
        attempt.rollback()
    if session:
        browser.client.set_cookie("session", session.value)
    given = (answer.headers.get(name) for name in ("Location", "HX-Redirect"))
    return [one for one in given if one]


@pytest.mark.parametrize("leads", ELSEWHERE)
def test_no_route_leads_to_another_site(
    leads: str, as_ana: Browser, signed_out: Browser, theirs: dict[str, Any]
) -> None:
    found = {
        (route, location)
        for route in ROUTES
        for browser in (as_ana, signed_out)
        for location in locations(browser, route, leads, theirs)
    }
    assert [one for one in found if not is_ours(one[1])] == []
    assert len(found) > 50
