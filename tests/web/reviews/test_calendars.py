"""The calendar of reviews: read without signing in, each person's own, revocable, without a win."""

import re
from datetime import date

import icalendar
import pytest
from flask import Flask

from tests.support.make import Someone, line, win
from tests.support.owners.some_team import SomeTeam, leave, make_team
from tests.web.conftest import Browser
from webapp.domain.reviews import reviews
from webapp.storage.account.people import Person
from webapp.storage.reviews.calendars import ReviewCalendar
from webapp.web.shared import clock

ADDRESS = re.compile(r'href="(/calendars/[^"]+\.ics)"')


def made(browser: Browser, below: str = "", **form: str) -> str:
    """Make an address and return it."""
    shown = browser.get(browser.post(f"{below}/review-calendars/", **form).location)
    found = ADDRESS.search(shown.text)
    assert found, shown.text
    return found[1]


def event_at(browser: Browser, path: str) -> icalendar.Event:
    """Return the one event of a calendar."""
    [event] = icalendar.Calendar.from_ical(browser.get(path).get_data()).walk("VEVENT")
    return event


def test_it_is_read_without_signing_in(as_ana: Browser, signed_out: Browser) -> None:
    answer = signed_out.get(made(as_ana))
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    assert (answer.headers["Cache-Control"], "Set-Cookie" in answer.headers) == ("no-store", False)
    event = event_at(signed_out, made(as_ana))
    assert event["RRULE"].to_ical() == b"FREQ=WEEKLY;INTERVAL=1;BYDAY=FR"


def test_a_changed_plan_is_the_same_event(as_ana: Browser) -> None:
    path = made(as_ana)
    before = event_at(as_ana, path)
    plan = {"weekday": "0", "every": "2", "minutes": "30", "time": "09:30"}
    as_ana.post("/review-plans/current?_method=PATCH", **plan)
    after = event_at(as_ana, path)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert (after["DTSTART"].dt.weekday(), f"{after['DTSTART'].dt:%H:%M}") == (0, "09:30")


def test_it_says_no_word_of_anybody(as_ana: Browser, ana: Someone) -> None:
    review = reviews.begin(ana.me, date(2026, 11, 22), clock.now())
    ana.sends(win("Zqxw"), line(review, "Zqxw"))
    text = as_ana.get(made(as_ana)).text
    assert [word for word in ("Zqxw", "Ana", "ana@") if word in text] == []


def test_one_address_takes_the_place_of_another(as_ana: Browser) -> None:
    first, second = made(as_ana), made(as_ana)
    assert [as_ana.get(path).status_code for path in (first, second)] == [404, 200]


def test_the_same_form_makes_one_address(as_ana: Browser) -> None:
    once = {"once": "0b0c0d0e-0000-4000-8000-000000000009"}
    assert made(as_ana, **once) == made(as_ana, **once)


@pytest.mark.parametrize("end", ["0" * 64, "x", ""])
def test_what_was_revoked_or_never_was_is_the_same(as_ana: Browser, end: str) -> None:
    path = made(as_ana)
    as_ana.post("/review-calendars/current?_method=DELETE")
    number = path.rpartition("/")[2].partition("-")[0]
    shown = f"/review-calendars/{number}-{end}"
    answers = [as_ana.get(one) for one in (path, f"/calendars/{number}-{end}.ics", shown)]
    assert [one.status_code for one in answers] == [404, 404, 404]
    assert as_ana.get("/review-plans/current/edit").text.count("Revoke the address") == 0


def test_only_the_keyed_hash_of_an_address_is_stored(as_ana: Browser) -> None:
    path = made(as_ana)
    assert ReviewCalendar.get().token_hash not in path


@pytest.fixture
def team(ana: Someone, ben: Someone) -> SomeTeam:
    return make_team("Harbour", ana, ben)


def test_each_member_has_an_address_that_ends_when_they_leave(
    team: SomeTeam, as_ana: Browser, as_ben: Browser, ben: Someone
) -> None:
    of_ana, of_ben = (made(one, f"/teams/{team.id}") for one in (as_ana, as_ben))
    assert of_ana != of_ben
    assert event_at(as_ben, of_ben)["SUMMARY"] == "Wins review: Harbour"
    leave(team.id, ben)
    assert [as_ana.get(path).status_code for path in (of_ana, of_ben)] == [200, 404]


def test_it_is_in_the_language_of_who_made_it(as_ana: Browser, signed_out: Browser) -> None:
    Person.update(language="ar").execute()
    assert event_at(signed_out, made(as_ana))["SUMMARY"] == "مراجعة الإنجازات"


def test_its_address_goes_with_the_account(app: Flask, as_ana: Browser, ana: Someone) -> None:
    made(as_ana)
    Person.delete().where(Person.id == ana.id).execute()
    assert ReviewCalendar.select().count() == 0
