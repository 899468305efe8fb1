"""Nobody else is shown a word of Ana's, and none of her own pages shows one as markup (A1, A3)."""

import re
from typing import Any

import pytest
from flask import Flask

from tests.support.make import Someone
from tests.web.asking import named, things_of
from tests.web.conftest import Browser
from tests.web.marked import (
    CODES,
    MARKER,
    SHOWN,
    UNESCAPED,
    WORDS,
    listed,
    live,
    mark,
    mark_person,
    text_fields,
)
from tests.web.rights import RIGHTS
from tests.web.test_rights import shown

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
MOVING = ("/readyz", "/healthz")  # of the server, not of a person
FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def marked(ana: Someone, theirs: dict[str, Any]) -> dict[str, Any]:
    """Return what Ana has, with the marker in all of it."""
    live(ana, theirs)
    assert mark() == []
    mark_person(ana)
    return theirs


def paths(things: dict[str, Any]) -> list[str]:
    """Return the address of every route that is only opened, for the owner of `things`."""
    gets = [route.split()[1] for route in RIGHTS if route.startswith("GET ")]
    return [*(named(path, things) for path in gets), *SAID, *FILES]


def test_every_field_of_text_is_one_of_words_or_of_codes() -> None:
    known = {(table, field) for _, table, field in text_fields()}
    assert listed(WORDS) | listed(CODES) == known
    assert not listed(WORDS) & listed(CODES)


@pytest.mark.parametrize("who", ["ben", "cleo", "nobody"])
def test_nobody_else_is_shown_a_word(
    who: str, app: Flask, marked: dict[str, Any], ben: Someone, cleo: Someone
) -> None:
    client = {"ben": ben, "cleo": cleo}[who].browser(app) if who != "nobody" else app.test_client()
    seen = [
        path
        for path in paths(marked)
        for headers in ({}, FRAGMENT)
        if SHOWN.search(client.get(path, headers=headers, buffered=True).text)
    ]
    assert seen == []


@pytest.mark.parametrize("who", ["ben", "cleo"])
def test_with_a_life_of_their_own_they_are_shown_no_word_either(
    who: str, app: Flask, marked: dict[str, Any], ben: Someone, cleo: Someone
) -> None:
    other = {"ben": ben, "cleo": cleo}[who]
    things = things_of(other)
    client = other.browser(app)
    seen = [path for path in paths(things) if SHOWN.search(client.get(path, buffered=True).text)]
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
