"""The working days of a new person are those of their region (R10, R43)."""

import pytest

from tests.support.make import OURS
from tests.web.conftest import Browser
from webapp.rules.shared.workdays import weekdays_in
from webapp.storage.account.people import Person

ANA = {"name": "Ana", "email": "ana@example.org", "password": "correct horse"}
MONDAY_ON, SUNDAY_ON = {0, 1, 2, 3, 4}, {6, 0, 1, 2, 3}


def signs_up(browser: Browser, asked: str, zone: str) -> Person:
    if zone:
        browser.client.set_cookie("zone", zone)
    browser.client.post("/people/", data=ANA, headers={**OURS, "Accept-Language": asked})
    person: Person = Person.get(Person.email == ANA["email"])
    return person


@pytest.mark.parametrize(
    ("asked", "zone", "works"),
    [
        ("ar-SA,ar;q=0.9", "", SUNDAY_ON),
        ("ar-EG,en;q=0.5", "Europe/Berlin", SUNDAY_ON),
        ("ar,en;q=0.5", "Asia/Riyadh", SUNDAY_ON),  # the language names no country
        ("en-US,en;q=0.9", "Asia/Amman~+03:00", SUNDAY_ON),  # as a browser is sold
        ("he-IL", "", SUNDAY_ON),
        ("ar-AE", "Asia/Dubai", MONDAY_ON),
        ("fa-IR", "", {5, 6, 0, 1, 2, 3}),
        ("ps-AF", "", {5, 6, 0, 1, 2}),
        ("hi-IN", "", {0, 1, 2, 3, 4, 5}),
        ("zh-Hant-TW", "", MONDAY_ON),
        ("en-XX, *;q=0.1", "Asia/Kuwait", SUNDAY_ON),  # no such region
        ("en-US", "", MONDAY_ON),
        ("en", "Etc/UTC", MONDAY_ON),
        ("", "", MONDAY_ON),
        ("\u0661-\u0662,;;q=x", "+03:00", MONDAY_ON),
    ],
)
def test_a_new_person_works_the_week_of_their_region(
    signed_out: Browser, asked: str, zone: str, works: set[int]
) -> None:
    assert weekdays_in(signs_up(signed_out, asked, zone).workdays) == works


def test_confidence_is_asked_on_working_days_only(signed_out: Browser) -> None:
    person = signs_up(signed_out, "ar-SA", "")
    assert weekdays_in(person.checkin_days) == {6, 1, 3}


def test_the_week_in_settings_begins_as_in_the_region(as_ana: Browser) -> None:
    page = as_ana.get("/settings/workdays/edit", headers={"Accept-Language": "ar-SA"}).text
    assert page.index("الأحد") < page.index("الاثنين") < page.index("السبت")


def test_who_is_here_already_keeps_their_days(as_ana: Browser) -> None:
    as_ana.get("/", headers={"Accept-Language": "ar-SA"})
    assert weekdays_in(Person.get(Person.name == "Ana").workdays) == MONDAY_ON
