"""Numbers and days that nobody means, in every field of every form: a sentence, never a failure."""

from html.parser import HTMLParser
from typing import Any

import pytest

from tests.support.make import OURS
from tests.web.asking import named
from tests.web.conftest import Browser
from tests.web.rights import RIGHTS

pytestmark = pytest.mark.long

ODD = [
    "1" * 400,
    "9" * 5000,
    "1e999",
    "nan",
    "²",
    "0001-01-01T00:00",
    "9999-12-31T23:59",
]
ODD_DAYS = ["0001-01-01", "9999-12-31", "٢٠٢٦-١١-٢٤", "2026-11-31"]
DAYS = {"day", "due", "first", "last", "from", "to"}
PARAMETERS = ("after", "before", "day", "from", "to", "kept", "stored", "step", "done", "month")


class AllForms(HTMLParser):
    """The forms of a page that change something: where they go, and their fields."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.fields: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.fields = {}
            if values.get("method") == "post" and "DELETE" not in values.get("action", ""):
                self.found.append((values["action"], self.fields))
        elif tag in {"input", "textarea", "select", "button"} and values.get("name"):
            self.fields.setdefault(values["name"], values.get("value", ""))


def pages_of(as_ana: Browser, theirs: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the pages of the owner: path and HTML."""
    paths = [route.partition(" ")[2] for route, (_, owner, _) in RIGHTS.items() if owner == 200]
    paths = [named(path, theirs) for path in paths if "<form>" not in path]
    answers = [(path, as_ana.get(path)) for path in dict.fromkeys(paths)]
    return [(path, one.text) for path, one in answers if one.mimetype == "text/html"]


@pytest.fixture
def forms(as_ana: Browser, theirs: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Return every form of the pages, by its address."""
    return {
        action: fields
        for _, page in pages_of(as_ana, theirs)
        for action, fields in AllForms(page).found
        if "{id}" not in action and not action.startswith(("/sessions/", "/people/", "/passwords/"))
    }


def test_every_field_answers_an_odd_number_or_day(
    as_ana: Browser, forms: dict[str, dict[str, str]]
) -> None:
    wrong = [
        (action, field, odd[:20])
        for action, fields in forms.items()
        for field in fields
        for odd in (*ODD, *(ODD_DAYS if field in DAYS else ()))
        if as_ana.client.post(action, data={**fields, field: odd}, headers=OURS).status_code >= 500
    ]
    assert wrong == []
    assert len(forms) > 30


def test_every_page_answers_odd_parameters(as_ana: Browser, theirs: dict[str, Any]) -> None:
    wrong = [
        (path, odd[:20])
        for path, _ in pages_of(as_ana, theirs)
        for odd in [*ODD, "\0", "9999-12-31.x"]
        if as_ana.get(path, query_string=dict.fromkeys(PARAMETERS, odd)).status_code >= 500
    ]
    assert wrong == []


def test_every_address_answers_an_odd_name(as_ana: Browser, theirs: dict[str, Any]) -> None:
    wrong = []
    for route, name in ((route, name) for route in RIGHTS for name in theirs):
        method, path = route.split()
        for odd in ("9" * 5000, "0001-01-01", "%00", "²") if f"<{name}>" in path else ():
            address = named(path, {**theirs, name: odd})
            answer = as_ana.client.open(address, method=method, headers=OURS, buffered=True)
            wrong += [(route, name, odd[:20])] if answer.status_code >= 500 else []
    assert wrong == []
