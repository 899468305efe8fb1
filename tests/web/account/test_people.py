"""Signing up."""

from tests.web.conftest import Browser

ANA = {"name": "Ana", "email": "Ana@Example.org", "password": "correct horse"}


def test_signing_up_lands_on_today(signed_out: Browser) -> None:
    answer = signed_out.post("/people/", **ANA)
    assert (answer.status_code, answer.location) == (303, "/")
    assert b"What did you get done?" in signed_out.get("/").data


def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(
    signed_out: Browser,
) -> None:
    cookie = signed_out.post("/people/", **ANA).headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_over_https_the_cookie_is_bound_to_the_host(signed_out: Browser) -> None:
    answer = signed_out.client.post(
        "/people/", data=ANA, base_url="https://localhost", headers={"Origin": "https://localhost"}
    )
    assert answer.headers["Set-Cookie"].startswith("__Host-session=")
    assert "Secure" in answer.headers["Set-Cookie"]


def test_all_problems_are_reported_at_once_and_the_words_stay(signed_out: Browser) -> None:
    answer = signed_out.post("/people/", name="", email="ana at home", password="short")
    assert answer.status_code == 422
    page = answer.text
    assert page.count('aria-invalid="true"') == 3
    assert 'value="ana at home"' in page


def test_an_address_has_one_account(signed_out: Browser) -> None:
    signed_out.post("/people/", **ANA)
    answer = signed_out.post("/people/", **{**ANA, "email": " ana@example.org "})
    assert answer.status_code == 422
    assert "sign in instead" in answer.text


def test_a_name_is_text_and_never_markup(signed_out: Browser) -> None:
    signed_out.post("/people/", **{**ANA, "name": "<script>alert(1)</script>"})
    assert "<script>alert" not in signed_out.get("/settings/").text


CHANGE = "/people/current?_method=PATCH"


def test_another_address_can_be_signed_in_with_from_now_on(signed_out: Browser) -> None:
    signed_out.post("/people/", **ANA)
    answer = signed_out.post(CHANGE, email="New@Example.org", password=ANA["password"])
    assert (answer.status_code, answer.location) == (303, "/settings/")
    assert "new@example.org" in signed_out.get("/settings/").text
    signed_out.post("/sessions/current?_method=DELETE")
    answer = signed_out.post("/sessions/", email="new@example.org", password=ANA["password"])
    assert answer.status_code == 303


def test_all_problems_of_a_new_address_are_shown(signed_out: Browser) -> None:
    signed_out.post("/people/", **ANA)
    answer = signed_out.post(CHANGE, email="ana at home", password="wrong horse")
    assert (answer.status_code, answer.text.count('aria-invalid="true"')) == (422, 2)
    assert 'value="ana at home"' in answer.text
    assert "wrong horse" not in answer.text


def test_signed_out_there_is_no_address_to_change(signed_out: Browser) -> None:
    assert signed_out.post(CHANGE, email="new@example.org").location == "/sessions/new"
