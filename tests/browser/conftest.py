"""A real server process, the proxy in front of it, and phones: real Chromium profiles.

Signing up and fetching the worker is most of what a test costs. So one phone does it, and the tests
that ask for `phone` get a copy of what was left, on the server and on the phone. Tests marked
`whole_browser` run in Chromium as people have it, the others in its headless shell (decision 0014).
"""

import shutil
from collections.abc import Callable, Generator, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.support.forks.server import ForkedServer
from tests.support.needs import program
from tests.support.phones.chromium import Phone
from tests.support.phones.signed_up import SignedUp
from tests.support.proxy import Proxy
from tests.support.repository.folders import mark_all
from tests.support.server import Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests in this folder use sockets and a browser."""
    mark_all(items, __file__, pytest.mark.browser, pytest.mark.enable_socket)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add what its phone showed to the report of a test that failed."""
    report = yield
    phone = item.funcargs.get("phone")
    if report.when == "call" and report.failed and phone:
        report.sections.append(("what the phone showed", phone.shows()))
    return report


@pytest.fixture
def chromium(request: pytest.FixtureRequest) -> str:
    """Return the program that a test's phones run."""
    whole = request.node.get_closest_marker("whole_browser")
    return program("chromium" if whole else "chromium-shell")


@pytest.fixture(scope="session")
def first_visit(
    playwright: Playwright, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], SignedUp]:
    """Return a function that lets Ana sign up in a program, once in each."""

    @cache
    def visit(chromium: str) -> SignedUp:
        left = SignedUp.within(tmp_path_factory.mktemp("signed-up"))
        with ForkedServer(left.data) as server, Proxy(server.port, left.port) as line:
            phone = Phone(playwright, left.profile, line.url, chromium)
            phone.sign_up()
            phone.has_kept("/outbox/")
            phone.page.wait_for_load_state("networkidle")
            phone.close()
            server.stop()
        return left

    return visit


@pytest.fixture
def signed_up(first_visit: Callable[[str], SignedUp], chromium: str) -> SignedUp:
    return first_visit(chromium)


@pytest.fixture
def before(request: pytest.FixtureRequest) -> SignedUp | None:
    """Return what there is before the test: nothing, unless it asks for `phone`."""
    asks = "phone" in request.fixturenames
    left: SignedUp | None = request.getfixturevalue("signed_up") if asks else None
    return left


@pytest.fixture
def data_folder(before: SignedUp | None, tmp_path: Path) -> Path:
    folder = tmp_path / "var"
    if before:
        shutil.copytree(before.data, folder)
    return folder


@pytest.fixture
def line(server: Server, before: SignedUp | None) -> Iterator[Proxy]:
    """Yield the line between phones and the server, good until a test makes it bad."""
    with Proxy(server.port, before.port if before else None) as proxy:
        yield proxy


@pytest.fixture
def new_phone(
    playwright: Playwright, chromium: str, line: Proxy, tmp_path: Path
) -> Iterator[Callable[..., Phone]]:
    """Yield a function that creates phones, each with a browser profile of its own."""
    phones: list[Phone] = []

    def make(**options: object) -> Phone:
        profile = tmp_path / f"phone-{len(phones)}"
        phones.append(Phone(playwright, profile, line.url, chromium, **options))
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()


@pytest.fixture
def phone(new_phone: Callable[..., Phone], signed_up: SignedUp, tmp_path: Path) -> Phone:
    """Return a phone on which Ana has just signed up."""
    shutil.copytree(signed_up.profile, tmp_path / "phone-0", symlinks=True)
    made = new_phone()
    made.open()
    made.sees_today()
    return made
