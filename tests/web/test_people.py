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


def test_all_problems_are_told_at_once_and_the_words_stay(signed_out: Browser) -> None:
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
