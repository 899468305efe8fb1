"""Pushes arrive sealed and signed, and every answer of a service has a meaning."""

import base64
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from py_vapid import Vapid02

from tests.support.make import NOON
from tests.support.push.browsers import HOST, PushBrowser
from tests.support.push.loopback import Loopback
from webapp.gateways.push import sealing
from webapp.gateways.push.service import Answer, Outcome, Push, VapidKey
from webapp.gateways.push.web_push import WebPush

pytestmark = pytest.mark.enable_socket
KEY = sealing.new_key()
SUBJECT = "mailto:operator@example.org"
TOPIC = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def gateway(service: Loopback) -> Iterator[WebPush]:
    made = WebPush(SUBJECT, service.connections())
    yield made
    made.connections.close()


def sends(gateway: WebPush, path: str) -> Answer:
    return gateway.send(to(PushBrowser(path)), KEY, NOON)


def to(browser: PushBrowser) -> Push:
    return Push(browser.subscription, b'{"web_push":8030}', TOPIC, 3_600)


def test_only_the_browser_can_read_a_push(gateway: WebPush, service: Loopback) -> None:
    browser = PushBrowser("/201/phone")
    gateway.send(to(browser), KEY, NOON)
    body = service.arrived[0].body
    assert browser.read(body) == {"web_push": 8030}
    assert b"web_push" not in body


def test_a_push_says_who_sends_it_how_long_it_is_good_and_what_it_replaces(
    gateway: WebPush, service: Loopback
) -> None:
    sends(gateway, "/201/phone")
    headers = service.arrived[0].headers
    assert (headers["TTL"], headers["Topic"], headers["Host"]) == ("3600", TOPIC, HOST)
    assert headers["Content-Encoding"] == "aes128gcm"
    assert Vapid02.verify(headers["Authorization"])
    assert f"k={KEY.public}" in headers["Authorization"]
    assert claims_in(headers["Authorization"]) == {
        "aud": f"https://{HOST}",
        "sub": SUBJECT,
        "exp": pytest.approx(NOON // 1000 + 17 * 3_600, abs=7 * 3_600),
    }


def claims_in(authorization: str) -> dict[str, object]:
    middle = authorization.split("t=")[1].split(",")[0].split(".")[1]
    claims: dict[str, object] = json.loads(base64.urlsafe_b64decode(middle + "==="))
    return claims


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/201/a", Answer(Outcome.TAKEN)),
        ("/400/a", Answer(Outcome.REFUSED)),
        ("/403/a", Answer(Outcome.REFUSED)),
        ("/404/a", Answer(Outcome.GONE)),
        ("/410/a", Answer(Outcome.GONE)),
        ("/413/a", Answer(Outcome.REFUSED)),
        ("/429/a", Answer(Outcome.LATER)),
        ("/429/7/a", Answer(Outcome.LATER, 7_000)),
        ("/500/a", Answer(Outcome.LATER)),
        ("/503/120/a", Answer(Outcome.LATER, 120_000)),
        ("/hangup/a", Answer(Outcome.LATER)),
    ],
)
def test_each_answer_has_a_meaning(gateway: WebPush, path: str, answer: Answer) -> None:
    assert sends(gateway, path) == answer


@pytest.mark.parametrize("path", ["/silence/a", "/drip/a"])
def test_a_service_that_does_not_finish_is_left(gateway: WebPush, path: str) -> None:
    gateway.connections.patience = 0.2
    assert sends(gateway, path) == Answer(Outcome.LATER)


def test_a_redirect_is_not_followed(gateway: WebPush, service: Loopback) -> None:
    assert sends(gateway, "/307/a") == Answer(Outcome.REFUSED)
    assert [one.path for one in service.arrived] == ["/307/a"]


def test_a_connection_serves_the_next_push(gateway: WebPush, service: Loopback) -> None:
    for _ in range(3):
        sends(gateway, "/201/a")
    assert len({one.port for one in service.arrived}) == 1


def test_a_connection_that_the_service_closed_is_made_again(gateway: WebPush) -> None:
    assert [sends(gateway, path).outcome for path in ("/201/a", "/last/a", "/201/a")] == [
        *(Outcome.TAKEN, Outcome.TAKEN, Outcome.TAKEN)
    ]


def test_a_certificate_of_another_authority_is_not_believed(
    gateway: WebPush, service: Loopback
) -> None:
    gateway.connections.network = replace(service.network, context=None)
    assert sends(gateway, "/201/a") == Answer(Outcome.LATER)
    assert service.arrived == []


def test_each_server_has_a_key_of_its_own() -> None:
    other = sealing.new_key()
    assert isinstance(other, VapidKey)
    assert {KEY.private, KEY.public}.isdisjoint({other.private, other.public})
