"""What comes from outside: forwarding headers, other names, cookies of another deployment."""

from ipaddress import ip_network

import pytest
from flask import Flask
from werkzeug.test import Client, TestResponse
from werkzeug.wrappers import Request, Response

from tests.support.make import Someone
from tests.web.conftest import Browser
from webapp.domain.account.sessions import start_session
from webapp.rules.account.keys import Keys
from webapp.web.shared import clock
from webapp.web.shared.proxy import ProxyHeaders

PROXY = "10.0.0.1"
CLIENT = "203.0.113.9"


@Request.application
def who_asks(asked: Request) -> Response:
    told = [name for name in asked.environ if name.startswith(("HTTP_X_", "HTTP_FORWARDED"))]
    return Response(f"{asked.scheme} {asked.host} {asked.remote_addr} {told}")


def answer_to(peer: str, trusted: str = PROXY, **headers: str) -> str:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    client = Client(ProxyHeaders(who_asks, ip_network(trusted) if trusted else None))
    return client.get("/", headers=told, environ_overrides={"REMOTE_ADDR": peer}).text


def test_the_trusted_proxy_says_who_asks_and_how() -> None:
    said = answer_to(PROXY, X_Forwarded_For=CLIENT, X_Forwarded_Proto="https")
    assert said == f"https localhost {CLIENT} []"


@pytest.mark.parametrize(("peer", "trusted"), [(CLIENT, ""), (CLIENT, PROXY), ("", PROXY)])
def test_no_other_peer_is_believed(peer: str, trusted: str) -> None:
    forged = {
        "X_Forwarded_For": "6.6.6.6",
        "X_Forwarded_Proto": "https",
        "X_Forwarded_Host": "evil.example",
        "X_Forwarded_Port": "666",
        "X_Forwarded_Prefix": "/evil",
        "X_Real_IP": "6.6.6.6",
        "Forwarded": "for=6.6.6.6;proto=https;host=evil.example",
    }
    assert answer_to(peer, trusted, **forged) == f"http localhost {peer} []"


def test_a_proxy_cannot_name_another_host() -> None:
    said = answer_to(PROXY, X_Forwarded_Host="evil.example", Forwarded="host=evil.example")
    assert said == f"http localhost {PROXY} []"


def test_what_a_client_put_before_the_proxys_own_words_counts_for_nothing() -> None:
    said = answer_to(PROXY, X_Forwarded_For=f"6.6.6.6, {CLIENT}", X_Forwarded_Proto="https, http")
    assert said == f"http localhost {CLIENT} []"


@pytest.mark.parametrize("forged", ["", "unknown", "6.6.6.6:80", "1" * 9000, "' or 1=1", "%::1"])
def test_an_invalid_address_leaves_the_proxys_own(forged: str) -> None:
    assert answer_to(PROXY, X_Forwarded_For=forged) == f"http localhost {PROXY} []"


@pytest.mark.parametrize("forged", ["", "HTTPS", "ftp", "javascript", "https://"])
def test_an_invalid_scheme_leaves_http(forged: str) -> None:
    assert answer_to(PROXY, X_Forwarded_Proto=forged) == f"http localhost {PROXY} []"


MEANT = [
    ("10.0.0.1", "10.0.0.0/24"),
    ("::1", "::1"),
    ("::ffff:10.0.0.1", PROXY),  # how a socket for both families writes it
    ("fe80::1%eth0", "fe80::/64"),
]


@pytest.mark.parametrize(("peer", "trusted"), MEANT)
def test_a_network_and_both_families_can_be_trusted(peer: str, trusted: str) -> None:
    assert (
        answer_to(peer, trusted, X_Forwarded_For="2001:db8::9") == "http localhost 2001:db8::9 []"
    )


@pytest.fixture
def behind_proxy(app: Flask, db: None) -> Client:
    """Return a client whose requests reach the app through the trusted proxy."""
    return Client(ProxyHeaders(app.wsgi_app, ip_network(PROXY)))


def https(client: Client, path: str, **given: object) -> TestResponse:
    headers = {"X-Forwarded-Proto": "https", "Origin": "https://localhost"}
    return client.open(path, headers=headers, environ_overrides={"REMOTE_ADDR": PROXY}, **given)


def test_behind_the_proxy_signing_up_gives_a_cookie_for_this_host_only(
    behind_proxy: Client,
) -> None:
    form = {"name": "Ana", "email": "ana@example.org", "password": "correct horse battery"}
    answer = https(behind_proxy, "/people/", method="POST", data=form)
    cookie = answer.headers["Set-Cookie"]
    assert answer.status_code == 303
    assert cookie.startswith("__Host-session=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_behind_the_proxy_answers_have_hsts(behind_proxy: Client) -> None:
    answer = https(behind_proxy, "/sessions/new")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_without_a_trusted_proxy_https_is_not_believed(signed_out: Browser) -> None:
    answer = signed_out.get("/sessions/new", headers={"X-Forwarded-Proto": "https"})
    assert "Strict-Transport-Security" not in answer.headers


FOREIGN = ["x", "eyJfdXNlcl9pZCI6IjEifQ.Z0.c2lnbmVk", "é" * 50, '"', "a" * 4000, "%00", "\x7f"]


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("value", FOREIGN)
def test_cookies_of_another_deployment_are_just_signed_out(
    app: Flask, db: None, scheme: str, value: str
) -> None:
    names = ("session", "__Host-session", "remember_token", "zone", "waiting")
    cookies = "; ".join(f"{name}={value}" for name in names)
    sends_any = app.test_client(use_cookies=False)  # with a jar it drops the header
    answer = sends_any.get("/", base_url=f"{scheme}://localhost", headers={"Cookie": cookies})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/sessions/new")


def test_a_token_hashed_with_another_secret_is_just_signed_out(app: Flask, ana: Someone) -> None:
    browser = app.test_client()
    browser.set_cookie("session", start_session(ana.id, Keys(b"another key"), clock.now()))
    assert browser.get("/").headers["Location"] == "/sessions/new"


def test_over_https_a_cookie_that_http_could_have_set_is_not_read(app: Flask, ana: Someone) -> None:
    browser = ana.browser(app)
    assert browser.get("/", base_url="https://localhost").headers["Location"] == "/sessions/new"


@pytest.fixture
def named(app: Flask, db: None, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Return a client of the app that answers to wins.example.org only."""
    monkeypatch.setitem(app.config, "TRUSTED_HOSTS", ("wins.example.org",))
    return Browser(app.test_client())


@pytest.mark.parametrize("host", ["wins.example.org", "wins.example.org:8443"])
def test_the_app_answers_to_its_name(named: Browser, host: str) -> None:
    assert named.get("/sessions/new", base_url=f"http://{host}").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "wins.example.org.evil.example", "127.0.0.1", "["]
)
@pytest.mark.parametrize("path", ["/", "/sessions/new", "/nothing-here", "/wins/?_method=DELETE"])
def test_under_another_name_nothing_is_answered(named: Browser, host: str, path: str) -> None:
    answer = named.get(path, headers={"Host": host})
    assert answer.status_code == 400
    assert "evil" not in answer.text


def test_under_another_name_nothing_is_accepted(named: Browser) -> None:
    headers = {"Host": "evil.example", "Origin": "http://evil.example"}
    assert named.client.post("/sessions/", headers=headers).status_code == 400
