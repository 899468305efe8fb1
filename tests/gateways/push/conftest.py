"""A push service on this machine."""

from collections.abc import Iterator

import pytest

from tests.support.push.loopback import Loopback, loopback


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loopback]:
    with loopback(tmp_path_factory.mktemp("push")) as service:
        yield service


@pytest.fixture
def service(running: Loopback) -> Loopback:
    """Return the service, to which nothing has arrived yet."""
    running.arrived.clear()
    return running
