"""Every form of every page is one that the worker answers when the server does not.

The worker takes a form by where it comes from and goes to (static/js/sw/routes.js), and a page says
that a form needs a connection by the controls that it has (static/js/page/drafts/fields.js). A new
form, or a new route that takes one, cannot be forgotten here: both are found.
"""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS
from tests.web.test_page_queries import PAGES

ROOT = Path(__file__).parents[2]
FIELDS = ROOT / "static/js/page/drafts/fields.js"
FORM = re.compile(r"<form\b[^>]*>", re.DOTALL)
ACTION = re.compile(r'\b(?:form)?action="([^"]+)"')
AT = r"{{ (?:at\(\)|under) }}"  # where the pages of a team's things are, "" for one's own
OURS = re.compile(rf"(?:{AT})?(?:{{{{ ')?/(?!/)")  # a path of ours; in one template an expression
GIVEN = "{{ unsent.to }}"  # checked where it is made: tests/web/account
DOORS = ["/sessions/new", "/people/new", "/help/", "/offline", "/not-sent", "/signed-out"]
SILENT = {"hidden", "submit", "button", "select"}  # controls that nobody types into
OUTSIDE = {"GET /outside/<path:link>"}  # without a form and a script of ours
NO_FORM = {
    "POST /outbox/",  # phones send it
    "POST /reminders/devices/",  # scripts subscribe a browser
    "PATCH /reminders/devices/<phone_id>",  # and the worker reports what it did
}


def forms() -> list[str]:
    """Return the opening tag of each form in the templates that is sent by POST."""
    found = [
        tag for file in (ROOT / "templates").rglob("*.html") for tag in FORM.findall(read(file))
    ]
    return [tag for tag in found if 'method="post"' in tag]


def actions() -> set[str]:
    """Return where forms and their buttons lead, as templates have it."""
    return {
        to for file in (ROOT / "templates").rglob("*.html") for to in ACTION.findall(read(file))
    }


def read(file: Path) -> str:
    return file.read_text()


def test_every_form_leads_to_a_page_of_ours_in_the_same_tab() -> None:
    assert len(forms()) > 50
    for tag in forms():
        for to in ACTION.findall(tag):  # without one it goes where its page was asked for
            assert OURS.match(to) or to == GIVEN, tag
        assert "target=" not in tag.replace("hx-target=", "").replace("data-target=", ""), tag


def test_every_route_that_takes_a_form_has_one() -> None:
    taken = {one for to in actions() for one in asked_by(to)}
    routes = {route for route in RIGHTS if not route.startswith("GET ")}
    assert {route for route in routes if not any(fits(route, one) for one in taken)} == NO_FORM


def asked_by(action: str) -> set[str]:
    """Return what an action of a template can ask for: as "PATCH /wins/-"."""
    action = re.sub(AT, "", action)
    whole = re.findall(r"'(/[^']*)'(?: ~ [\w.]+ ~ '([^']*)')?", action)
    for optional in (r"\1", ""):
        whole.append((re.sub(r"{% if .*?%}(.*?){% endif %}", optional, action), ""))
    paths = [
        re.sub(r"{{.*?}}|{\w+}", "-", f"{start}-{end}" if end else start) for start, end in whole
    ]
    return {f"{query.removeprefix('_method=') or 'POST'} {to}" for to, _, query in map(cut, paths)}


def cut(path: str) -> tuple[str, str, str]:
    return path.partition("?")


def fits(route: str, form: str) -> bool:
    """Return whether a route, as "PATCH /wins/<win_id>", takes what a form asks for."""
    method, path = route.split()
    parts = re.sub(r"<[^>]+>", "-", path).split("/")
    asked_method, asked_path = form.split()
    others = asked_path.split("/")
    return (
        method == asked_method
        and len(parts) == len(others)
        and all(
            one == other or "-" in (one, other) for one, other in zip(parts, others, strict=True)
        )
    )


class Page(HTMLParser):
    """What controls the plain forms of a page have, by type, and its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.kinds: set[str] = set()
        self.scripts: list[str] = []
        self._is_sent = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        usual = {"input": "text", "button": "submit"}
        if tag == "form":
            self._is_sent = given.get("method") == "post"
        elif tag in ("input", "textarea", "select", "button") and self._is_sent:
            self.kinds.add(given.get("type") or usual.get(tag, tag))
        elif tag == "script":
            self.scripts.append(given.get("src") or "")


@pytest.fixture
def pages(as_ana: Browser, signed_out: Browser, theirs: dict[str, Any]) -> dict[str, Any]:
    found = {route: asked(as_ana, route, theirs) for route in PAGES if route not in OUTSIDE}
    found |= {path: signed_out.get(path) for path in DOORS}
    return {name: page for name, page in found.items() if page.mimetype == "text/html"}


def test_every_page_keeps_words_and_says_what_a_form_needs(pages: dict[str, Any]) -> None:
    known = SILENT | kinds_of_fields()
    for name, answer in pages.items():
        page = Page(answer.text)
        assert page.kinds <= known, name
        assert answer.headers["Referrer-Policy"] == "same-origin", (
            name
        )  # by it the worker knows ours
        if answer.text.startswith("<!DOCTYPE"):
            assert any("/app." in source for source in page.scripts), name
            assert "needs a connection" in answer.text, name


def kinds_of_fields() -> set[str]:
    """Return the types of controls that the script of drafts knows."""
    lists = re.findall(r"^const [A-Z]+ = (.*);$", FIELDS.read_text(), re.MULTILINE)
    return {kind for one in lists for kind in re.findall(r"[a-z-]+", one)}
