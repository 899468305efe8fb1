"""Headers on every answer, errors too (A2)."""

import pytest

from tests.web.conftest import Browser
from webapp.web.headers import COMMON

ANSWERS = [
    "/",
    "/sessions/new",
    "/people/new",
    "/invitations/a-link",
    "/resets/a-link",
    "/offline",
    "/signed-out",
    "/manifest.json",
    "/sw.js",
    "/static/build/favicon.svg",
    "/nothing-here",
    "/static/build/nothing-here.js",
    "/wins/not-an-id/edit",
]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_carries_the_security_headers(signed_out: Browser, path: str) -> None:
    answer = signed_out.get(path)
    assert {name: answer.headers.get(name) for name in COMMON} == COMMON


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/wins/",
        "/goals/",
        "/goals/calibration/",
        "/checkins/",
        "/checkins/new",
        "/settings/",
        "/outbox/",
        "/insights/",
        "/insights/method",
        "/patterns/",
        "/evidence/",
    ],
)
def test_a_persons_pages_are_kept_by_their_browser_only(as_ana: Browser, path: str) -> None:
    answer = as_ana.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    "path",
    ["/devices/", "/people/current/edit", "/passwords/current/edit", "/reviews/", "/adjustments/"],
)
def test_pages_about_the_account_are_kept_by_nobody(as_ana: Browser, path: str) -> None:
    answer = as_ana.get(path)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")


def test_errors_carry_them_too(signed_out: Browser) -> None:
    for answer in (
        signed_out.client.post("/wins/"),
        signed_out.client.put("/wins/"),
        signed_out.post("/people/", name="x" * 300_000),
    ):
        assert answer.status_code in {403, 405, 413}
        assert {name: answer.headers.get(name) for name in COMMON} == COMMON


def test_the_policy_allows_nothing_inline() -> None:
    assert "unsafe" not in COMMON["Content-Security-Policy"]
    assert COMMON["Content-Security-Policy"].startswith("default-src 'none'")


def test_over_https_browsers_are_told_to_stay_there(signed_out: Browser) -> None:
    answer = signed_out.client.get("/sessions/new", base_url="https://localhost")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
