"""Who may do what: every route and role; a route that is not in the table fails (A1).

webapp/rules/rights/permissions.py has the table; tests/web/rights.py what each route answers.
"""

import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from tests.web.teams.owned import ROUTES_OF_TEAMS
from tools.rights import PAGE, page
from webapp.rules.rights.permissions import Role, may
from webapp.web.shared.headers import COMMON
from webapp.web.shared.permissions.routes import PARTS, ROUTES

SEEN = (
    "/wins/",
    "/checkins/",
    "/devices/",
    "/absences/",
    "/reminders/",
    "/presets/",
    "/goals/",
    "/decisions/",
    "/objectives/",
    "/indicators/",
    "/reviews/",
    "/adjustments/",
)
PUBLIC = ("<template>", "<name>", "<form>")  # names nothing of anybody's
BY_SECRET = {
    "GET /invitations/<link>",
    "GET /outside/<path:link>",
}  # whoever has the link may open it
NAMED = [
    r for r in RIGHTS if r not in BY_SECRET and "<" in r and not any(name in r for name in PUBLIC)
]
STRICTER = {"GET /outside/<path:link>": {"Referrer-Policy": "no-referrer"}}
STYLEGUIDE = {"GET /styleguide/"}  # there only where the operator asks for it
LEAD_ELSEWHERE = {"POST /languages/", "DELETE /sessions/current"}  # with a redirect of their own
# What is the same for everybody is not listed again: only ids can be missing.
KNOWN = {"name", "link", "path:link", "kind", "int:criterion", "day", "template", "form"}


def shown(browser: Browser, path: str) -> str:
    """Return a page without the id that each drawing of it makes for its forms."""
    return re.sub(r'name="once" value="[0-9a-f-]{36}"', "", browser.get(path).text)


def unknown(name: str) -> str:
    """Return an id that nothing has, for this name in routes."""
    return "2000000000" if name.startswith("int:") else str(uuid.uuid4())


def routes_of(app: Flask) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield f"{method} {rule.rule}"


def test_every_route_is_in_the_table(app: Flask) -> None:
    known = [*RIGHTS, *ROUTES_OF_TEAMS]
    assert sorted(routes_of(app)) == sorted(known) == sorted({*ROUTES} - STYLEGUIDE)


def test_no_route_is_in_the_table_twice() -> None:
    listed = [route for part in PARTS for routes in part.values() for route in routes]
    assert len(listed) == len({*listed})


def test_a_route_that_is_not_in_the_table_is_refused(
    as_ana: Browser, signed_out: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(ROUTES, "GET /help/")  # as if it had been forgotten
    assert as_ana.get("/help/").status_code == 404
    assert signed_out.get("/help/").status_code == 303


def test_the_page_about_rights_is_made_from_the_table() -> None:
    assert PAGE.read_text() == page()


@pytest.mark.parametrize("route", RIGHTS)
def test_each_role_gets_its_answer(
    route: str, theirs: dict[str, Any], signed_out: Browser, as_ana: Browser, as_cleo: Browser
) -> None:
    # The owner comes last: what they delete would be missing for the others.
    answers = [asked(browser, route, theirs) for browser in (signed_out, as_cleo, as_ana)]
    without, stranger, owner = (answer.status_code for answer in answers)
    assert (without, owner, stranger) == RIGHTS[route]
    common = {**COMMON, **STRICTER.get(route, {})}
    assert all(common.items() <= dict(answer.headers).items() for answer in answers)  # A2


@pytest.mark.parametrize("route", NAMED)
def test_what_is_anothers_and_what_is_missing_are_answered_alike(
    route: str, theirs: dict[str, Any], as_cleo: Browser
) -> None:
    missing = {**theirs, **{name: unknown(name) for name in theirs if name not in KNOWN}}
    foreign, none = asked(as_cleo, route, theirs), asked(as_cleo, route, missing)
    assert (foreign.status_code, foreign.data) == (none.status_code, none.data)
    assert dict(foreign.headers) == dict(none.headers)


@pytest.mark.long
@pytest.mark.parametrize("route", NAMED)
def test_a_stranger_changes_nothing(
    route: str, theirs: dict[str, Any], as_ana: Browser, as_cleo: Browser
) -> None:
    before = [shown(as_ana, path) for path in SEEN]
    asked(as_cleo, route, theirs)
    assert [shown(as_ana, path) for path in SEEN] == before


def test_who_is_signed_out_is_answered_the_same_everywhere(
    theirs: dict[str, Any], signed_out: Browser
) -> None:
    answers = {route: asked(signed_out, route, theirs).status_code for route in RIGHTS}
    assert answers == {route: without for route, (without, _, _) in RIGHTS.items()}
    asked_to_sign_in = {route for route, status in answers.items() if status in {303, 401}}
    everybody = (Role.SIGNED_OUT, Role.LINK)
    public = {route for route, needs in ROUTES.items() if any(may(one, needs) for one in everybody)}
    assert asked_to_sign_in & public == LEAD_ELSEWHERE
    assert {*RIGHTS} - asked_to_sign_in <= public
    signed_out.client.set_cookie("device", "known")  # then Today is no front page
    assert asked(signed_out, "GET /", theirs).status_code == 303
