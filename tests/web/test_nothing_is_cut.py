"""A text that is too long is reported, and never cut: what was pasted stays whole (R17)."""

import re
from typing import Any

import pytest

from tests.web.asking import asked
from tests.web.conftest import Browser
from tests.web.test_page_queries import PAGES

SEARCHES = ('name="q"', 'type="search"')  # nothing is stored of them


@pytest.mark.parametrize("route", PAGES)
def test_no_field_cuts_what_is_typed(route: str, as_ana: Browser, theirs: dict[str, Any]) -> None:
    page = asked(as_ana, route, theirs).text
    fields = re.findall(r"<(?:input|textarea)[^>]*maxlength[^>]*>", page)
    assert [one for one in fields if not any(name in one for name in SEARCHES)] == []


LONG = "x" * 2_001


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/goals/", "statement"),
        ("/goals/", "impact"),
        ("/objectives/", "why"),
        ("/presets/", "impact"),
        ("/decisions/", "what"),
        ("/wins/", "what"),
    ],
)
def test_a_text_of_2001_characters_is_told_and_not_stored(
    as_ana: Browser, path: str, field: str
) -> None:
    said = {"name": "Quality", "what": "Ours", "kind": "quick", "importance": "routine"}
    answer = as_ana.post(path, **{**said, field: LONG})
    assert answer.status_code == 422
    assert "2001" in answer.text
