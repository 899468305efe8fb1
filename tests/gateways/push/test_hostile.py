"""A person cannot make the server connect to where they like (A6)."""

import socket
from collections.abc import Iterator

import pytest

from tests.support.make import NOON
from tests.support.push.browsers import PushBrowser
from tests.support.push.hostile import HOSTILE, NOT_PUBLIC
from webapp.gateways.push import sealing
from webapp.gateways.push.connecting import Network
from webapp.gateways.push.connections import Connections
from webapp.gateways.push.service import Outcome, Push
from webapp.gateways.push.web_push import WebPush
from webapp.rules.reminders.subscriptions import Subscription

pytestmark = pytest.mark.enable_socket
KEY = sealing.new_key()
OWN = PushBrowser().subscription
FAMILIES = {False: socket.AF_INET, True: socket.AF_INET6}


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """Return a socket that listens at this machine; nothing may connect to it."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.setblocking(False)
        yield listener


def connections_to(listener: socket.socket) -> int:
    count = 0
    while True:
        try:
            listener.accept()[0].close()
        except BlockingIOError:
            return count
        count += 1


def push_to(endpoint: str) -> Push:
    return Push(Subscription(endpoint, OWN.p256dh, OWN.auth), b"{}", "t", 60)


def test_no_hostile_endpoint_is_connected_to(listening: socket.socket) -> None:
    port = listening.getsockname()[1]
    asked: list[str] = []
    here = (socket.AF_INET, ("127.0.0.1", port))
    network = Network(lambda host: [asked.append(host) or here], lambda _: True)  # type: ignore[func-returns-value]
    gateway = WebPush("mailto:a@example.org", Connections(network))
    answers = {gateway.send(push_to(url.format(port=port)), KEY, NOON) for url in HOSTILE}
    assert {one.outcome for one in answers} == {Outcome.REFUSED}
    assert (asked, connections_to(listening)) == ([], 0)
    assert len(HOSTILE) >= 25


def test_a_vendors_name_that_leads_inside_is_not_followed(listening: socket.socket) -> None:
    port = listening.getsockname()[1]
    for address in NOT_PUBLIC:
        inside = (FAMILIES[":" in address], (address, port))
        gateway = WebPush("mailto:a@example.org", Connections(Network(lambda _: [inside])))  # noqa: B023
        assert gateway.send(push_to(OWN.endpoint), KEY, NOON).outcome is Outcome.LATER
    assert connections_to(listening) == 0


def test_one_address_inside_among_others_is_enough(listening: socket.socket) -> None:
    port = listening.getsockname()[1]
    mixed = [(socket.AF_INET, (address, port)) for address in ("17.57.144.1", "127.0.0.1")]
    connections = Connections(Network(lambda _: mixed))
    with pytest.raises(OSError, match="public internet"):
        connections.post("web.push.apple.com", "/x", b"", {})
    assert connections_to(listening) == 0
