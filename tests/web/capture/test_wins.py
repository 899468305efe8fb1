"""Wins over HTTP: with htmx and without."""

import uuid

import pytest

from tests.support.make import NOON, Someone, entry, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.storage.capture.wins import Win


def logged(someone: Someone, what: str = "Fixed it") -> str:
    one = win(what)
    someone.sends(one)
    return str(one["id"])


def test_a_plain_form_logs_a_win_and_goes_back_to_today(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post("/wins/", what="Shipped it", kind="milestone")
    assert answer.status_code == 303
    assert answer.location.startswith("/?logged=")
    assert Win.get(Win.person == ana.id).what == "Shipped it"


def test_without_words_the_kinds_name_fills_them(as_ana: Browser, ana: Someone) -> None:
    as_ana.post("/wins/", what="  ", kind="process")
    assert Win.get(Win.person == ana.id).what == "Process improvement"


def test_a_page_whose_storage_is_refused_stores_once_and_gets_the_row(as_ana: Browser) -> None:
    own = {"id": str(uuid.uuid4()), "at": str(NOON), "offset": "60", "zone": "Europe/Berlin"}
    rows = [as_ana.htmx("/wins/", what="Twice", kind="quick", **own).text for _ in range(2)]
    assert rows[0] == rows[1]
    assert f'id="win-{own["id"]}"' in rows[0]
    assert Win.select().where(Win.id == own["id"]).count() == 1


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"what": "x" * 2001, "kind": "quick"}, "2001 characters"),
        ({"what": "a\x00b", "kind": "quick"}, "cannot be stored"),
        ({"what": "x", "kind": "heroic"}, "The kind must be"),
        ({"what": "x", "kind": "quick", "id": "not-a-uuid"}, "must be a UUID"),
        ({"what": "x", "kind": "quick", "at": "soon"}, "milliseconds"),
    ],
)
def test_what_cannot_be_stored_is_refused_in_a_sentence(
    as_ana: Browser, form: dict[str, str], says: str
) -> None:
    answer = as_ana.htmx("/wins/", **form)
    assert answer.status_code == 422
    assert says in answer.text


def test_details_are_changed_field_by_field(as_ana: Browser, ana: Someone) -> None:
    win_id = logged(ana)
    as_ana.post(f"/wins/{win_id}?_method=PATCH", what="Fixed it", impact="2 hours a week")
    changed = Win.get(Win.id == win_id)
    assert (changed.what, changed.impact) == ("Fixed it", "2 hours a week")


def test_it_can_be_backdated(as_ana: Browser, ana: Someone) -> None:
    win_id = logged(ana)
    as_ana.client.set_cookie("zone", "Europe/Berlin")
    as_ana.post(f"/wins/{win_id}?_method=PATCH", happened="2026-11-20T09:30")
    changed = Win.get(Win.id == win_id)
    assert (changed.day, changed.entered) == ("2026-11-20", NOON)


def test_a_bad_edit_keeps_what_was_typed(as_ana: Browser, ana: Someone) -> None:
    win_id = logged(ana)
    answer = as_ana.post(
        f"/wins/{win_id}?_method=PATCH", what="Better words", happened="1999-01-01T10:00"
    )
    assert answer.status_code == 422
    assert 'value="Better words"' in answer.text
    assert "after 1999" in answer.text


def test_a_win_can_be_deleted(as_ana: Browser, ana: Someone) -> None:
    win_id = logged(ana)
    assert as_ana.post(f"/wins/{win_id}?_method=DELETE").status_code == 303
    assert not Win.select().where(Win.id == win_id).exists()


def test_somebody_elses_win_and_none_at_all_look_the_same(as_cleo: Browser, ana: Someone) -> None:
    win_id = logged(ana)
    theirs = as_cleo.get(f"/wins/{win_id}/edit")
    none = as_cleo.get(f"/wins/{uuid.uuid4()}/edit")
    assert theirs.status_code == none.status_code == 404
    assert theirs.data == none.data


def test_somebody_elses_win_cannot_be_changed(as_cleo: Browser, ana: Someone) -> None:
    win_id = logged(ana)
    as_cleo.post(f"/wins/{win_id}?_method=PATCH", what="Mine now")
    as_cleo.post(f"/wins/{win_id}?_method=DELETE")
    assert Win.get(Win.id == win_id).what == "Fixed it"


@pytest.mark.parametrize("path", ["/wins/", "/wins/x/edit", "/checkins/", "/settings/"])
def test_signed_out_people_see_nothing(signed_out: Browser, path: str) -> None:
    assert signed_out.get(path).status_code == 303


def test_the_log_is_paged_without_gap_or_repeat(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*[entry("log_win", at=NOON - n // 2, what=f"w{n}", kind="quick") for n in range(70)])
    seen: list[str] = []
    path: str | None = "/wins/"
    while path:
        page = as_ana.get(path).text
        seen += [part[:36] for part in page.split('id="win-')[1:] if part[0] != "{"]
        after = page.partition('href="/wins/?after=')[2].partition('"')[0]
        path = f"/wins/?after={after}" if after else None
    assert len(seen) == len(set(seen)) == 70


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone) -> None:
    as_ana.get("/wins/")
    with counted_queries() as few:
        as_ana.get("/wins/")
    ana.sends(*[win(f"Win {n}") for n in range(60)])
    with counted_queries() as many:
        as_ana.get("/wins/")
    assert len(few) == len(many) <= 10


@pytest.mark.parametrize("after", ["x", "1.2", "99999999999999999999.a", "'; drop table win"])
def test_a_place_that_is_none_shows_the_first_page(as_ana: Browser, after: str) -> None:
    assert as_ana.get("/wins/", query_string={"after": after}).status_code == 200
