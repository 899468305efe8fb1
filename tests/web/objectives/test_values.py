"""Values of an indicator, typed as people write numbers (R25)."""

from datetime import date
from html import unescape

import pytest

from tests.support.make import Someone
from tests.web.conftest import Browser
from webapp.domain.objectives.indicators import add_indicator
from webapp.rules.objectives.indicators import Measure
from webapp.storage.objectives.indicators import Indicator, IndicatorValue

DAY = date(2026, 11, 24)


@pytest.fixture
def one(ana: Someone) -> str:
    return add_indicator(ana.me, Measure("Visits", "visits", "up"))


def adds(browser: Browser, one: str, value: str, **more: str):  # type: ignore[no-untyped-def]
    form = {"day": DAY.isoformat(), "value": value, **more}
    return browser.post(f"/indicators/{one}/values/", **form)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(
    ("typed", "number", "shown"),
    [
        ("1,000", 1000, "1,000"),
        ("1,234.5", 1234.5, "1,234.5"),
        ("1.234,5", 1234.5, "1,234.5"),
        ("1,5", 1.5, "1.5"),
        ("1.234", 1.234, "1.234"),
        ("1\u202f234\u00a0567", 1234567, "1,234,567"),
        ("١٬٢٣٤٫٥", 1234.5, "1,234.5"),
        ("\u200f−٣", -3, "−3"),
        ("0.1234567", 0.1234567, "0.1234567"),
    ],
)
def test_a_number_is_stored_as_it_was_meant_and_said(
    as_ana: Browser, one: str, language: str, typed: str, number: float, shown: str
) -> None:
    as_ana.post("/languages/", language=language)
    answer = adds(as_ana, one, typed)
    assert IndicatorValue.get().value == number
    page = as_ana.get(answer.headers["Location"]).text
    if language == "ar":
        shown = shown.replace("−", "\u200e−")  # or it would stand behind the digits
    assert f": {shown} " in unescape(page).partition('id="kept"')[2].partition("</p>")[0]
    assert f"<b>{shown}</b>" in page
    adds(as_ana, one, shown)  # what is shown can be typed again
    assert IndicatorValue.get().value == number


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("1.000", "“1.000” can mean 1 or 1000."),
        ("١,٢٣٤", "“١,٢٣٤” can mean 1234 or 1.234."),
        ("5-", "“5-” can mean −5 or 5."),
        ("1 5", "such as 12 or 12.5: “1 5” is none"),
        ("1" * 400, "too many digits"),
        ("1e999", "too large"),
        ("1e-99", "too close to 0"),
        ("nan", "“nan” is none"),
        ("²", "“²” is none"),
        ("12 %", "not counted in %"),
    ],
)
def test_what_is_unclear_is_asked_and_stays_typed(
    as_ana: Browser, one: str, typed: str, says: str
) -> None:
    answer = adds(as_ana, one, typed)
    assert (answer.status_code, says in answer.text) == (422, True)
    assert f'value="{typed}"' in answer.text
    assert not IndicatorValue.select().exists()


def test_per_cent_is_typed_where_it_is_counted(as_ana: Browser, ana: Someone) -> None:
    share = add_indicator(ana.me, Measure("Rework", "%", "down", None, None))
    adds(as_ana, share, "12,5 ٪")
    assert IndicatorValue.get().value == 12.5


def test_of_how_many_is_read_and_said_too(as_ana: Browser, one: str) -> None:
    page = as_ana.get(adds(as_ana, one, "1,234", exposure="1,500").headers["Location"]).text
    assert (IndicatorValue.get().value, IndicatorValue.get().exposure) == (1234, 1500)
    assert "1,234 of 1,500" in page
    assert "not counted in %" in adds(as_ana, one, "3", exposure="40 %").text


def test_where_it_began_and_should_go_are_read_and_shown(as_ana: Browser, one: str) -> None:
    form = {"name": "Visits", "better": "up", "baseline": "1,000", "target": "1,500.25"}
    answer = as_ana.post(f"/indicators/{one}?_method=PATCH", **form)
    assert (Indicator.get().baseline, Indicator.get().target) == (1000, 1500.25)
    page = as_ana.get(answer.headers["Location"]).text
    assert "Where it began: 1,000" in page
    assert "Where it should go: 1,500.25" in page
    again = as_ana.get(f"/indicators/{one}/edit").text
    assert 'value="1000"' in again
    assert 'value="1500.25"' in again


def test_the_page_on_which_it_was_typed_says_how_numbers_are_written(
    as_ana: Browser, one: str
) -> None:
    for language in ("en", "ar"):
        as_ana.post("/languages/", language=language)
        for path in (f"/indicators/{one}", f"/indicators/{one}/edit", "/goals/new"):
            assert f'name="numbers_in" value="{language}"' in as_ana.get(path).text


@pytest.mark.parametrize(
    ("day", "stored"), [("0001-01-01", 0), ("9999-12-31", 0), ("1900-01-01", 1), ("2199-12-31", 1)]
)
def test_a_day_of_another_age_is_answered_with_a_sentence(
    as_ana: Browser, one: str, day: str, stored: int
) -> None:
    answer = adds(as_ana, one, "3", day=day)
    assert ("from 1900 to 2199" in answer.text) == (not stored)
    assert IndicatorValue.select().count() == stored


@pytest.mark.parametrize("kept", ["", "x", "\0", "9999-12-31", "2026-11-23"])
def test_nothing_is_said_of_a_value_that_is_not_there(as_ana: Browser, one: str, kept: str) -> None:
    adds(as_ana, one, "3")
    page = as_ana.client.get(f"/indicators/{one}", query_string={"kept": kept}).text
    assert "Stored for" not in page
