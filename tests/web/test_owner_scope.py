"""The canary: no answer to anybody else has a word or number of Ana's, whatever they ask (A1).

None of her own pages shows a word as markup, either (A3).
"""

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.support.make import Someone
from tests.web.asking import ASKED, asked, entries_about, named, things_of
from tests.web.conftest import Browser
from tests.web.marked import (
    CODES,
    COUNTED,
    MARKER,
    NUMBERS,
    SHOWN,
    UNESCAPED,
    WORDS,
    listed,
    live,
    mark,
    number_fields,
    text_fields,
)
from tests.web.rights import RIGHTS
from tests.web.test_rights import shown
from tests.web.twins.life import fill
from tests.web.twins.rows import ALONE, rows_of
from webapp.rules.outbox.entries import VERBS
from webapp.rules.rights.permissions import Role
from webapp.storage.account.people import Person
from webapp.storage.capture.wins import Win
from webapp.storage.objectives.objectives import Objective
from webapp.web.shared.permissions.routes import ROUTES

HTML = ("text/html", "image/svg+xml")
PUBLIC = {
    "form": "csv",
    "template": "quality",
    "name": "theme",
    "kind": "goal",
    "day": "2026-11-24",
}
SAID = ("/wins/?q=Zqx", "/evidence/?q=Zqx")
FILES = ("/evidence/record.md", "/evidence/record.json", "/insights/confidence.json")
OTHERS = (Role.STRANGER, Role.SIGNED_OUT)  # the roles that are not her own, and that there are
# These are played in tests/web/teams/test_every_word.py.
IN_TEAMS = (Role.MEMBER, Role.OBSERVER, Role.LEAD, Role.ADMIN, Role.VIEWER, Role.FORMER)
WITH_LINKS = (Role.LINK,)
ABOUT_NOTHING = {"check_in", "defer_check_in", "open_decision"}  # entries that name nothing
MOVING = ("/readyz", "/healthz")  # of the server, not of a person
FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def marked(ana: Someone, theirs: dict[str, Any]) -> dict[str, Any]:
    """Return what Ana has, with the marker in all of it."""
    live(ana, theirs)
    fill(ana, theirs)
    assert mark(ana) == []
    return theirs


def paths(things: dict[str, Any]) -> list[str]:
    """Return the address of every route that is only opened, for the owner of `things`."""
    things = {**things, "path:link": "of another"}  # by hers everybody reads what she chose
    gets = [route.split()[1] for route in RIGHTS if route.startswith("GET ")]
    return [*(named(path, things) for path in gets), *SAID, *FILES]


def answers(client: FlaskClient, route: str, things: dict[str, Any]) -> str:
    """Return all that one request is answered, as a page and as a fragment."""
    found = (asked(Browser(client), route, things, **headers) for headers in ({}, FRAGMENT))
    return "".join(f"{one.headers} {one.text}" for one in found)


def has_any(text: str) -> bool:
    """Return whether a word or number of Ana's is in a text."""
    return bool(SHOWN.search(text) or COUNTED.search(text))


def test_every_field_is_one_of_words_or_of_numbers_or_of_codes() -> None:
    known = {(table, field) for _, table, field in text_fields()}
    assert listed(WORDS) | listed(CODES) == known
    assert not listed(WORDS) & listed(CODES)
    assert listed(NUMBERS) == {(table, field) for _, table, field in number_fields()}


def test_she_has_a_row_of_everything_that_a_person_can_own(
    ana: Someone, marked: dict[str, Any]
) -> None:
    assert {table for table, rows in rows_of(ana).items() if not rows} <= {*ALONE}


def test_every_role_is_played_or_comes_with_links() -> None:
    assert sorted([Role.OWNER, *OTHERS, *IN_TEAMS, *WITH_LINKS]) == sorted(Role)


@pytest.mark.long
@pytest.mark.parametrize("role", OTHERS)
def test_no_answer_to_anybody_else_has_a_word(
    role: Role, app: Flask, ana: Someone, cleo: Someone, marked: dict[str, Any]
) -> None:
    def client() -> FlaskClient:  # a new one each time: some requests sign out
        return cleo.browser(app) if role is Role.STRANGER else app.test_client()

    # With that of Ana's team one may join it; with hers one reads what she chose for it.
    things = {**marked, "link": "of another", "path:link": "of another"}
    routes = (*ROUTES, *ASKED, *(f"GET {path}" for path in (*SAID, *FILES)))
    assert [route for route in routes if has_any(answers(client(), route, things))] == []


def test_a_link_shows_no_word_but_of_what_it_was_made_for(
    app: Flask, ana: Someone, marked: dict[str, Any]
) -> None:
    path = f"/outside/{marked['path:link']}"
    assert has_any(app.test_client().get(path).text)
    shown = {"what": "Shown", "impact": "Effect", "next_step": "Step", "evidence": ""}
    Person.update(name="Ana").where(Person.id == ana.id).execute()
    Objective.update(name="Shown", why="So").where(Objective.owner == ana.id).execute()
    Win.update(shown).where(Win.person == ana.id, Win.id == marked["win_id"]).execute()
    page = app.test_client().get(path).text
    assert ("Shown" in page, has_any(page)) == (True, False)


def test_no_verdict_on_an_entry_of_anybody_else_has_one(
    ana: Someone, cleo: Someone, marked: dict[str, Any]
) -> None:
    about = list(entries_about(rows_of(ana), marked["win_id"]))
    said = {one["verb"]: str(cleo.sends(one).verdicts) for one in about}
    assert {*VERBS} - said.keys() == ABOUT_NOTHING
    assert [verb for verb, verdict in said.items() if has_any(verdict)] == []


@pytest.mark.parametrize("who", ["ben", "cleo"])
def test_with_a_life_of_their_own_they_are_shown_no_word_either(
    who: str, app: Flask, marked: dict[str, Any], ben: Someone, cleo: Someone
) -> None:
    other = {"ben": ben, "cleo": cleo}[who]
    things = things_of(other)
    client = other.browser(app)
    seen = [path for path in paths(things) if has_any(client.get(path, buffered=True).text)]
    assert seen == []


def test_what_she_does_changes_no_page_of_anybody_else(
    app: Flask, ben: Someone, ana: Someone
) -> None:
    own = things_of(ben)
    pages = [path for path in paths(own) if path not in MOVING]
    client = Browser(ben.browser(app))
    before = [shown(client, path) for path in pages + pages][len(pages) :]
    live(ana, things_of(ana))
    after = [shown(client, path) for path in pages]
    assert [path for path, one, two in zip(pages, before, after, strict=True) if one != two] == []


def test_none_of_her_own_pages_shows_a_word_as_markup(
    as_ana: Browser, marked: dict[str, Any]
) -> None:
    answers = {path: as_ana.get(path) for path in paths(marked)}
    html = {path: one.text for path, one in answers.items() if one.mimetype in HTML}
    assert [path for path, page in html.items() if UNESCAPED in page] == []
    marked_pages = [path for path, page in html.items() if SHOWN.search(page)]
    assert len(marked_pages) > 30


def test_the_record_holds_no_markup(as_ana: Browser, marked: dict[str, Any]) -> None:
    record = as_ana.get("/evidence/record.md").text
    assert SHOWN.search(record)
    assert not re.search(r"(?<!\\)<i", record)
    assert MARKER in as_ana.get("/evidence/record.json").text
