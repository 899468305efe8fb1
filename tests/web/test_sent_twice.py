"""A plain form that is sent twice is stored once: a double tap, Back and again, a slow line."""

import uuid
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.support.make import OURS, Someone
from tests.web.asking import asked, named
from tests.web.conftest import Browser
from tests.web.rights import FORMS, RIGHTS
from tests.web.test_page_queries import PAGES
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.wins import Win
from webapp.storage.decisions.decisions import Decision
from webapp.storage.goals.goals import Goal
from webapp.storage.upkeep.models import MODELS

# These store nothing of their own, or replace: the second sending finds what the first left.
NOT_STORED = ("/languages/", "/sessions/", "/deferrals/", "/routines/", "/welcomes/", "/answers/")
OF_TABLES = ("previews/", "tables/")
CREATES = [
    route
    for route, (_, owner, _) in RIGHTS.items()
    if route.startswith("POST /") and owner == 303 and not route.endswith((*NOT_STORED, *OF_TABLES))
]
MORE = {  # what a form must say besides, so that it stores something
    "POST /goals/<goal_id>/closure": {"state": "abandoned", "note": "Not now"},
    "POST /decisions/<decision_id>/outcome": {"outcome": "The second one"},
}


class CreatingForms(HTMLParser):
    """The plain forms of a page that create something, and the names of the fields of each."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, list[str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.found.append((f"{given.get('method')} {given.get('action')}", []))
        elif self.found:
            self.found[-1][1].append(given.get("name"))


def rows() -> dict[str, int]:
    return {model.__name__: model.select().count() for model in MODELS}


def sent(browser: Browser, route: str, things: dict[str, Any], once: str) -> Any:
    method, path = route.split()
    form = {**FORMS.get(route, {}), **MORE.get(route, {}), "once": once}
    said = {name: named(value, things) for name, value in form.items()}
    return browser.client.open(named(path, things), method=method, data=said, headers=OURS)


@pytest.mark.parametrize("route", CREATES)
def test_what_is_sent_twice_is_stored_once(
    route: str, as_ana: Browser, theirs: dict[str, Any]
) -> None:
    once = str(uuid.uuid4())
    first = sent(as_ana, route, theirs, once)
    stored = rows()
    second = sent(as_ana, route, theirs, once)
    assert (second.status_code, second.location) == (303, first.location)
    assert rows() == stored


@pytest.mark.parametrize("route", PAGES)
def test_every_form_that_creates_carries_an_id_of_its_page(
    route: str, as_ana: Browser, theirs: dict[str, Any]
) -> None:
    forms = CreatingForms(asked(as_ana, route, theirs).text).found
    without = [
        address
        for address, names in forms
        if address.startswith("post /") and "?_method" not in address and "once" not in names
    ]
    without = [one for one in without if not one.endswith((*NOT_STORED, *OF_TABLES))]
    assert without == []


def test_going_back_and_sending_other_words_stores_them_too(as_ana: Browser, ana: Someone) -> None:
    once = str(uuid.uuid4())
    for statement in ("Send one page", "Send two pages"):
        as_ana.post("/goals/", statement=statement, once=once)
    assert [goal.statement for goal in Goal.select().order_by(Goal.statement)] == [
        "Send one page",
        "Send two pages",
    ]


def test_a_refused_form_is_stored_when_it_is_put_right(as_ana: Browser, ana: Someone) -> None:
    once = str(uuid.uuid4())
    assert as_ana.post("/objectives/", name="", once=once).status_code == 422
    assert as_ana.post("/objectives/", name="Quality", once=once).status_code == 303


def test_without_scripts_a_win_tapped_twice_is_one_win(as_ana: Browser, ana: Someone) -> None:
    page = CreatingForms(as_ana.get("/").text)
    assert "once" in dict(page.found)["post /wins/"]
    once = str(uuid.uuid4())
    taps = [as_ana.post("/wins/", what="Fixed it", kind="quick", once=once) for _ in range(2)]
    assert (Win.select().count(), taps[0].location) == (1, taps[1].location)


@pytest.mark.parametrize(
    ("path", "fields", "model"),
    [
        ("/wins/", {"what": "Fixed it", "kind": "quick"}, Win),
        ("/checkins/", {"rating": "7"}, CheckIn),
        ("/decisions/", {"what": "Which queue?", "importance": "routine"}, Decision),
    ],
)
def test_what_was_undone_is_stored_when_the_page_that_back_brought_sends_it_again(
    path: str, fields: dict[str, str], model: type[Any], as_ana: Browser, ana: Someone
) -> None:
    once = str(uuid.uuid4())
    as_ana.post(path, **fields, once=once)
    as_ana.post(f"{path}{model.get().id}?_method=DELETE")
    assert not model.select().exists()
    again = [as_ana.post(path, **fields, once=once) for _ in range(2)]
    assert (model.select().count(), again[0].location) == (1, again[1].location)


SIGN_UP = {"name": "Dora", "email": "dora@example.org", "password": "correct horse battery"}


def test_signing_up_twice_leads_to_today_both_times(signed_out: Browser) -> None:
    once = str(uuid.uuid4())
    answers = [signed_out.post("/people/", **SIGN_UP, once=once) for _ in range(2)]
    assert [(answer.status_code, answer.location) for answer in answers] == [(303, "/")] * 2


def test_the_id_of_a_sign_up_opens_nothing_without_the_password(signed_out: Browser) -> None:
    once = str(uuid.uuid4())
    signed_out.post("/people/", **SIGN_UP, once=once)
    guess = {**SIGN_UP, "password": "another long guess", "once": once}
    assert signed_out.post("/people/", **guess).status_code == 422


def test_the_password_alone_does_not_sign_in_by_signing_up(signed_out: Browser) -> None:
    signed_out.post("/people/", **SIGN_UP, once=str(uuid.uuid4()))
    again = signed_out.post("/people/", **SIGN_UP, once=str(uuid.uuid4()))
    assert again.status_code == 422
