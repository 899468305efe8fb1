"""The main job over HTTPS, behind Caddy as docs/deploy.md sets it up."""

import socket
import ssl
import warnings
from collections.abc import Callable
from contextlib import closing, suppress
from http.client import HTTPConnection

import pytest
from playwright.sync_api import expect

from tests.https.caddy import NAME, Caddy
from tests.support.phones.chromium import Phone
from tests.support.server import Server

WINS = ("Wrote the release note", "Fixed the flaky sign-in test")


def test_every_entry_is_on_the_server_once_after_https_was_gone(
    phone: Phone, caddy: Caddy, new_phone: Callable[..., Phone]
) -> None:
    phone.has_worker()
    phone.logs(WINS[1])
    phone.checks_in(7)
    phone.sees_status("Sent")
    caddy.stop()
    phone.logs(WINS[0], "Milestone")
    phone.sees_status("Saved on this phone")
    phone.restart()
    phone.open()
    phone.lists(*WINS)
    caddy.start()
    phone.open()
    phone.has_sent_all()
    other = new_phone()
    other.sign_in()
    _sees_each_once(other)


def _sees_each_once(phone: Phone) -> None:
    phone.lists(*WINS)
    phone.open("/wins/")
    expect(phone.page.locator("li[id^=win-]")).to_have_count(len(WINS))
    phone.open("/checkins/")
    expect(phone.page.locator("li[id^=checkin-]")).to_have_count(1)
    assert phone.trouble == []


def test_chromium_finds_nothing_that_keeps_it_from_being_installed(phone: Phone) -> None:
    phone.has_worker()
    devtools = phone.context.new_cdp_session(phone.page)
    assert devtools.send("Page.getInstallabilityErrors")["installabilityErrors"] == []


def test_every_cookie_is_for_https_and_the_session_for_this_host_only(phone: Phone) -> None:
    phone.logs("Fixed the flaky sign-in test")
    phone.sees_status("Sent")
    cookies = {cookie["name"]: cookie for cookie in phone.context.cookies()}
    assert {name for name, cookie in cookies.items() if not cookie["secure"]} == set()
    names = {"session", "zone", "waiting", "device"}
    assert {f"__Host-{name}" for name in names} == set(cookies)
    session = cookies["__Host-session"]
    assert (session["domain"], session["path"], session["httpOnly"]) == (NAME, "/", True)


def test_browsers_are_told_to_stay_on_https(caddy: Caddy) -> None:
    answer = caddy.get("/sessions/new")
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_what_caddy_answers_itself_says_so_too(caddy: Caddy, server: Server) -> None:
    server.kill()
    answer = caddy.get("/sessions/new")
    told = answer.headers.get_all("Strict-Transport-Security")
    assert (answer.status, told) == (502, ["max-age=31536000"])


def test_files_say_it_once(caddy: Caddy) -> None:
    answer = caddy.get("/static/build/favicon.svg")
    told = answer.headers.get_all("Strict-Transport-Security")
    assert (answer.status, told) == (200, ["max-age=31536000"])


@pytest.mark.parametrize(
    ("version", "spoken"),
    [("TLSv1_1", False), ("TLSv1_2", True), ("TLSv1_3", True)],
)
def test_only_tls_1_2_and_1_3_are_spoken(caddy: Caddy, version: str, spoken: bool) -> None:
    asked = ssl.create_default_context(cafile=str(caddy.authority))
    asked.set_ciphers("ALL:@SECLEVEL=0")  # we would speak the old ones
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        asked.minimum_version = asked.maximum_version = ssl.TLSVersion[version]
    line = socket.create_connection(("127.0.0.1", caddy.port), 10)
    with line, suppress(ssl.SSLError):
        asked.wrap_socket(line, server_hostname=NAME).close()
        assert spoken
        return
    assert not spoken


def test_http_leads_to_https(caddy: Caddy) -> None:
    answer = caddy.get_plain("/wins/?page=2")
    assert (answer.status, answer.headers["Location"]) == (308, f"https://{NAME}/wins/?page=2")


def test_forwarding_headers_that_a_client_forges_change_nothing(caddy: Caddy) -> None:
    forged = {"X_Forwarded_Proto": "http", "X_Forwarded_Host": "evil.example"}
    answer = caddy.get("/sessions/new", **forged)
    assert answer.status == 200
    assert "Strict-Transport-Security" in answer.headers


@pytest.mark.parametrize(("name", "status"), [(NAME, 200), ("evil.example", 400)])
def test_past_caddy_the_app_answers_to_its_own_name_only(
    server: Server, name: str, status: int
) -> None:
    with closing(HTTPConnection("127.0.0.1", server.port, timeout=10)) as past:
        past.request("GET", "/sessions/new", headers={"Host": name})
        assert past.getresponse().status == status
