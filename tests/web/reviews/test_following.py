"""Phones that follow a review ask for its revision every other second (R35, S10)."""

import re

import pytest

from tests.support.queries import counted_queries
from tests.web.conftest import Browser

REV = re.compile(r'data-rev="(\d+)"\s+data-changes="([^"]+)"')


def seen(browser: Browser, room: str, step: str = "") -> tuple[str, str]:
    """Return the revision that a page shows, and where it asks for changes."""
    found = REV.search(browser.get(f"{room}/edit{step}").text)
    assert found
    return found[1], found[2]


def asks(browser: Browser, rev: str, path: str) -> int:
    """Return the status of the answer to a phone that has this revision."""
    answer = browser.client.get(path, headers={"If-None-Match": f'"{rev}"'})
    return int(answer.status_code)


def test_nothing_new_is_an_empty_answer_and_one_read_of_the_review(
    room: str, as_ben: Browser
) -> None:
    rev, path = seen(as_ben, room)
    with counted_queries() as statements:
        answer = as_ben.client.get(path, headers={"If-None-Match": f'"{rev}"'})
    assert (answer.status_code, answer.get_data()) == (304, b"")
    reads = [re.findall(r'FROM "(\w+)"', sql) for sql in statements]
    assert sorted(name for names in reads for name in set(names)) == [
        "membership",
        "review",
        "session",
    ]


@pytest.mark.parametrize("step", ["", "?step=obstacles"])
def test_what_one_adds_another_is_told(
    room: str, as_ana: Browser, as_ben: Browser, step: str
) -> None:
    rev, path = seen(as_ben, room, step)
    as_ana.post(f"{room}/lines/", step="obstacles", what="No test machine")
    assert asks(as_ben, rev, path) == 200
    assert ("No test machine" in as_ben.get(path).text) == bool(step)
    assert asks(as_ben, seen(as_ben, room, step)[0], path) == 304


@pytest.mark.parametrize("rev", ["", "0", "x", '"'])
def test_a_phone_that_names_no_revision_gets_the_page(room: str, as_ben: Browser, rev: str) -> None:
    assert asks(as_ben, rev, f"{room}/changes") == 200


def test_the_end_leads_to_the_summary(room: str, as_ana: Browser, as_ben: Browser) -> None:
    rev, path = seen(as_ben, room)
    as_ana.post(f"{room}/end")
    answer = as_ben.client.get(path, headers={"If-None-Match": f'"{rev}"'})
    assert (answer.status_code, answer.location) == (303, room)


def test_one_that_was_deleted_is_gone(room: str, as_ana: Browser, as_ben: Browser) -> None:
    rev, path = seen(as_ben, room)
    as_ana.post(f"{room}?_method=DELETE")
    assert asks(as_ben, rev, path) == 404


def test_who_is_not_in_the_team_is_told_nothing(room: str, as_cleo: Browser) -> None:
    assert [asks(as_cleo, rev, f"{room}/changes") for rev in ("1", "9")] == [404, 404]
