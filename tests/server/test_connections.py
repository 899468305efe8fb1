"""How long a connection may keep the server waiting."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import SimpleNamespace

import pytest
from waitress.adjustments import Adjustments

from webapp.connections import Channel, Wait, close_late

pytestmark = pytest.mark.enable_socket

HEAD = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n"


@pytest.mark.parametrize(
    ("wait", "over"),
    [
        (Wait(9), False),
        (Wait(11), True),
        (Wait(29, head_done=True), False),
        (Wait(31, head_done=True), True),
        (Wait(31, head_done=True, received=2_000_000), False),
        (Wait(300, head_done=True, received=2_000_000), True),
        (Wait(59, unread=1), False),
        (Wait(61, unread=1), True),
        (Wait(61, unread=1_000_000), False),
        (Wait(74, idle=True), False),
        (Wait(76, idle=True), True),
    ],
)
def test_each_wait_has_an_end(wait: Wait, over: bool) -> None:
    assert wait.is_over() is over


@contextmanager
def connected() -> Iterator[Channel]:
    """Yield a channel as the server creates it; it waits for what the other side has not sent."""
    ours, theirs = socket.socketpair()
    server = SimpleNamespace(active_channels={}, add_task=lambda _channel: None)
    with closing(theirs), closing(ours):
        yield Channel(server, ours, ("127.0.0.1", 1), Adjustments(), map={})


@pytest.fixture
def channel() -> Iterator[Channel]:
    """Yield one channel."""
    with connected() as made:
        yield made


def started(channel: Channel, data: bytes, ago: float = 0) -> float:
    """Return when a request began that has arrived so far: so many seconds ago."""
    channel.received(data)
    channel._since -= ago
    return channel._since


def test_a_head_that_trickles_in_is_not_waited_for(channel: Channel) -> None:
    began = started(channel, HEAD[:20], ago=9)
    channel.received(HEAD[20:30])
    close_late([channel], began + 11, crowded=False)
    assert not channel.connected


def test_the_next_request_has_its_own_time(channel: Channel) -> None:
    began = started(channel, HEAD + b" " * 900, ago=1_000)
    channel.requests.clear()  # it was answered
    channel.received(HEAD[:20])
    assert channel.wait(began + 1_001) == Wait(pytest.approx(1, abs=1), idle=False)


def test_a_body_that_trickles_in_is_not_waited_for(channel: Channel) -> None:
    began = started(channel, HEAD, ago=29)
    close_late([channel], began + 29, crowded=False)
    assert channel.connected
    channel.received(b" ")
    close_late([channel], began + 31, crowded=False)
    assert not channel.connected


def test_a_request_that_is_being_answered_is_left_alone(channel: Channel) -> None:
    began = started(channel, HEAD + b" " * 900)
    close_late([channel], began + 1_000, crowded=True)
    assert channel.connected


def test_a_silent_connection_is_closed(channel: Channel) -> None:
    close_late([channel], channel._since + 11, crowded=False)
    assert not channel.connected


def test_a_crowd_closes_what_waits(channel: Channel) -> None:
    began = started(channel, HEAD[:20])
    close_late([channel], began + 1, crowded=True)
    assert not channel.connected


def test_a_crowd_closes_those_first_that_wait_longest() -> None:
    with connected() as newer, connected() as older:
        began = started(newer, HEAD[:20])
        started(older, HEAD[:20], ago=5)
        close_late([newer, older], began + 1, crowded=True)
        assert (newer.connected, older.connected) == (True, False)


def test_an_error_closes_the_connection_and_is_logged_without_an_address(
    channel: Channel, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        raise RuntimeError("Ana's words")
    except RuntimeError:
        channel.handle_error()
    assert not channel.connected
    assert [record.getMessage() for record in caplog.records] == [
        "a connection was closed by RuntimeError"
    ]
