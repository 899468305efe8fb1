"""The app as docs/deploy.md sets it up: behind Caddy, and phones that trust Caddy's authority."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.https.caddy import NAME, Caddy
from tests.support.forks.server import ForkedServer
from tests.support.needs import program
from tests.support.phones.chromium import Phone
from tests.support.repository.folders import mark_all
from tests.support.server import Server

TO_US = f"--host-resolver-rules=MAP {NAME} 127.0.0.1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests in this folder use sockets and a browser."""
    mark_all(items, __file__, pytest.mark.browser, pytest.mark.enable_socket)


@pytest.fixture
def server(data_folder: Path) -> Iterator[Server]:
    names = f"{NAME}, 127.0.0.1"
    environ = {"SMALLWINS_TRUSTED_PROXY": "127.0.0.1", "SMALLWINS_ALLOWED_HOSTS": names}
    with ForkedServer(data_folder, **environ) as running:
        yield running


@pytest.fixture
def caddy(server: Server, tmp_path: Path) -> Iterator[Caddy]:
    running = Caddy(tmp_path / "caddy", server.port).start()
    yield running
    running.stop()


@pytest.fixture
def home(caddy: Caddy, tmp_path: Path) -> Path:
    """Return a home folder whose certificate store, which Chromium reads, has Caddy's authority."""
    store = tmp_path / "home/.pki/nssdb"
    store.mkdir(parents=True)
    certutil = ["certutil", "-d", f"sql:{store}"]
    trusted = ["-t", "C,,", "-n", "caddy", "-i", str(caddy.authority)]
    subprocess.run([*certutil, "-N", "--empty-password"], check=True)
    subprocess.run([*certutil, "-A", *trusted], check=True)
    return tmp_path / "home"


@pytest.fixture
def new_phone(
    playwright: Playwright, caddy: Caddy, home: Path, tmp_path: Path
) -> Iterator[Callable[..., Phone]]:
    """Yield a function that creates phones, on https by default, each with a profile of its own."""
    phones: list[Phone] = []

    def make(url: str = caddy.url) -> Phone:
        profile = tmp_path / f"phone-{len(phones)}"
        environ = {**os.environ, "HOME": str(home)}
        chromium = program("chromium")
        phones.append(Phone(playwright, profile, url, chromium, [TO_US], env=environ))
        return phones[-1]

    yield make
    for phone in phones:
        phone.close()


@pytest.fixture
def phone(new_phone: Callable[..., Phone]) -> Phone:
    """Return a phone on which Ana has just signed up."""
    made = new_phone()
    made.sign_up()
    return made
