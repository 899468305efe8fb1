"""Who may do what: one table of every route and role; a route that is not in it fails (A1).

The roles there are: signed out; the owner of what the address names; a stranger to it.
"""

import uuid
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from flask import Flask

from tests.make import NOON, OURS, SECRET, Someone, rating, win
from tests.web.conftest import Browser
from webapp.domain.adjustments import show
from webapp.domain.obstacles import name_obstacle
from webapp.domain.reviews import begin
from webapp.domain.tokens import keyed_hash
from webapp.rules.adjustments import OneArea

# method and route: what (signed out, owner, stranger) are answered
RIGHTS = {
    "GET /": (303, 200, 200),
    "GET /adjustments/": (303, 200, 200),
    "PATCH /adjustments/<showing>": (303, 303, 404),
    "GET /checkins/": (303, 200, 200),
    "POST /checkins/": (303, 303, 303),
    "PATCH /checkins/<checkin_id>": (303, 303, 404),
    "DELETE /checkins/<checkin_id>": (303, 303, 303),
    "GET /checkins/<checkin_id>/edit": (303, 200, 404),
    "GET /checkins/new": (303, 200, 200),
    "POST /deferrals/": (303, 303, 303),
    "GET /devices/": (303, 200, 200),
    "DELETE /devices/": (303, 303, 303),
    "DELETE /devices/<device_id>": (303, 303, 303),
    "GET /evidence/": (303, 200, 200),
    "GET /evidence/record.<form>": (303, 200, 200),
    "GET /healthz": (200, 200, 200),
    "GET /insights/": (303, 200, 200),
    "GET /insights/confidence.<form>": (303, 200, 200),
    "GET /insights/method": (303, 200, 200),
    "GET /invitations/<invitation>": (200, 303, 303),
    "GET /manifest.json": (200, 200, 200),
    "POST /obstacles/": (303, 303, 404),
    "DELETE /obstacles/<obstacle_id>": (303, 303, 404),
    "POST /obstacles/<obstacle_id>/settlement": (303, 303, 404),
    "DELETE /obstacles/<obstacle_id>/settlement": (303, 303, 404),
    "GET /offline": (200, 200, 200),
    "GET /outbox/": (303, 200, 200),
    "POST /outbox/": (401, 200, 403),
    "PATCH /passwords/current": (303, 422, 422),
    "GET /passwords/current/edit": (303, 200, 200),
    "GET /patterns/": (303, 200, 200),
    "POST /people/": (422, 422, 422),
    "PATCH /people/current": (303, 422, 422),
    "GET /people/current/edit": (303, 200, 200),
    "GET /people/new": (200, 303, 303),
    "GET /readyz": (200, 200, 200),
    "GET /resets/<reset>": (404, 404, 404),  # here no link is known; see test_resets.py
    "PATCH /resets/<reset>": (404, 404, 404),
    "PATCH /review-plans/current": (303, 422, 422),
    "GET /review-plans/current/edit": (303, 200, 200),
    "GET /reviews/": (303, 200, 200),
    "POST /reviews/": (303, 303, 303),
    "GET /reviews/<review_id>": (303, 200, 404),
    "PATCH /reviews/<review_id>": (303, 303, 404),
    "DELETE /reviews/<review_id>": (303, 303, 404),
    "GET /reviews/<review_id>/edit": (303, 200, 404),
    "POST /sessions/": (422, 422, 422),
    "DELETE /sessions/current": (303, 303, 303),
    "GET /sessions/new": (200, 303, 303),
    "GET /settings/": (303, 200, 200),
    "PATCH /settings/": (303, 303, 303),
    "GET /signed-out": (200, 200, 200),
    "GET /sw.js": (200, 200, 200),
    "GET /wins/": (303, 200, 200),
    "POST /wins/": (303, 303, 303),
    "PATCH /wins/<win_id>": (303, 303, 404),
    "DELETE /wins/<win_id>": (303, 303, 303),
    "GET /wins/<win_id>/edit": (303, 200, 404),
}
FORMS: dict[str, dict[str, str]] = {
    "POST /checkins/": {"rating": "7"},
    "PATCH /checkins/<checkin_id>": {"note": "Mine"},
    "PATCH /adjustments/<showing>": {"reply": "snoozed"},
    "PATCH /reviews/<review_id>": {"step": "progress", "leads_to": "next", "note": "Mine"},
    "PATCH /settings/": {"day_start": "240"},
    "PATCH /wins/<win_id>": {"what": "Mine"},
}
SEEN = ("/wins/", "/checkins/", "/devices/", "/reviews/", "/adjustments/")
NAMED = [route for route in RIGHTS if "<" in route]


