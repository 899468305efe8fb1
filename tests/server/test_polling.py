"""Only connections that something happened to are asked what they want."""

import socket
from collections.abc import Callable, Iterator

import pytest
from waitress import wasyncore

from webapp.polling import Poll, Sockets

pytestmark = pytest.mark.enable_socket


class FakeLine(wasyncore.dispatcher):
    """A connection that counts how often it is asked, and keeps what it read."""

    def __init__(self, sockets: Sockets) -> None:
        ours, self.theirs = socket.socketpair()
        self.asked, self.read, self.writes = 0, b"", False
        super().__init__(ours, map=sockets)

    def readable(self) -> bool:
        self.asked += 1
        return True

    def writable(self) -> bool:
        return self.writes

    def handle_read(self) -> None:
        self.read += self.recv(100)

    def handle_write(self) -> None:
        self.writes = False
        self.send(b"written")


@pytest.fixture
def sockets() -> Iterator[Sockets]:
    opened = Sockets()
    yield opened
    for line in opened.values():
        line.theirs.close()
    wasyncore.close_all(opened)


def test_silent_ones_are_asked_once(sockets: Sockets) -> None:
    poll, lines = Poll(sockets), [FakeLine(sockets) for _ in range(3)]
    for _ in range(5):
        lines[0].theirs.send(b".")
        poll.turn(1)
    assert lines[0].read == b"....."
    assert [line.asked for line in lines] == [5, 1, 1]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(lambda poll, sockets, number: sockets.served.setdefault(number), id="served"),
        pytest.param(lambda poll, sockets, number: sockets.changed.append(number), id="answered"),
        pytest.param(lambda poll, sockets, number: poll.ask_all(), id="all are asked"),
    ],
)
def test_one_that_wants_something_else_by_itself_is_asked_again(
    sockets: Sockets, told: Callable[[Poll, Sockets, int], object]
) -> None:
    poll, line = Poll(sockets), FakeLine(sockets)
    poll.turn(0)
    line.writes = True
    told(poll, sockets, line._fileno)
    poll.turn(1)
    assert line.theirs.recv(100) == b"written"


def test_one_that_closed_before_it_was_waited_for_stops_nothing(sockets: Sockets) -> None:
    poll, gone, line = Poll(sockets), FakeLine(sockets), FakeLine(sockets)
    gone.theirs.close()
    gone.close()
    line.theirs.send(b"new")
    poll.turn(1)
    assert line.read == b"new"


def test_a_closed_one_is_forgotten_and_its_number_used_again(sockets: Sockets) -> None:
    poll, line = Poll(sockets), FakeLine(sockets)
    poll.turn(0)
    line.theirs.close()
    line.close()
    again = FakeLine(sockets)
    again.theirs.send(b"new")
    poll.turn(1)
    assert again.read == b"new"
