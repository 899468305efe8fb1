"""What docs/security.md promises of every page and form, rather than of one."""

import re

import pytest
from flask import Flask

from tests.support.make import Someone, make_person, rating, win
from tests.web.account.test_people import ANA
from tests.web.conftest import Browser
from tests.web.test_rights import RIGHTS
from webapp.paths import PACKAGE
from webapp.storage.account.people import Person
from webapp.storage.engine.database import database
from webapp.storage.upkeep.checksums import checksums

GETS = [route.split(" ")[1] for route in RIGHTS if route.startswith("GET ") and "<" not in route]
PASSWORDS = {
    "/sessions/new": ["current-password"],
    "/people/new": ["new-password"],
    "/passwords/current/edit": ["current-password", "new-password"],
    "/people/current/edit": ["current-password"],
}


def test_no_page_that_is_only_opened_changes_anything(as_ana: Browser, ana: Someone) -> None:
    ana.sends(win(), rating())
    as_ana.get("/")  # the first visit of a day notes that the device was seen
    before = checksums(database.obj)
    for path in GETS:
        as_ana.get(path)
    assert checksums(database.obj) == before


@pytest.mark.parametrize("path", PASSWORDS)
def test_passwords_are_hidden_can_be_pasted_and_filled_in(
    as_ana: Browser, signed_out: Browser, path: str
) -> None:
    browser = as_ana if "current" in path else signed_out
    page = browser.get(path).text.partition("</main>")[0]
    fields = re.findall(r"<input[^>]*password[^>]*>", page)
    assert [re.search(r'autocomplete="([^"]*)"', field)[1] for field in fields] == PASSWORDS[path]
    for field in fields:
        assert 'type="password"' in field
        assert not re.search(r"onpaste|maxlength|readonly|value=\"[^\"]", field)


def test_no_script_of_ours_hinders_pasting() -> None:
    scripts = (PACKAGE.parent / "static" / "js").rglob("*.js")
    named = [script for script in scripts if "paste" in script.read_text()]
    # Fills a row of the plan with each line; a field with words, and a password, it leaves alone.
    assert [script.name for script in named] == ["criteria.js"]
    assert "[name=criteria]" in named[0].read_text()


def test_a_new_database_has_no_account(db: None) -> None:
    assert Person.select().count() == 0


def test_signing_in_makes_a_new_session_and_ends_the_old_one(signed_out: Browser) -> None:
    signed_out.post("/people/", **ANA)
    before = signed_out.client.get_cookie("session").value
    signed_out.post("/sessions/", email=ANA["email"], password=ANA["password"])
    after = signed_out.client.get_cookie("session").value
    assert after != before
    signed_out.client.set_cookie("session", before)
    assert signed_out.get("/").location == "/sessions/new"


@pytest.mark.parametrize("path", ["/.git/HEAD", "/.git/config", "/static/build/../../.git/HEAD"])
def test_the_history_of_the_source_is_not_served(signed_out: Browser, path: str) -> None:
    assert signed_out.get(path).status_code == 404


def test_the_service_cannot_read_the_history_of_the_source() -> None:
    unit = (PACKAGE.parent / "deploy" / "smallwins.service").read_text()
    assert "InaccessiblePaths=-/opt/smallwins/.git" in unit


@pytest.mark.parametrize("path", GETS)
def test_nothing_secret_is_in_an_address_that_a_page_leads_to(
    as_ana: Browser, ana: Someone, path: str
) -> None:
    addresses = re.findall(r'(?:href|action|src|hx-\w+)="([^"]*)"', as_ana.get(path).text)
    secret = (ana.token, "ana@example.org", ana.me.key, "password=", "token=")
    assert not [address for address in addresses for word in secret if word in address]


def test_cookies_of_another_deployment_are_nobodys(app: Flask, signed_out: Browser) -> None:
    for name in ("session", "__Host-session", "remember_token", "waiting", "zone"):
        signed_out.client.set_cookie(name, make_person(f"Of {name}").token[::-1])
    assert signed_out.get("/").location == "/sessions/new"
    assert signed_out.get("/sessions/new").status_code == 200
