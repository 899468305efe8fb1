"""Check-ins over HTTP."""

import re
import uuid
from typing import Any

import pytest

from tests.support.make import DAY, HOUR, NOON, Someone, correct, rating, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.storage.account.people import Person
from webapp.storage.capture.checkins import CheckIn
from webapp.storage.capture.revisions import revisions_of


def squeezed(page: str) -> str:
    """Return the page without blanks between tags and words."""
    return re.sub(r"\s*([<>])\s*", r"\1", page)


def test_a_plain_form_checks_in_and_offers_a_note(as_ana: Browser, ana: Someone) -> None:
    answer = as_ana.post("/checkins/", rating="7")
    assert answer.status_code == 303
    assert "You said 7 of 10" in as_ana.get(answer.location).text
    assert CheckIn.get(CheckIn.person == ana.id).rating == 7


def test_htmx_gets_the_answer_card(as_ana: Browser) -> None:
    assert 'class="answer"' in as_ana.htmx("/checkins/", rating="0").text


@pytest.mark.parametrize("value", ["", "11", "-1", "7.5", "seven", "٧", "1e1", "7" * 30])
def test_only_whole_numbers_from_0_to_10_are_taken(as_ana: Browser, value: str) -> None:
    answer = as_ana.htmx("/checkins/", rating=value)
    assert answer.status_code == 422
    assert "whole number from 0 to 10" in answer.text


def test_a_note_can_be_put_to_it(as_ana: Browser, ana: Someone) -> None:
    one = rating(6)
    ana.sends(one)
    as_ana.htmx(f"/checkins/{one['id']}?_method=PATCH", note="After the review")
    assert CheckIn.get(CheckIn.id == one["id"]).note == "After the review"


def corrects(browser: Browser, tap: dict[str, Any], **fields: str) -> Any:
    return browser.post(f"/checkins/{tap['id']}?_method=PATCH", **{"from": "list", **fields})


def test_the_number_note_and_area_are_corrected_by_a_plain_form(
    as_ana: Browser, ana: Someone
) -> None:
    one = rating(6)
    ana.sends(one)
    page = as_ana.get(f"/checkins/{one['id']}/edit").text
    assert "selected>6</option>" in page
    answer = corrects(as_ana, one, rating="0", note="After the review", area="Support")
    assert "Saved · Check-ins" in as_ana.get(answer.location).text
    stored = CheckIn.get(CheckIn.id == one["id"])
    assert (stored.rating, stored.note, stored.area) == (0, "After the review", "Support")


def test_what_it_said_before_stays_readable(as_ana: Browser, ana: Someone) -> None:
    one = rating(6, note="Tired")
    ana.sends(one, correct(one, rating=0, note="Rested"))
    page = as_ana.get(f"/checkins/{one['id']}/revisions/").text
    assert '<dd dir="auto">6</dd>' in squeezed(page)
    assert '<dd dir="auto">Tired</dd>' in squeezed(page)
    assert "Rested" not in page


@pytest.mark.parametrize("value", ["11", "-1", "7.5", "seven", "٧"])
def test_a_number_that_is_none_is_said_at_its_field(
    as_ana: Browser, ana: Someone, value: str
) -> None:
    one = rating(6)
    ana.sends(one)
    answer = corrects(as_ana, one, rating=value, note="Kept words")
    assert answer.status_code == 422
    assert "whole number from 0 to 10" in answer.text
    assert "Kept words" in answer.text


def test_a_form_that_changes_nothing_stores_nothing(as_ana: Browser, ana: Someone) -> None:
    one = rating(6, note="Tired")
    ana.sends(one)
    assert corrects(as_ana, one, rating="6", note="Tired ").status_code == 303
    assert revisions_of(ana.me.id, one["id"]).count() == 0


def test_a_row_has_its_time_and_area(as_ana: Browser, ana: Someone) -> None:
    ana.sends(rating(6, area="Support <1>"))
    page = as_ana.get("/checkins/").text
    assert 'datetime="2026-11-22T12:00">Sun 22 Nov, 12:00</time>' in page
    assert 'class="checkin__area">Support &lt;1&gt;</bdi>' in page


