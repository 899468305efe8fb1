"""The language of the app, and switching it."""

import pytest

from tests.support.make import OURS, Someone
from tests.web.conftest import Browser
from webapp.catalogues import LANGUAGES

ARABIC = '<html lang="ar" dir="rtl"'
ENGLISH = '<html lang="en" dir="ltr"'


def test_the_switch_leads_back_to_the_page_in_the_other_language(signed_out: Browser) -> None:
    answer = signed_out.post("/languages/", language="ar", next="/people/new")
    assert (answer.status_code, answer.location) == (303, "/people/new")
    assert ARABIC in signed_out.get("/people/new").text
    signed_out.post("/languages/", language="en", next="/")
    assert ENGLISH in signed_out.get("/people/new").text


def test_it_is_remembered_for_a_year_and_scripts_may_set_it_offline(signed_out: Browser) -> None:
    cookie = signed_out.post("/languages/", language="ar").headers["Set-Cookie"]
    assert "Max-Age=31536000" in cookie
    assert "SameSite=Lax" in cookie
    assert "HttpOnly" not in cookie


@pytest.mark.parametrize("language", ["", "xx", "AR", "../en", "ar\r\nX: 1"])
def test_an_unknown_language_changes_nothing(signed_out: Browser, language: str) -> None:
    answer = signed_out.post("/languages/", language=language, next="/people/new")
    assert (answer.status_code, "Set-Cookie" in answer.headers) == (303, False)
    signed_out.client.set_cookie("language", "xx")
    assert ENGLISH in signed_out.get("/people/new").text


@pytest.mark.parametrize("leads", ["https://other.example/", "//other.example", "/\\other", ""])
def test_it_never_leads_to_another_site(signed_out: Browser, leads: str) -> None:
    assert signed_out.post("/languages/", language="ar", next=leads).location == "/"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [("ar-EG,en;q=0.5", ARABIC), ("fi,ar;q=0.5", ARABIC), ("fi", ENGLISH), ("", ENGLISH)],
)
def test_a_new_phone_is_answered_in_what_its_browser_asks_for(
    signed_out: Browser, asked: str, shown: str
) -> None:
    assert shown in signed_out.get("/sessions/new", headers={"Accept-Language": asked}).text


def test_another_phone_of_the_person_uses_it_too(as_ana: Browser, ana: Someone) -> None:
    as_ana.post("/languages/", language="ar")
    assert ana.me.language == "ar"
    as_ana.client.delete_cookie("language")
    assert ARABIC in as_ana.get("/", headers={"Accept-Language": "en"}).text


def test_what_this_phone_was_switched_to_goes_first(as_ana: Browser) -> None:
    as_ana.post("/languages/", language="ar")
    as_ana.client.set_cookie("language", "en")
    assert ENGLISH in as_ana.get("/").text


def test_a_page_in_another_language_is_another_page(as_ana: Browser) -> None:
    tag = as_ana.get("/wins/").headers["ETag"]
    as_ana.client.set_cookie("language", "ar")
    answer = as_ana.get("/wins/", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "ar")


@pytest.mark.parametrize("path", ["/sessions/new", "/offline", "/signed-out", "/help/"])
def test_every_page_ends_with_the_switch(signed_out: Browser, path: str) -> None:
    page = signed_out.get(path)
    for language in LANGUAGES:
        assert f'value="{language}" lang="{language}"' in page.text
    assert f'name="next" value="{path}"' in page.text
    assert {"Cookie", "Accept-Language"} <= set(page.vary)


def test_an_error_is_shown_again_in_the_other_language(signed_out: Browser) -> None:
    assert 'name="next"' not in signed_out.get("/nothing").text
    headers = {**OURS, "Referer": "http://localhost/nothing?at=all"}
    form = {"language": "ar"}
    answer = signed_out.client.post("/languages/", data=form, headers=headers)
    assert answer.location == "/nothing?at=all"
    elsewhere = {**headers, "Referer": "https://other.example/nothing"}
    assert signed_out.client.post("/languages/", data=form, headers=elsewhere).location == "/"


def test_a_refused_form_is_answered_in_the_persons_language(signed_out: Browser) -> None:
    signed_out.client.set_cookie("language", "ar")
    page = signed_out.post("/people/", name="", email="x", password="1").text
    assert "يُرجى إدخال اسمك." in page
    assert 'name="next" value="/"' in page  # its address cannot be asked for


def test_shared_pages_exist_in_every_language(as_ana: Browser) -> None:
    for path in ("/offline", "/not-sent", "/signed-out", "/help/"):
        page = as_ana.get(f"{path}?language=ar").text
        assert ARABIC in page
        assert "data-person" not in page
        assert f'name="next" value="{path}"' in page


def test_the_log_that_the_worker_keeps_leads_back_to_the_log(as_ana: Browser) -> None:
    assert 'name="next" value="/wins/"' in as_ana.get("/wins/?kept=200").text
    assert 'name="next" value="/wins/?q=a"' in as_ana.get("/wins/?q=a").text


def test_nothing_else_is_switched_by_its_address(as_ana: Browser) -> None:
    assert ENGLISH in as_ana.get("/?language=ar").text


def test_dates_and_counts_are_arabic_with_western_digits(as_ana: Browser, ana: Someone) -> None:
    as_ana.client.set_cookie("language", "ar")
    page = as_ana.get("/").text
    day = page.partition('id="shown-day"')[2].partition(">")[2].partition("<")[0]
    assert "، " in day
    assert day.split()[1].isascii()
