"""A real server process, the proxy in front of it, and phones: real Chromium profiles."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.phone import Phone
from tests.proxy import Proxy
from tests.server import Server


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in this folder use sockets and a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.enable_socket)


@pytest.fixture
def server(data_folder: Path) -> Iterator[Server]:
    running = Server(data_folder).start()
    yield running
    running.kill()


@pytest.fixture
def line(server: Server) -> Iterator[Proxy]:
    """The line between phones and the server, good until a test makes it bad."""
    with Proxy(server.port) as proxy:
        yield proxy


@pytest.fixture
def new_phone(
    playwright: Playwright, line: Proxy, tmp_path: Path
) -> Iterator[Callable[..., Phone]]:
    """Makes phones; each is a browser profile of its own on disk."""
    phones: list[Phone] = []

    def make(**options: object) -> Phone:
        profile = tmp_path / f"phone-{len(phones)}"
        phones.append(Phone(playwright, profile, line.url, os.environ["CHROMIUM"], **options))
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()


@pytest.fixture
def phone(new_phone: Callable[..., Phone]) -> Phone:
    """A phone on which Ana has just signed up."""
    made = new_phone()
    made.sign_up()
    return made
