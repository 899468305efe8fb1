"""No page makes the browser report that it broke our policy (A2)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.aside import open_at
from tests.support.forks.server import ForkedServer
from tests.support.make import KEYS, SECRET, Someone, make_person
from tests.support.phones.chromium import Phone
from tests.support.server import Server
from tests.web.asking import named, team_of, things_of
from tests.web.rights import RIGHTS
from webapp.domain.account.sessions import start_session
from webapp.web.shared.clock import now

PAGES = [
    route.removeprefix("GET ")
    for route, (_, owner, _) in RIGHTS.items()
    if route.startswith("GET ") and owner == 200 and "<form>" not in route
]
SIGNED_OUT = [
    "/sessions/new",
    "/people/new",
    "/sign-up-links/a-link",
    "/resets/a-link",
    "/nothing-here",
]

NOT_THERE = "Failed to load resource: the server responded with a status of 404"


@pytest.fixture
def server(data_folder: Path) -> Iterator[Server]:
    running = ForkedServer(data_folder, SECRET_KEY=SECRET, SMALLWINS_STYLEGUIDE="1").start()
    yield running
    running.kill()


@pytest.fixture
def theirs(server: Server, data_folder: Path) -> dict[str, Any]:
    """Return what Ana has, one of everything that a page is about, and her phone's token."""
    with open_at(data_folder / "smallwins.db"):
        ana: Someone = make_person("Ana")
        return {**things_of(ana), **team_of(ana), "token": start_session(ana.id, KEYS, now())}


def noted_on(phone: Phone) -> list[str]:
    """Return what the console called an error, but for the pages that are not there."""
    return phone.trouble + [one for one in phone.errors if not one.startswith(NOT_THERE)]


def test_no_page_breaks_the_policy(new_phone: Callable[..., Phone], theirs: dict[str, Any]) -> None:
    phone = new_phone()
    for path in SIGNED_OUT:
        phone.open(path)
    cookie = {"name": "session", "value": theirs.pop("token"), "url": phone.url}
    phone.context.add_cookies([cookie])
    for path in (*PAGES, "/styleguide"):
        answer = phone.page.goto(phone.url + named(path, theirs))
        assert (path, answer and answer.status, noted_on(phone)) == (path, 200, [])


def test_what_breaks_it_is_noticed(new_phone: Callable[..., Phone]) -> None:
    phone = new_phone()
    phone.open("/sessions/new")
    with phone.page.expect_console_message():
        phone.page.evaluate("document.body.setAttribute('style', 'color: red')")
    assert len(phone.trouble) == 1