@pytest.fixture
def theirs(ana: Someone) -> dict[str, Any]:
    """What Ana has, by the name it has in routes."""
    a_win, a_rating = win(), rating()
    ana.sends(a_win, a_rating)
    day = date(2026, 11, 22)
    show(ana.me, [OneArea("Support", (a_win["id"],), 1, "Hiring")], day, NOON)
    review_id = begin(ana.me, day, NOON)
    return {
        "win_id": a_win["id"],
        "checkin_id": a_rating["id"],
        "showing": f"one_area.{day}",
        "review_id": review_id,
        "obstacle_id": name_obstacle(ana.me, review_id, "No test machine", NOON),
        "form": "csv",
        "device_id": keyed_hash(ana.token, SECRET),
        "person": ana.me.key,
    }


def asked(browser: Browser, route: str, named: dict[str, Any]) -> Any:
    """The answer to `route` with these ids in it."""
    method, path = route.split()
    for name, value in named.items():
        path = path.replace(f"<{name}>", str(value))
    sent: dict[str, Any] = {"data": FORMS.get(route, {})}
    if route == "POST /obstacles/":
        sent = {"data": {"review": named["review_id"], "what": "No test machine"}}
    if route == "POST /outbox/":
        sent = {"json": {"person": named["person"], "entries": []}}
    return browser.client.open(path, method=method, headers=OURS, buffered=True, **sent)


def routes_of(app: Flask) -> Iterator[str]:
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield f"{method} {rule.rule}"


def test_every_route_is_in_the_table(app: Flask) -> None:
    assert sorted(routes_of(app)) == sorted(RIGHTS)


@pytest.mark.parametrize("route", RIGHTS)
def test_each_role_gets_its_answer(
    route: str, theirs: dict[str, Any], signed_out: Browser, as_ana: Browser, as_cleo: Browser
) -> None:
    # The owner comes last: what they delete would be missing for the others.
    answers = [asked(browser, route, theirs) for browser in (signed_out, as_cleo, as_ana)]
    without, stranger, owner = (answer.status_code for answer in answers)
    assert (without, owner, stranger) == RIGHTS[route]


@pytest.mark.parametrize("route", NAMED)
def test_what_is_anothers_and_what_is_missing_are_answered_alike(
    route: str, theirs: dict[str, Any], as_cleo: Browser
) -> None:
    missing = {name: str(uuid.uuid4()) for name in theirs} | {"form": "csv"}
    foreign, none = asked(as_cleo, route, theirs), asked(as_cleo, route, missing)
    assert (foreign.status_code, foreign.data) == (none.status_code, none.data)
    assert dict(foreign.headers) == dict(none.headers)


@pytest.mark.parametrize("route", NAMED)
def test_a_stranger_changes_nothing(
    route: str, theirs: dict[str, Any], as_ana: Browser, as_cleo: Browser
) -> None:
    before = [
        as_ana.get(path).data
        for path in ("/wins/", "/checkins/", "/devices/", "/reviews/", "/adjustments/")
    ]
    asked(as_cleo, route, theirs)
    assert [
        as_ana.get(path).data
        for path in ("/wins/", "/checkins/", "/devices/", "/reviews/", "/adjustments/")
    ] == before
