"""Words of a form that comes after its session ended are there again after signing in (issue 15).

Without scripts: scripts keep drafts on the phone.
"""

import html
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.support.make import KEYS
from tests.web.conftest import Browser
from tests.web.rights import FORMS, RIGHTS
from webapp.domain.account.sessions import end_session
from webapp.storage.account.people import Person
from webapp.storage.goals.goals import Goal
from webapp.storage.upkeep.models import MODELS
from webapp.web.shared import clock
from webapp.web.shared.forms.unsent import LABELS, UnsentForm, unsent_form
from webapp.web.shared.login import COOKIE

ANA = {"name": "Ana", "email": "ana@home.org", "password": "correct horse battery"}
BEN = {"name": "Ben", "email": "ben@home.org", "password": "another long password"}
PLAN = {
    "statement": 'Draft "five" insights',
    "criteria": "One page\r\n<b>Two</b> visuals",
    "cadence": "weekly",
    "weekdays": "4",
    "once": "0b0c0d0e-0000-4000-8000-000000000001",
}
SAYING = [
    route
    for route, (signed_out, _, _) in RIGHTS.items()
    if route.startswith(("POST", "PATCH")) and signed_out == 303 and route in FORMS
]


class Form(HTMLParser):
    """The fields of the form of a page that goes to `to`, and that address."""

    def __init__(self, page: str, starts: str) -> None:
        super().__init__()
        self.to, self.fields, self.starts = "", [], starts  # type: ignore[var-annotated]
        self.inside = self.typing = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = (given.get("action") or "").startswith(self.starts)
            self.to = given["action"] or "" if self.inside else self.to
        elif self.inside and tag in ("input", "textarea"):
            self.fields.append([given["name"], given.get("value", "")])
            self.typing = tag == "textarea"

    def handle_endtag(self, tag: str) -> None:
        self.typing = False

    def handle_data(self, data: str) -> None:
        if self.typing:
            self.fields[-1][1] += data.removeprefix("\n")


