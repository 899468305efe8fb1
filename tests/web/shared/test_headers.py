"""Headers on every answer, errors too (A2)."""

from typing import Any

import pytest
from peewee import OperationalError

from tests.support.make import OURS
from tests.web.asking import named
from tests.web.conftest import Browser
from webapp.rules.shared.rate_limits import TooMany
from webapp.storage.engine.write_lock import Busy
from webapp.web.shared.headers import COMMON

FILES = [
    *(f"/evidence/record.{form}" for form in ("csv", "json", "md")),
    *(f"/insights/confidence.{form}" for form in ("csv", "svg")),
    "/reviews/<review_id>.md",
]
LATTICE = ["/decisions/", "/objectives/", "/indicators/"]
ANSWERS = [
    *LATTICE,
    "/objectives/new",
    "/objectives/not-an-id",
    "/indicators/new",
    "/indicators/not-an-id",
    "/templates/quality/objectives/new",
    "/",
    "/sessions/new",
    "/people/new",
    "/sign-up-links/a-link",
    "/resets/a-link",
    "/resets/",
    "/resets/new",
    "/confirmations/a-link",
    "/unsubscriptions/a-link",
    "/offline",
    "/signed-out",
    "/help/",
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
        "/wins/?q=x",
        "/goals/",
        "/goals/calibration/",
        "/cadences/",
        "/checkins/",
        "/checkins/new",
        "/settings/",
        "/outbox/",
        "/help/",
        *LATTICE,
        "/insights/",
        "/insights/method",
        "/patterns/",
        "/evidence/",
    ],
)
def test_a_persons_pages_are_cached_by_their_browser_only(as_ana: Browser, path: str) -> None:
    answer = as_ana.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/devices/",
        "/reminders/devices/",
        "/people/current/edit",
        "/passwords/current/edit",
        "/mails/",
        "/absences/",
        "/reminders/",
        "/reminders/current/edit",
        "/presets/",
        "/presets/new",
        "/settings/theme/edit",
        "/reviews/",
        "/adjustments/",
    ],
)
def test_pages_with_forms_that_need_a_connection_are_not_cached(as_ana: Browser, path: str) -> None:
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


FILE = "/static/build/favicon.svg"
REFUSED = [  # asked how, with which headers, answered with what
    ("GET", "/wins", {}, 308),
    ("GET", "/wins/", {}, 303),
    ("GET", "/", {"HX-Request": "true"}, 401),
    ("POST", "/people/", OURS, 422),
    ("POST", FILE, {}, 405),
    ("GET", FILE, {"Range": "bytes=9999999-"}, 416),
    ("POST", "/people/", {}, 403),
]


@pytest.mark.parametrize(("method", "path", "headers", "status"), REFUSED)
def test_whatever_is_answered_carries_them(
    signed_out: Browser, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = signed_out.client.open(path, method=method, headers=headers, buffered=True)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in COMMON} == COMMON


@pytest.mark.parametrize("path", ["/", "/wins/", FILE])
def test_that_nothing_changed_carries_them_too(as_ana: Browser, path: str) -> None:
    known = {"If-None-Match": as_ana.get(path).headers["ETag"]}
    answer = as_ana.get(path, headers=known)
    assert answer.status_code == 304
    assert {name: answer.headers.get(name) for name in COMMON} == COMMON


@pytest.mark.parametrize("path", ["/", "/outbox/", "/nothing-here"])
@pytest.mark.parametrize(
    ("error", "status"),
    [
        (TooMany(1000), 429),
        (Busy(), 503),
        (OperationalError("database or disk is full"), 507),
        (OSError(), 500),
    ],
    ids=["too many", "busy", "full", "bug"],
)
def test_a_server_in_trouble_sends_them_too(
    as_ana: Browser, monkeypatch: pytest.MonkeyPatch, path: str, error: Exception, status: int
) -> None:
    def fail(*_: object) -> None:
        raise error

    first = as_ana.client.application.before_request_funcs
    monkeypatch.setitem(first, None, [*first[None], fail])
    answer = as_ana.get(path)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in COMMON} == COMMON


# Written out: a comparison with the constant that answers are made of would notice no change.
LITERALLY = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


@pytest.mark.parametrize(
    "path", ["/", "/sessions/new", "/nothing-here", "/static/build/favicon.svg"]
)
def test_the_headers_are_literally_these(signed_out: Browser, path: str) -> None:
    answer = signed_out.get(path)
    assert {name: answer.headers.get(name) for name in LITERALLY} == LITERALLY
    assert LITERALLY == COMMON


def test_the_policy_allows_nothing_inline() -> None:
    assert "unsafe" not in COMMON["Content-Security-Policy"]
    assert COMMON["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("path", ANSWERS)
def test_over_https_answers_have_hsts(signed_out: Browser, path: str) -> None:
    answer = signed_out.get(path, base_url="https://localhost")
    assert answer.headers.getlist("Strict-Transport-Security") == ["max-age=31536000"]
    plain = signed_out.get(path)
    assert "Strict-Transport-Security" not in plain.headers


@pytest.mark.parametrize("path", ANSWERS)
def test_no_other_origin_is_allowed_to_read(signed_out: Browser, path: str) -> None:
    answer = signed_out.get(path, headers={"Origin": "https://evil.example"})
    assert not [name for name in dict(answer.headers) if name.startswith("Access-Control")]


@pytest.mark.parametrize("path", ANSWERS)
def test_every_answer_says_what_it_is_and_how_it_is_written(signed_out: Browser, path: str) -> None:
    kind = signed_out.get(path).headers["Content-Type"]
    assert kind.startswith(
        ("text/html", "text/javascript", "application/json", "image/svg+xml")
    ) or (kind.startswith("application/manifest+json"))
    assert "charset=utf-8" in kind or "json" in kind or "svg" in kind  # of those it is the only one


def test_a_tag_is_short_and_quotes_nothing_that_was_asked(as_ana: Browser) -> None:
    asked = {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Target": "zebra" * 1_000}
    tag = as_ana.get("/wins/?q=" + "zebra" * 1_000, headers=asked).headers["ETag"]
    assert (len(tag) < 80, "zebra" in tag) == (True, False)


@pytest.mark.parametrize("path", FILES)
def test_a_file_of_somebodys_words_is_stored_and_not_shown(
    as_ana: Browser, theirs: dict[str, Any], path: str
) -> None:
    answer = as_ana.get(named(path, theirs))
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
