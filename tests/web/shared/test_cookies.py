"""Every cookie that the server sets: who can read it, to whom it is sent, how long it stays."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.make import Someone
from tests.web.account.test_people import ANA
from tests.web.conftest import Browser

YEAR = 31_536_000  # seconds
READABLE = {"language": YEAR, "sent": 600}  # by scripts
HIDDEN = {"session": YEAR, "device": YEAR}


def cookies_set(browser: Browser, address: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Return the name and the attributes of each cookie that is set at this address of ours."""
    for path, form in (
        ("/people/", ANA),
        ("/languages/", {"language": "ar"}),
        (
            "/indicators/",
            {"name": "x", "better": "up", "once": "0b0c0d0e-0000-4000-8000-000000000001"},
        ),
    ):
        sent = {"Origin": address}
        answer = browser.client.post(path, data=form, headers=sent, base_url=address)
        for line in answer.headers.getlist("Set-Cookie"):
            first, *rest = line.split("; ")
            yield first.partition("=")[0], dict(one.partition("=")[::2] for one in rest)


@pytest.mark.parametrize(
    ("address", "prefix"), [("https://localhost", "__Host-"), ("http://localhost", "")]
)
def test_no_other_site_and_over_https_no_other_host_has_a_cookie(
    address: str, prefix: str, signed_out: Browser
) -> None:
    found = dict(cookies_set(signed_out, address))
    known = {**READABLE, **HIDDEN}
    assert {name.removeprefix(prefix) for name in found} == set(known)
    for name, attributes in found.items():
        plain = name.removeprefix("__Host-")
        assert name == f"{prefix}{plain}"
        assert (attributes["SameSite"], attributes["Path"]) == ("Lax", "/")
        assert int(attributes["Max-Age"]) == known[plain]
        assert ("HttpOnly" in attributes) == (plain in HIDDEN)
        assert ("Secure" in attributes) == bool(prefix)
        assert "Domain" not in attributes


def test_a_cookie_of_plain_http_is_not_read_over_https(app: Flask, ana: Someone) -> None:
    browser = ana.browser(app)
    browser.set_cookie("language", "ar")
    https = {"base_url": "https://localhost"}
    assert 'lang="en"' in browser.get("/help/", **https).text
    assert browser.get("/", **https).status_code == 303
