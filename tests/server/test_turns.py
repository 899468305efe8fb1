"""Whose request is answered next."""

from types import SimpleNamespace
from typing import Any

from webapp.config import Network, ip_network
from webapp.connections import client_by
from webapp.serving import turns_of
from webapp.turns import Turns

PROXY: Network = ip_network("127.0.0.1/32")


def order_of(*clients: str) -> list[str]:
    """Return in which order requests of these clients are answered, each numbered by its client."""
    turns = Turns(lambda task: task[0])
    for number, client in enumerate(clients):
        turns.append((client, number))
    taken = [turns.popleft() for _ in range(len(turns))]
    assert len(turns) == 0
    return [f"{client}{number}" for client, number in taken]


def test_one_that_asks_for_much_delays_another_by_one() -> None:
    assert order_of("a", "a", "a", "a", "b") == ["a0", "b4", "a1", "a2", "a3"]


def test_those_who_ask_for_as_much_get_as_much() -> None:
    assert order_of("a", "a", "b", "b", "c") == ["a0", "b2", "c4", "a1", "b3"]


def asked_by(address: str, forwarded_for: str = "", cookies: str = "") -> Any:
    headers = {"X_FORWARDED_FOR": forwarded_for, "COOKIE": cookies}
    return SimpleNamespace(addr=(address, 40_000), requests=[SimpleNamespace(headers=headers)])


def test_whoever_asks_once_comes_before_the_rest_of_an_address_that_asks_at_once() -> None:
    turns, ordinary = turns_of(None), asked_by("192.0.2.7")
    greedy = [asked_by("192.0.2.7") for _ in range(300)]
    for channel in greedy:
        turns.append(channel)  # as waitress does: when the first of its requests is here
        channel.requests *= 40
    turns.append(ordinary)
    taken = [turns.popleft() for _ in range(301)]
    assert ordinary in taken[:2]
    assert sorted(map(id, taken)) == sorted(map(id, [*greedy, ordinary]))


def test_those_who_ask_at_once_get_their_turn_beside_the_others_of_their_address() -> None:
    turns, greedy = turns_of(None), asked_by("192.0.2.7")
    greedy.requests *= 40
    for channel in [*(asked_by("192.0.2.7") for _ in range(300)), greedy]:
        turns.append(channel)
    assert greedy in [turns.popleft() for _ in range(2)]


def test_whoever_asks_much_delays_another_client_by_one_however_it_asks() -> None:
    for number, cookies in ((1, ""), (1, "session=a"), (40, "session=a")):
        turns, ordinary = turns_of(None), asked_by("198.51.100.9", cookies=cookies)
        ordinary.requests *= number
        for channel in [*(asked_by("192.0.2.7", cookies=cookies) for _ in range(300)), ordinary]:
            channel.requests = ordinary.requests
            turns.append(channel)
        assert ordinary in [turns.popleft() for _ in range(2)]


def test_in_an_office_each_browser_has_its_turn() -> None:
    turns, colleague = turns_of(None), asked_by("192.0.2.7", cookies="session=b")
    for channel in [*(asked_by("192.0.2.7", cookies="session=a") for _ in range(300)), colleague]:
        turns.append(channel)
    assert turns.popleft() is not colleague
    assert turns.popleft() is colleague


def test_behind_the_proxy_it_is_the_client_whose_turn_it_is() -> None:
    client = client_by(PROXY)
    assert client(asked_by("127.0.0.1", "192.0.2.7")) == "192.0.2.7"
    assert client(asked_by("127.0.0.1", "198.51.100.1, 192.0.2.7")) == "192.0.2.7"
    assert client(asked_by("127.0.0.1")) == "127.0.0.1"


def test_nobody_else_says_whose_turn_it_is() -> None:
    client = client_by(PROXY)
    assert client(asked_by("192.0.2.8", "192.0.2.7")) == "192.0.2.8"
    assert client_by(None)(asked_by("127.0.0.1", "192.0.2.7")) == "127.0.0.1"


def test_a_network_of_ipv6_has_one_turn() -> None:
    client = client_by(PROXY)
    one, other = asked_by("2001:db8:1:2::3"), asked_by("2001:db8:1:4::5")
    assert client(one) == client(other)
