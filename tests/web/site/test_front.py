"""The front page: for strangers, and only for them."""

import re
from html import unescape
from ipaddress import ip_network

import pytest
from flask import Flask
from werkzeug.test import Client

from tests.support.make import OURS
from tests.web.conftest import Browser
from webapp.paths import BUILT
from webapp.web.shared.proxy import ProxyHeaders

TITLE = "See that you get things done."
SIGN_IN = "/sessions/new"


def metas(page: str) -> dict[str, str]:
    """Return the content of each `og:` and `twitter:` tag."""
    tags = re.findall(r'<meta (?:property|name)="((?:og|twitter):[^"]+)"\s+content="([^"]*)"', page)
    return {name: unescape(content) for name, content in tags}


def ways(page: str) -> list[tuple[str, str]]:
    """Return where the links of the page lead, with their words."""
    return re.findall(r'<a [^>]*href="([^"]+)"[^>]*>\s*([^<]+?)\s*</a>', page)


def test_a_stranger_sees_what_it_is_and_the_ways_in(signed_out: Browser) -> None:
    answer = signed_out.get("/")
    assert (answer.status_code, answer.text.count(f"{TITLE}</h1>")) == (200, 1)
    assert {
        ("/people/new", "Create account"),
        (SIGN_IN, "Sign in"),
        ("/help/", "Help"),
        ("/help/#your-data", "What happens with my data"),
    } <= set(ways(answer.text))
    assert answer.text.count("<li>") == 3


def test_no_browser_and_no_worker_keeps_it(signed_out: Browser) -> None:
    headers = signed_out.get("/").headers
    assert (headers["Cache-Control"], headers["Smallwins-Person"]) == ("no-store", "nobody")
    assert "ETag" not in headers


def test_it_needs_neither_the_scripts_nor_the_styles_of_the_app(signed_out: Browser) -> None:
    page = signed_out.get("/").text
    assert re.findall(r"(?:src|href)=\"/static/build/(app|further|icons)\.", page) == []
    names = re.findall(r"/static/build/(front\.\w+\.\w+)", page)
    sizes = [(BUILT / f"{name}.br").stat().st_size for name in set(names) if "js" not in name]
    assert 0 < sum(sizes) + len(page) / 2 < 15_000


@pytest.mark.parametrize("mode", ["link", "closed"])
def test_where_not_everybody_can_sign_up_it_says_so(
    app: Flask, signed_out: Browser, monkeypatch: pytest.MonkeyPatch, mode: str
) -> None:
    monkeypatch.setitem(app.config, "SIGN_UP", mode)
    page = signed_out.get("/").text
    says = {
        "link": "Open the sign-up link you were sent.",
        "closed": "Nobody can sign up here now.",
    }
    assert (says[mode] in page, "/people/new" in page, f'href="{SIGN_IN}"' in page) == (
        True,
        False,
        True,
    )


@pytest.mark.parametrize("query", ["from=home", "capture", "logged=x", "moved=2026-11-22"])
def test_the_app_on_a_home_screen_asks_to_sign_in(signed_out: Browser, query: str) -> None:
    assert signed_out.get(f"/?{query}").location.startswith(SIGN_IN)


def test_a_link_that_a_network_has_marked_shows_it_too(signed_out: Browser) -> None:
    assert TITLE in signed_out.get("/?fbclid=1&utm_source=chat").text


def test_a_phone_on_which_somebody_was_signed_in_asks_to_sign_in(signed_out: Browser) -> None:
    signed_out.post("/people/", name="Emma", email="emma@example.org", password="warm pebble 17")
    signed_out.client.delete("/sessions/current", headers=OURS)
    assert signed_out.get("/").location == SIGN_IN


def test_a_phone_from_before_devices_were_known_stays_known_after_sign_out(as_ana: Browser) -> None:
    assert as_ana.client.get_cookie("device") is None
    as_ana.client.delete("/sessions/current", headers=OURS)
    assert as_ana.get("/").location == SIGN_IN


@pytest.mark.parametrize("mark", ["session", "device", "__Host-session", "__Host-device"])
def test_each_mark_of_a_phone_counts_also_when_its_session_has_ended(
    app: Flask, db: None, mark: str
) -> None:
    phone = app.test_client(use_cookies=False)
    answer = phone.get("/", headers={"Cookie": f"{mark}=ended-long-ago"})
    assert answer.location == SIGN_IN


def test_a_cookie_that_was_not_kept_is_still_told(signed_out: Browser) -> None:
    came_from = {"Referer": "http://localhost/people/new"}
    assert signed_out.get("/", headers=came_from).location == f"{SIGN_IN}?cookies=refused"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_what_others_show_of_the_link_has_whole_addresses(signed_out: Browser, scheme: str) -> None:
    page = signed_out.get("/", base_url=f"{scheme}://wins.example.org").text
    told = metas(page)
    root = f"{scheme}://wins.example.org/"
    assert (told["og:url"], told["og:image"]) == (root, f"{root}static/build/share.png")
    assert told["twitter:image"] == told["og:image"]
    assert (told["og:title"], told["twitter:card"]) == (TITLE, "summary_large_image")


def test_the_picture_that_others_show_has_the_size_that_is_told(signed_out: Browser) -> None:
    told = metas(signed_out.get("/").text)
    picture = signed_out.get("/static/build/share.png").data
    width, height = (int.from_bytes(picture[at : at + 4]) for at in (16, 20))
    assert (told["og:image:width"], told["og:image:height"]) == (f"{width}", f"{height}")
    assert len(picture) < 60_000


def test_behind_a_proxy_the_address_is_that_of_the_proxy(app: Flask, db: None) -> None:
    behind = Client(ProxyHeaders(app.wsgi_app, ip_network("127.0.0.1")))
    asked = {"Host": "wins.example.org", "X-Forwarded-Proto": "https"}
    page = behind.get("/", headers=asked, environ_overrides={"REMOTE_ADDR": "127.0.0.1"}).text
    assert metas(page)["og:image"] == "https://wins.example.org/static/build/share.png"


def test_it_is_shown_in_arabic_from_right_to_left(signed_out: Browser) -> None:
    page = signed_out.get("/", headers={"Accept-Language": "ar"}).text
    assert '<html lang="ar" dir="rtl"' in page
    assert "إنشاء حساب" in page
    assert metas(page)["og:locale"] == "ar"
