"""Signing in and out."""

import pytest
from flask import Flask

from tests.support.make import OURS, Someone
from tests.web.account.test_people import ANA
from tests.web.conftest import Browser


@pytest.fixture
def signed_up(signed_out: Browser) -> Browser:
    signed_out.post("/people/", **ANA)
    signed_out.post("/sessions/current?_method=DELETE")
    return signed_out


def test_signing_in_leads_where_one_was_going(signed_up: Browser) -> None:
    answer = signed_up.get("/wins/")
    assert answer.location == "/sessions/new?next=/wins/"
    answer = signed_up.post(
        "/sessions/", email="ANA@example.org", password=ANA["password"], next="/wins/"
    )
    assert (answer.status_code, answer.location) == (303, "/wins/")


@pytest.mark.parametrize(
    "path",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "/a\nb", "evil", "", "/\t/x"],
)
def test_signing_in_never_leads_to_another_site(signed_up: Browser, path: str) -> None:
    answer = signed_up.post("/sessions/", email=ANA["email"], password=ANA["password"], next=path)
    assert answer.location == "/"


def test_a_wrong_password_and_an_unknown_address_show_the_same(signed_up: Browser) -> None:
    wrong = signed_up.post("/sessions/", email=ANA["email"], password="wrong horse")
    unknown = signed_up.post("/sessions/", email="nobody@example.org", password="wrong horse")
    assert wrong.status_code == unknown.status_code == 422
    assert wrong.text == unknown.text.replace("nobody@example.org", ANA["email"])


def test_signing_out_ends_the_session_on_the_server(signed_out: Browser) -> None:
    signed_out.post("/people/", **ANA)
    cookie = signed_out.client.get_cookie("session")
    assert cookie
    signed_out.post("/sessions/current?_method=DELETE")
    signed_out.client.set_cookie("session", cookie.value)
    assert signed_out.get("/").location == "/sessions/new"


def test_signing_out_clears_the_browsers_pages_but_not_the_outbox(as_ana: Browser) -> None:
    answer = as_ana.post("/sessions/current?_method=DELETE")
    assert answer.headers["Clear-Site-Data"] == '"cache"'


def test_a_cookie_of_another_deployment_is_nobody(signed_out: Browser) -> None:
    signed_out.client.set_cookie("session", "made-with-another-secret")
    assert signed_out.get("/").location == "/sessions/new"


def test_a_script_that_signs_out_gets_an_answer_no_portal_gives(as_ana: Browser) -> None:
    accepts = {**OURS, "Accept": "application/json"}
    answer = as_ana.client.delete("/sessions/current", headers=accepts)
    assert (answer.status_code, answer.json) == (200, {"person": None})
    assert as_ana.get("/").location == "/sessions/new"


def test_a_session_over_http_and_one_over_https_end_together(
    as_ana: Browser, ana: Someone, app: Flask
) -> None:
    # A browser sends the cookie of plain http over https too (A4).
    other = ana.browser(app).get_cookie("session")
    assert other
    secure = {"base_url": "https://localhost", "headers": {"Origin": "https://localhost"}}
    as_ana.client.set_cookie("__Host-session", other.value, secure=True)
    assert as_ana.get("/", base_url="https://localhost").status_code == 200
    answer = as_ana.client.delete("/sessions/current", **secure)
    cleared = answer.headers.getlist("Set-Cookie")
    assert [one.partition("=")[0] for one in cleared if "Max-Age=0" in one] == [
        "session",
        "__Host-session",
    ]
    as_ana.client.set_cookie("__Host-session", other.value, secure=True)
    assert as_ana.get("/", base_url="https://localhost").location == "/sessions/new"


def test_signing_in_again_makes_a_new_token_and_ends_the_old(signed_out: Browser) -> None:
    signed_out.post("/people/", **ANA)
    first = signed_out.client.get_cookie("session")
    assert first
    signed_out.post("/sessions/", email=ANA["email"], password=ANA["password"])
    assert signed_out.get("/").status_code == 200
    signed_out.client.set_cookie("session", first.value)
    assert signed_out.get("/").location == "/sessions/new"


REFUSED = "This browser did not keep the cookie"


def landed(browser: Browser, page: str, path: str = "/goals/") -> str:
    """Return the sign-in page that follows when `path` is opened from `page`, without a cookie."""
    browser.client.delete_cookie("session")
    answer = browser.client.get(path, headers={"Referer": f"http://localhost{page}"})
    return browser.get(answer.location).text


@pytest.mark.parametrize("page", ["/sessions/new?next=/goals/", "/sessions/", "/people/new"])
def test_a_browser_that_refuses_cookies_is_told_after_signing_in(
    signed_up: Browser, page: str
) -> None:
    text = landed(signed_up, page)
    assert REFUSED in text
    assert 'name="next" value="/goals/"' in text


@pytest.mark.parametrize("page", ["/goals/", "/help/", "/people/current/edit", "/people/newer"])
def test_a_person_whose_session_ended_is_not_told_of_cookies(signed_up: Browser, page: str) -> None:
    assert REFUSED not in landed(signed_up, page)


def test_a_wrong_password_says_nothing_of_cookies(signed_up: Browser) -> None:
    answer = signed_up.post("/sessions/?cookies=refused", email=ANA["email"], password="wrong")
    assert REFUSED not in answer.text


def test_a_cookie_that_flask_login_would_believe_changes_nothing(as_ana: Browser) -> None:
    as_ana.client.set_cookie("remember_token", "1|" + "0" * 128)
    assert as_ana.get("/wins/").status_code == 200