@pytest.fixture
def lost(signed_out: Browser, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Return a browser without scripts in which Ana's session ended in mid-form."""
    signed_out.post("/people/", **ANA)
    ended(signed_out)
    return signed_out


def ended(browser: Browser) -> None:
    """End the session as another device does: the cookie stays."""
    cookie = browser.client.get_cookie(COOKIE)
    assert cookie
    end_session(cookie.value, KEYS, clock.now())


def anas_key() -> str:
    return str(Person.get(Person.email == ANA["email"]).key)


def plans(browser: Browser, **form: str) -> Any:
    """Send Ana's plan, from the page that was drawn for her."""
    return browser.post("/goals/", **PLAN, owner=anas_key(), **form)


def signs_in(browser: Browser, page: str, person: dict[str, str]) -> Any:
    form = dict(Form(page, "/sessions/").fields)
    return browser.post("/sessions/", **{**form, **{k: person[k] for k in ("email", "password")}})


def stored() -> dict[str, int]:
    kept = [model for model in MODELS if model.__name__ not in ("Session", "Bucket")]
    return {model.__name__: model.select().count() for model in kept}


def test_the_words_are_there_after_signing_in_and_stored_when_sent(lost: Browser) -> None:
    before = stored()
    asked = plans(lost)
    again = signs_in(lost, asked.text, ANA)
    assert (asked.status_code, again.status_code, stored()) == (401, 200, before)
    form = Form(again.text, "/goals/")
    said = {name: value.replace("\r\n", "\n") for name, value in form.fields}
    owner = anas_key()
    assert said == {**PLAN, "criteria": PLAN["criteria"].replace("\r\n", "\n"), "owner": owner}
    assert lost.post(form.to, **dict(form.fields)).status_code == 303
    assert Goal.get().statement == PLAN["statement"]


@pytest.mark.long
@pytest.mark.parametrize("route", SAYING)
def test_every_form_with_words_brings_them_back(lost: Browser, route: str) -> None:
    method, path = re.sub("<int:[a-z_]+>", "17", route).split()
    address = path + ("?_method=PATCH" if method == "PATCH" else "")
    given = {**FORMS[route], "owner": anas_key()}
    asked = lost.post(address, **given)
    if not FORMS[route].keys() & LABELS.keys():  # a choice only
        assert asked.status_code == 303
        return
    form = Form(signs_in(lost, asked.text, ANA).text, path.split("<")[0])
    assert form.to == html.unescape(address)
    assert dict(map(tuple, form.fields)) == given


def test_after_a_wrong_password_they_are_still_there(lost: Browser) -> None:
    asked = plans(lost)
    wrong = signs_in(lost, asked.text, {**ANA, "password": "not this one"})
    assert wrong.status_code == 422
    assert "five" in signs_in(lost, wrong.text, ANA).text


@pytest.mark.parametrize("comes_first", ["Ana's form", "Ben"])
def test_another_person_is_not_shown_them(lost: Browser, comes_first: str) -> None:
    early = plans(lost)
    lost.post("/people/", **BEN)
    ended(lost)
    late = plans(lost)
    answer = signs_in(lost, (late if comes_first == "Ben" else early).text, BEN)
    assert (answer.status_code, answer.location) == (303, "/")


def test_a_browser_on_which_nobody_was_signed_in_gets_no_page_of_words(
    signed_out: Browser,
) -> None:
    assert signed_out.post("/goals/", **PLAN).status_code == 303


def test_a_browser_with_scripts_has_its_draft(lost: Browser) -> None:
    lost.client.set_cookie("zone", "Europe/Berlin~+01:00")
    assert plans(lost).status_code == 303


def test_a_deletion_has_no_words_to_wait(lost: Browser) -> None:
    owner = anas_key()
    for path in ("/presets/x", "/absences/1", "/wins/x", "/goals/x"):
        assert lost.post(f"{path}?_method=DELETE", what="Hers", owner=owner).status_code == 303


def test_a_password_is_on_no_page(lost: Browser) -> None:
    form = {"current_password": "secret words", "new_password": "secret words"}
    owner = anas_key()
    answer = lost.post("/passwords/current?_method=PATCH", note="x", owner=owner, **form)
    assert answer.status_code == 303


def test_words_in_an_address_are_not_taken(lost: Browser) -> None:
    asked = plans(lost).text
    carried = dict(Form(asked, "/sessions/").fields)["unsent"]
    page = lost.client.get("/sessions/new", query_string={"unsent": carried}).text
    assert 'name="unsent"' not in page


def test_another_site_cannot_leave_words_there(lost: Browser) -> None:
    answer = lost.client.post("/goals/", data=PLAN, headers={"Origin": "https://elsewhere.org"})
    assert answer.status_code == 403
    assert "five" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        *("", "{}", "[]", "[1, 2]", "1", "null", '"abc"', "[1, 2, 3]", '["/goals/", "m", [1]]'),
        *('["/goals/", "", []]', '["//elsewhere.org/", "m", []]', "[" * 9999),
    ],
)
def test_what_is_broken_or_leads_elsewhere_is_left_out(text: str, lost: Browser) -> None:
    with lost.client.application.test_request_context():
        assert [unsent_form(text, key) for key in ("", "m")] == [None, None]


def test_what_leads_to_a_path_of_ours_is_taken(lost: Browser) -> None:
    with lost.client.application.test_request_context():
        taken = unsent_form('["/goals/?x=1", "m", [["statement", "Draft"]]]', "m")
    assert taken == UnsentForm("/goals/?x=1", "m", [("statement", "Draft")])


def test_too_much_for_one_page_does_not_keep_anybody_out(lost: Browser) -> None:
    owner = anas_key()
    assert lost.post("/goals/", statement="x" * 110_000, owner=owner).status_code == 303
