"""Words that are made to be run: on every page they are words (A3)."""

from html.parser import HTMLParser

import pytest
from flask import Flask

from tests.support.make import Someone, edit, rating, win
from tests.web.conftest import Browser
from webapp.storage.account.people import Person
from webapp.storage.account.sessions import Session

MARKS = ("", '"', "'", "</p>", "</textarea>", "</title>", '">', "'>", "-->", "</script>")
DOES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    " onmouseover=alert(1) x=",
)
PAYLOADS = [mark + does for mark in MARKS for does in DOES]  # 40
PAGES = ("/", "/wins/", "/checkins/", "/settings/", "/devices/", "/people/current/edit", "/outbox/")


class Found(HTMLParser):
    """What a browser would make of a page: elements and attributes that are not ours."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.bad: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "script" and not str(values.get("src")).startswith("/static/"):
            self.bad.append(tag)
        if (tag == "img" and values.get("src") == "x") or any(n.startswith("on") for n in values):
            self.bad.append(f"{tag} {values}")


@pytest.mark.parametrize("mark", MARKS)
def test_what_would_be_run_is_shown(app: Flask, ana: Someone, mark: str) -> None:
    paths = list(PAGES)
    for payload in (mark + does for does in DOES):
        paths += records(ana, payload)
        Person.update(name=payload).where(Person.id == ana.id).execute()
    browser = Browser(ana.browser(app))
    Session.update(device=mark + DOES[0]).where(Session.person == ana.id).execute()
    for path in paths:
        answer = browser.get(path)
        assert (path, answer.status_code, Found(answer.text).bad) == (path, 200, [])
        assert not [does for does in DOES[:3] if does in answer.text]


@pytest.mark.parametrize("mark", MARKS)
def test_what_a_form_gives_back_is_not_run_either(signed_out: Browser, mark: str) -> None:
    for payload in (mark + does for does in DOES):
        again = {"name": payload, "email": payload, "password": "", "link": payload}
        answer = signed_out.post("/people/", **again)
        assert (answer.status_code, Found(answer.text).bad) == (422, [])
    answer = signed_out.post("/sessions/", email=payload, password=payload, next=payload)
    assert (answer.status_code, Found(answer.text).bad) == (422, [])


def test_most_of_them_would_be_noticed_if_they_were_not_escaped() -> None:
    def shown(words: str) -> str:
        return f'<p>{words}</p><input value="{words}"><b title={words}></b><b {words}></b>'

    assert len([payload for payload in PAYLOADS if Found(shown(payload)).bad]) > 0.8 * len(PAYLOADS)


def records(person: Someone, payload: str) -> list[str]:
    """Put `payload` in every text field of a win and a check-in; the addresses to change them."""
    logged, rated = win(payload), rating(7, note=payload)
    more = edit(logged, impact=payload, next_step=payload)
    verdicts = person.sends(logged, rated, more).verdicts
    assert [verdict.outcome for verdict in verdicts] == ["stored"] * 3
    return [f"/wins/{logged['id']}/edit", f"/checkins/{rated['id']}/edit"]
