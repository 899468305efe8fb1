"""No log line of a whole walk says a word of anybody, who they are, or where (M6)."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from tests.support.make import KEYS, OURS, Someone
from tests.web.conftest import Browser
from tests.web.marked import MARKER, live, mark
from tests.web.test_odd_input import AllForms
from tests.web.test_owner_scope import paths
from tests.web.twins.life import fill
from webapp.domain.account.authentication import HASHER
from webapp.domain.account.one_time_links import create_reset_link
from webapp.json_logs import JsonLines
from webapp.storage.account.people import Person
from webapp.web.shared import clock

PLACE = "198.51.100.77"
EMAIL = "zqx@qzw.example"
PASSWORD = "correct horse zqx"
PRIVATE = ("zqx", "qzw", "198.51", "correct horse", "ana@")
FROM_THERE = {"REMOTE_ADDR": PLACE, "HTTP_USER_AGENT": MARKER}


@pytest.fixture
def written(
    app: Flask, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> Iterator[io.StringIO]:
    """What a server that logs every request writes meanwhile."""
    monkeypatch.setitem(app.config, "LOG_ALL", True)
    stream, root = io.StringIO(), logging.getLogger()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    caplog.set_level(logging.INFO)
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


@pytest.fixture
def marked(ana: Someone, theirs: dict[str, Any]) -> dict[str, Any]:
    """Return what Ana has, with the marker in every field of words, and her own address."""
    live(ana, theirs)
    fill(ana, theirs)
    assert mark(ana) == []
    hers = {"email": EMAIL, "password_hash": HASHER.hash(f"her {PASSWORD}")}
    Person.update(hers).where(Person.id == ana.id).execute()
    return theirs


def walk(browser: Browser, things: dict[str, Any]) -> None:
    """Open every page, and send every form as it is given and with the marker in all fields."""
    forms: dict[str, dict[str, str]] = {}
    for path in paths(things):
        page = browser.client.get(path, environ_overrides=FROM_THERE)
        if page.mimetype == "text/html":
            forms |= dict(AllForms(page.text).found)
    for action, fields in forms.items():
        for sent in (fields, dict.fromkeys(fields, MARKER)):
            browser.client.post(action, data=sent, headers=OURS, environ_overrides=FROM_THERE)


def comes_in(browser: Browser) -> None:
    """Guess, sign up, change the address and the password, choose one with a link, be refused."""
    for path, form in (
        ("/sessions/", {"email": EMAIL, "password": PASSWORD}),
        ("/people/", {"name": MARKER, "email": f"2{EMAIL}", "password": PASSWORD}),
        ("/people/current?_method=PATCH", {"email": f"3{EMAIL}", "password": PASSWORD}),
        ("/passwords/current?_method=PATCH", {"old_password": "zqx", "new_password": PASSWORD}),
        (f"/resets/{create_reset_link(EMAIL, KEYS, clock.now())}?_method=PATCH", {}),
        ("/devices/?_method=DELETE", {}),
    ):
        browser.client.post(path, data=form, headers=OURS, environ_overrides=FROM_THERE)
    browser.client.post("/wins/", headers={"Origin": "https://zqx.example"})


@pytest.mark.long
def test_no_line_of_a_whole_walk_says_who_what_or_where(
    as_ana: Browser, signed_out: Browser, marked: dict[str, Any], written: io.StringIO
) -> None:
    walk(as_ana, marked)
    walk(signed_out, marked)
    comes_in(signed_out)
    lines = written.getvalue().casefold()
    ids = [str(value).casefold() for value in marked.values() if len(str(value)) > 20]
    assert len(ids) > 10
    assert [word for word in (*PRIVATE, *ids) if word in lines] == []
    messages = {json.loads(line)["message"] for line in lines.splitlines()}
    assert messages >= {"request", "sign-in refused", "signed up", "e-mail changed", "forged"}
    assert "failed" not in messages
