"""A name that the system does not find in time holds up no push, and is looked up once."""

import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from webapp.gateways.push.connecting import Network
from webapp.gateways.push.connections import Connections
from webapp.gateways.push.lookups import Lookups

HOST = "web.push.apple.com"
FOUND = [(socket.AF_INET, ("17.57.144.1", 443))]


class Slow:
    """Finds every name, but not before it may."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.may = threading.Event()

    def __call__(self, host: str) -> list[tuple[int, object]]:
        self.asked.append(host)
        self.may.wait()
        return [*FOUND]


@pytest.fixture
def slow():
    made = Slow()
    yield made
    made.may.set()


def test_a_push_does_not_wait_longer_for_a_name_than_for_anything_else(slow: Slow) -> None:
    connections = Connections(Network(slow), patience=0.05)
    with pytest.raises(TimeoutError):
        connections.post(HOST, "/x", b"", {})


def test_a_name_that_many_wait_for_is_looked_up_once_at_a_time(slow: Slow) -> None:
    lookups = Lookups(slow)
    for _ in range(3):
        with pytest.raises(TimeoutError):
            lookups.addresses(HOST, 0.01)
    with ThreadPoolExecutor(1) as other:
        waiting = other.submit(lookups.addresses, HOST, 5)
        slow.may.set()
        assert waiting.result() == FOUND
    assert slow.asked == [HOST]


def test_a_name_is_looked_up_again_for_the_next_connection(slow: Slow) -> None:
    slow.may.set()
    lookups = Lookups(slow)
    for _ in range(3):
        assert lookups.addresses(HOST, 5) == FOUND
    assert set(slow.asked) == {HOST}


def test_a_name_that_there_is_not_says_so_to_all_who_ask() -> None:
    def fails(host: str) -> list[tuple[int, object]]:
        raise socket.gaierror("no such name")

    lookups = Lookups(fails)
    for _ in range(2):
        with pytest.raises(OSError, match="no such name"):
            lookups.addresses(HOST, 5)
