"""Check-ins over HTTP."""

import pytest

from tests.support.make import NOON, Someone, rating, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.storage.account.people import Person
from webapp.storage.capture.checkins import CheckIn


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
