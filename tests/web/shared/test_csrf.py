"""Requests that other sites make a browser send are refused."""

import pytest

from tests.web.conftest import Browser

SAME = "same-origin"
TABLE = [  # Sec-Fetch-Site, Origin, taken?
    (SAME, None, True),
    (SAME, "http://localhost", True),
    ("cross-site", None, False),
    ("cross-site", "http://localhost", False),  # the browser knows better than the header
    ("same-site", "http://localhost", False),  # a neighbour under the same domain is not us
    ("none", None, False),  # typed into the address bar: never a form
    (None, "http://localhost", True),
    (None, "http://localhost:81", False),
    (None, "https://localhost", False),
    (None, "http://evil.example", False),
    (None, "http://evil-localhost", False),
    (None, "http://localhost.evil.example", False),
    (None, "null", False),
    (None, None, False),
]


@pytest.mark.parametrize(("site", "origin", "taken"), TABLE)
def test_only_our_own_pages_may_post(
    as_ana: Browser, site: str | None, origin: str | None, taken: bool
) -> None:
    headers = {"Sec-Fetch-Site": site, "Origin": origin}
    sent = {name: value for name, value in headers.items() if value is not None}
    answer = as_ana.client.post("/wins/", data={"kind": "quick"}, headers=sent)
    assert (answer.status_code == 303) is taken


@pytest.mark.parametrize(
    "path",
    [
        "/people/",
        "/sessions/",
        "/sessions/current?_method=DELETE",
        "/outbox/",
        "/checkins/",
        "/deferrals/",
        "/settings/theme?_method=PATCH",
        "/people/current?_method=PATCH",
        "/passwords/current?_method=PATCH",
        "/resets/a-link?_method=PATCH",
        "/resets/",
        "/confirmations/",
        "/confirmations/a-link?_method=PATCH",
        "/mails/",
        "/devices/?_method=DELETE",
        "/devices/a-device?_method=DELETE",
    ],
)
def test_no_address_takes_a_forged_post(as_ana: Browser, path: str) -> None:
    answer = as_ana.client.post(path, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT"])
def test_a_post_becomes_nothing_that_is_not_checked(as_ana: Browser, method: str) -> None:
    forged = {"Sec-Fetch-Site": "cross-site"}
    assert as_ana.client.post(f"/wins/?_method={method}", headers=forged).status_code == 403
    ours = as_ana.client.post(f"/wins/?_method={method}", headers={"Sec-Fetch-Site": SAME})
    assert ours.status_code == 303


def test_what_is_opened_stays_opened(as_ana: Browser) -> None:
    answer = as_ana.client.get("/wins/?_method=DELETE", headers={"Sec-Fetch-Site": SAME})
    assert answer.status_code == 200
