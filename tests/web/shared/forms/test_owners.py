"""A form of a page of Ana's is hers, whoever is signed in when it is sent (issue 16)."""

from html.parser import HTMLParser
from typing import Any

import pytest

from tests.support.make import Someone
from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import FORMS, RIGHTS
from tests.web.shared.forms.test_unsent import ANA, BEN, PLAN, Form, plans, signs_in
from tests.web.test_page_queries import PAGES
from webapp.storage.engine.database import database
from webapp.storage.goals.goals import Goal
from webapp.storage.upkeep.checksums import checksums

ANYBODYS = ("/languages/", "/sessions/current")
SAYS = "Another person is signed in in this browser by now, so what you sent was not stored."
SENT = [
    route
    for route in RIGHTS
    if not route.startswith("GET ") and route.split("/")[1] not in ("outbox", "sessions", "people")
]


class Owners(HTMLParser):
    """The forms of a page that are sent by POST: of each where it goes, and whom it names."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._drawn_later = 0
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._drawn_later += tag == "template"
        if tag == "form" and given.get("method") == "post" and given.get("data-verb") != "undo":
            self.found.append((given.get("action") or "", ""))
        if tag == "input" and given.get("name") == "owner" and self.found:
            self.found[-1] = (self.found[-1][0], given.get("value") or "")
        if self._drawn_later and self.found and tag == "form":
            self.found.pop()  # scripts answer it

    def handle_endtag(self, tag: str) -> None:
        self._drawn_later -= tag == "template"


def unowned(page: str, key: str) -> list[tuple[str, str]]:
    return [
        form for form in Owners(page).found if not form[0].startswith(ANYBODYS) and form[1] != key
    ]


def kept() -> dict[str, str]:
    """Return what is stored, but for how often Ben asked."""
    return {**checksums(database.obj), "bucket": ""}


@pytest.mark.long
def test_every_form_names_whose_page_it_is_on(
    as_ana: Browser, as_ben: Browser, ana: Someone, ben: Someone, theirs: dict[str, Any]
) -> None:
    for route in PAGES:
        page = asked(as_ana, route, theirs).text
        assert unowned(page, ana.me.key) == [], route
        assert ben.me.key not in page
        assert ana.me.key not in asked(as_ben, route, theirs).text


def test_none_is_stored_for_another_person(
    as_ben: Browser, ana: Someone, theirs: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for route in SENT:
        monkeypatch.setitem(FORMS, route, {**FORMS.get(route, {}), "owner": ana.me.key})
    as_ben.get("/")  # the first visit of a day notes that the device was seen
    before = kept()
    for route in SENT:
        answer = asked(as_ben, route, theirs)
        assert (answer.status_code, SAYS in answer.text) == (403, True), route
    assert kept() == before


def test_the_words_wait_on_the_page_to_sign_in_for_whoever_wrote_them(signed_out: Browser) -> None:
    signed_out.post("/people/", **ANA)
    signed_out.post("/people/", **BEN)  # in another tab
    asked = plans(signed_out)
    assert (asked.status_code, SAYS in asked.text) == (403, True)
    assert signs_in(signed_out, asked.text, BEN).status_code == 303
    back = Form(signs_in(signed_out, asked.text, ANA).text, "/goals/")
    assert signed_out.post(back.to, **dict(back.fields)).status_code == 303
    assert Goal.get().statement == PLAN["statement"]
    assert Goal.get().owner.person.name == "Ana"


def test_a_part_of_a_page_is_refused_too(as_ben: Browser, ana: Someone) -> None:
    assert as_ben.htmx("/presets/", what="Hers", owner=ana.me.key).status_code == 401
