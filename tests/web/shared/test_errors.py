"""Every error says what happened and what to do."""

import re

import pytest
from peewee import OperationalError
from werkzeug.test import TestResponse

from tests.support.make import Someone, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.storage.engine.write_lock import Busy
from webapp.web.capture import wins
from webapp.web.outbox import outbox
from webapp.web.shared import login
from webapp.web.shared.headers import COMMON


def full() -> OperationalError:
    """Return what Peewee raises on a full disk: the cause is behind a failed rollback."""
    try:
        try:
            raise OperationalError("database or disk is full")
        except OperationalError:
            raise OperationalError("cannot rollback - no transaction is active") from None
    except OperationalError as error:
        return error


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (full(), 507),
        (Busy(), 503),
        (OperationalError("database is locked"), 503),
        (OperationalError("no such table: win"), 500),
        (ZeroDivisionError(), 500),
    ],
    ids=["full", "busy", "locked", "broken", "bug"],
)
def test_a_failing_server_tells_phones_to_keep_their_entries(
    as_ana: Browser,
    ana: Someone,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    status: int,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(outbox, "deliver", fail)
    answer = as_ana.sends({"person": ana.me.key, "entries": [win()]})
    assert (answer.status_code, answer.mimetype) == (status, "application/json")


@pytest.mark.parametrize("path", ["/", "/wins/", "/help/", "/sessions/new", "/nothing-here"])
def test_an_unreachable_database_is_reported_in_a_page(
    as_ana: Browser, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def away(*_: object) -> None:
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(login, "find_person", away)
    answer = as_ana.get(path)
    assert (answer.status_code, "The server is busy. Try again" in answer.text) == (503, True)
    assert {name: answer.headers.get(name) for name in COMMON} == COMMON


def ways(answer: TestResponse) -> list[str]:
    """Return the links of what the page says."""
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return re.findall(r'<a class="[^"]+" href="([^"]+)">', main)


def test_a_missing_page_is_a_page_with_a_way_back(as_ana: Browser, signed_out: Browser) -> None:
    theirs, nobodys = as_ana.get("/nothing-here"), signed_out.get("/nothing-here")
    assert (theirs.status_code, nobodys.status_code) == (404, 404)
    assert (ways(theirs), ways(nobodys)) == (["/"], ["/sessions/new"])


@pytest.mark.parametrize(("error", "status"), [(Busy(), 503), (ZeroDivisionError(), 500)])
def test_a_page_that_failed_can_be_asked_for_again(
    as_ana: Browser, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(wins, "page_or_304", fail)
    answer = as_ana.get("/wins/?kind=quick")
    assert (answer.status_code, ways(answer)) == (status, ["/wins/?kind=quick", "/"])


@pytest.fixture
def failing(as_ana: Browser, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Return Ana's browser, whose requests fail before anything is asked of the database."""

    def fail() -> None:
        raise Busy

    first = as_ana.client.application.before_request_funcs
    log, *others = first[None]
    monkeypatch.setitem(first, None, [log, fail, *others])
    return as_ana


@pytest.mark.parametrize("path", ["/\\elsewhere.org/", "/\\/elsewhere.org/", "/a\tb"])
def test_the_way_to_ask_again_never_leads_elsewhere(failing: Browser, path: str) -> None:
    answer = failing.get("/", environ_overrides={"PATH_INFO": path})
    assert (answer.status_code, ways(answer)) == (503, ["/", "/"])


@pytest.mark.parametrize("path", ["/", "/nothing-here", "/settings/"])
def test_a_page_about_a_server_in_trouble_asks_nothing_of_the_database(
    failing: Browser, path: str
) -> None:
    with counted_queries() as queries:
        answer = failing.get(path)
    assert (answer.status_code, queries) == (503, [])
    assert answer.headers["Smallwins-Person"] == "nobody"


def test_a_fragment_gets_a_sentence(as_ana: Browser) -> None:
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    answer = as_ana.get("/wins/nothing/edit", headers=headers)
    assert answer.text.startswith('<p class="problem" role="alert">')


def test_htmx_without_a_session_gets_401_and_no_redirect(signed_out: Browser) -> None:
    assert signed_out.get("/", headers={"HX-Request": "true"}).status_code == 401
