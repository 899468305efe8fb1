"""A real server process, the proxy in front of it, and phones: real WebKit and Firefox profiles.

The first start of a profile takes twice as long, and signing up takes time, too. So one phone of
each engine does it, and each test gets a copy of what was left, on the server and on the phone.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from tests.engines.trouble import Trouble
from tests.support.forks.server import ForkedServer
from tests.support.needs import program
from tests.support.phones.driven import Phone
from tests.support.phones.firefox import Firefox
from tests.support.phones.signed_up import SignedUp
from tests.support.phones.verbs import EMAIL
from tests.support.phones.webdriver import Wire
from tests.support.phones.webkit import WebKit
from tests.support.processes import die_with_parent
from tests.support.proxy import Proxy
from tests.support.repository.folders import mark_all
from tests.support.server import Server
from tests.support.visitor import Visitor

ENGINES: dict[str, type[Wire]] = {"webkit": WebKit, "firefox": Firefox}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests in this folder use sockets and a browser."""
    mark_all(items, __file__, pytest.mark.browser, pytest.mark.enable_socket)


@pytest.fixture(scope="session")
def screen() -> Iterator[None]:
    """Yield a screen of its own: WebKit needs one, and its windows would be in the way on yours."""
    program("webkit")  # which comes with Xvfb
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "800x1000x24", "-nolisten", "tcp"]
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=die_with_parent
        ) as running,
        pytest.MonkeyPatch.context() as patch,
    ):
        assert running.stdout
        patch.setenv("DISPLAY", f":{running.stdout.readline().decode().strip()}")
        patch.setenv("TZ", "Europe/Berlin")
        yield
        running.terminate()


@pytest.fixture(scope="session", params=ENGINES)
def browser(request: pytest.FixtureRequest, screen: None) -> type[Wire]:
    return ENGINES[request.param]


@pytest.fixture(scope="session")
def signed_up(browser: type[Wire], tmp_path_factory: pytest.TempPathFactory) -> SignedUp:
    """Return what is left after Ana signed up with this engine and its worker cached her pages."""
    left = SignedUp.within(tmp_path_factory.mktemp("signed-up"))
    left.profile.mkdir()
    with ForkedServer(left.data) as server, Proxy(server.port, left.port) as line:
        with closing(Phone(browser, left.profile, line.url)) as phone:
            phone.sign_up()
            phone.opens_through_the_worker()
            phone.has_kept("/outbox/")
        server.stop()
    return left


@pytest.fixture
def data_folder(signed_up: SignedUp, tmp_path: Path) -> Path:
    return shutil.copytree(signed_up.data, tmp_path / "var")


@pytest.fixture
def line(server: Server, signed_up: SignedUp) -> Iterator[Proxy]:
    """Yield the line between phones and the server, good until a test makes it bad."""
    with Proxy(server.port, signed_up.port) as proxy:
        yield proxy


@pytest.fixture
def trouble(server: Server, line: Proxy) -> Trouble:
    return Trouble(server, line)


@pytest.fixture
def phone(browser: type[Wire], signed_up: SignedUp, line: Proxy, tmp_path: Path) -> Iterator[Phone]:
    """Return a phone on which Ana has just signed up, and which has cached Today."""
    profile = tmp_path / "phone"
    shutil.copytree(signed_up.profile, profile, ignore_dangling_symlinks=True)
    made = _opened(browser, profile, line.url) or _opened(browser, profile, line.url, is_last=True)
    assert made
    try:
        yield made
    finally:
        made.throw_away()
    shutil.rmtree(profile, ignore_errors=True)  # pytest would keep 30 MB of each


def _opened(browser: type[Wire], profile: Path, url: str, *, is_last: bool = False) -> Phone | None:
    # None: the browser answered nothing any more, which WebKit did once in some thousand starts.
    made = Phone(browser, profile, url)
    try:
        made.open()
        made.opens_through_the_worker()
    except Exception as trouble:
        made.throw_away()
        if is_last or not isinstance(trouble, TimeoutError):
            raise
        return None
    return made


@pytest.fixture
def elsewhere(server: Server) -> Iterator[Callable[..., Visitor]]:
    """Return a function that signs a person in at another machine."""
    with ExitStack() as stack:

        def sign_in(email: str = EMAIL) -> Visitor:
            visitor = stack.enter_context(Visitor(server.port))
            visitor.signs_in(email)
            return visitor

        yield sign_in
