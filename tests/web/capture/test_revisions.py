"""The history of a win."""

import uuid

import pytest

from tests.support.make import HOUR, Someone, edit, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser


@pytest.fixture
def edited(ana: Someone) -> str:
    """Store a win of Ana's that was edited twice, and return the address of its history."""
    tap = win("First words")
    ana.sends(tap, edit(tap, what="Second words"))
    ana.sends(edit(tap, at=tap["at"] + HOUR, what="Third words", measurable=True))
    return f"/wins/{tap['id']}/revisions/"


def test_replaced_words_stay_readable_with_the_moment(as_ana: Browser, edited: str) -> None:
    as_ana.client.set_cookie("zone", "Europe/Berlin")
    page = as_ana.get(edited).text
    assert 0 < page.index("Second words") < page.index("First words")
    assert "until Sun 22 Nov, 13:00" in page
    assert "until Sun 22 Nov, 12:01" in page


def test_a_win_nobody_changed_says_so(as_ana: Browser, ana: Someone) -> None:
    tap = win()
    ana.sends(tap)
    assert "Nothing of it was changed yet." in as_ana.get(f"/wins/{tap['id']}/revisions/").text


@pytest.mark.parametrize(
    ("field", "first", "then", "says"),
    [
        ("kind", "milestone", "quick", "Milestone"),
        ("visibility", "team", "private", "Only you"),
        ("before", 14, None, "14<"),
        ("measurable", True, False, "Yes"),
        ("objectives", [str(uuid.UUID(int=1, version=4))], [], "…"),
        ("impact", "", "2 hours", "nothing"),
    ],
)
def test_every_field_is_shown_in_words(
    as_ana: Browser, ana: Someone, field: str, first: object, then: object, says: str
) -> None:
    tap = win()
    tap["fields"][field] = first
    ana.sends(tap, edit(tap, **{field: then}))
    assert says in as_ana.get(f"/wins/{tap['id']}/revisions/").text


def test_nobody_else_reads_them(as_cleo: Browser, edited: str) -> None:
    none = as_cleo.get(f"/wins/{uuid.uuid4()}/revisions/")
    theirs = as_cleo.get(edited)
    assert theirs.status_code == none.status_code == 404
    assert theirs.data == none.data


def test_a_deleted_win_has_none(as_ana: Browser, edited: str) -> None:
    as_ana.post(edited.replace("/revisions/", "?_method=DELETE"))
    assert as_ana.get(edited).status_code == 404


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone, edited: str) -> None:
    with counted_queries() as few:
        as_ana.get(edited)
    target = {"id": edited.split("/")[2]}
    ana.sends(*[edit(target, at=n, what=f"Words {n}") for n in range(40)])
    with counted_queries() as many:
        as_ana.get(edited)
    assert len(few) == len(many) <= 10