def test_deleted_from_the_list_it_can_be_undone_there(as_ana: Browser, ana: Someone) -> None:
    one = rating(6)
    ana.sends(one)
    path = f"/checkins/{one['id']}?_method=DELETE"
    answer = as_ana.post(path, **{"from": "list"})
    assert answer.location.startswith("/checkins/?deleted=")
    assert "Deleted: Check-in" in as_ana.get(answer.location).text


def test_without_scripts_the_evidence_follows_the_answer(as_ana: Browser, ana: Someone) -> None:
    before, old, new = NOON - DAY, NOON - 2 * DAY, NOON - HOUR
    ana.sends(rating(3, at=before), win("Before it", at=old), win("Helped Ben", at=new))
    ana.sends(win("helped  ben", at=new + 1), win("Fixed it", at=new + 2))
    page = as_ana.get(as_ana.post("/checkins/", rating="7").location).text
    assert '<li dir="auto">Fixed it</li><li dir="auto">helped  ben ×2</li>' in page
    assert "Before it" not in page
    assert "3 wins since your last check-in" in page
    assert page.partition('id="pile"')[2].partition("</svg>")[0].count('class="stone') == 3
    assert 'href="/checkins/new"' not in page  # no second invitation


@pytest.mark.parametrize("numbers", ["77", "737", "7377", "707"])
def test_a_number_that_was_undone_is_stored_when_it_is_tapped_again(
    as_ana: Browser, ana: Someone, numbers: str
) -> None:
    once = str(uuid.uuid4())
    for number in numbers:
        for old in CheckIn.select().where(CheckIn.person == ana.id):
            as_ana.post(f"/checkins/{old.id}?_method=DELETE")
        as_ana.post("/checkins/", rating=number, once=once)
    stored = [one.rating for one in CheckIn.select().where(CheckIn.person == ana.id)]
    assert stored == [int(numbers[-1])]


def test_one_that_was_corrected_and_undone_is_stored_when_it_is_tapped_again(
    as_ana: Browser, ana: Someone
) -> None:
    once = str(uuid.uuid4())
    first = as_ana.post("/checkins/", rating="7", once=once).location
    as_ana.post(f"{first}?_method=PATCH", rating="3", **{"from": "list"})
    as_ana.post(f"{first}?_method=DELETE")
    as_ana.post("/checkins/", rating="7", once=once)
    assert [one.rating for one in CheckIn.select().where(CheckIn.person == ana.id)] == [7]


def test_it_can_be_taken_back(as_ana: Browser, ana: Someone) -> None:
    one = rating(6)
    ana.sends(one)
    as_ana.post(f"/checkins/{one['id']}?_method=DELETE")
    assert not CheckIn.select().where(CheckIn.id == one["id"]).exists()


def test_later_hides_the_question_for_the_day(as_ana: Browser, ana: Someone) -> None:
    as_ana.post("/deferrals/")
    assert Person.get_by_id(ana.id).deferred_on is not None


def test_nobody_else_reads_a_rating(as_ben: Browser, ana: Someone) -> None:
    one = rating(3)
    ana.sends(one)
    assert as_ben.get(f"/checkins/{one['id']}/edit").status_code == 404
    assert one["id"] not in as_ben.get("/checkins/").text


def test_ones_own_are_listed_newest_first(as_ana: Browser, ana: Someone) -> None:
    first, second = rating(3, at=NOON - 2), rating(8, at=NOON - 1)
    ana.sends(first, second)
    page = as_ana.get("/checkins/").text
    assert 0 < page.index(f"checkin-{second['id']}") < page.index(f"checkin-{first['id']}")


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone) -> None:
    ana.sends(win())
    with counted_queries() as few:
        as_ana.get("/checkins/")
    ana.sends(*[rating(n % 11) for n in range(60)])
    with counted_queries() as many:
        as_ana.get("/checkins/")
    assert len(few) == len(many) <= 10
