"""The value of this week, given on Today in one row (R25)."""

from datetime import date, timedelta

import pytest

from tests.support.make import DAY, Someone, rating, win
from tests.web.conftest import Browser
from webapp.domain.objectives.indicators import add_indicator, store_values
from webapp.rules.objectives.indicators import Measure, Value
from webapp.storage.account.people import Person
from webapp.storage.objectives.indicators import IndicatorValue
from webapp.web.shared.clock import now

MONDAY = date(2026, 11, 16)  # of the week of today, a Sunday


def kept(
    someone: Someone, name: str = "Days to done", *days: int, many: float | None = None
) -> str:
    """Store an indicator with values that many days before MONDAY."""
    one = add_indicator(someone.me, Measure(name, "days", "down"))
    values = [Value(MONDAY - timedelta(days=ago), 3, many) for ago in days]
    store_values(someone.me, one, values)
    return one


def row(browser: Browser) -> str:
    """Return the row on Today, "" without one."""
    return browser.get("/").text.partition('id="due-value"')[2].partition("</form>")[0]


@pytest.mark.parametrize(
    ("days", "due"),
    [((3, 10), True), ((13, 20), True), ((15, 22), False), ((3, 30), False), ((3,), False)],
)
def test_what_was_given_each_week_is_asked_for(
    as_ana: Browser, ana: Someone, days: tuple[int, ...], due: bool
) -> None:
    kept(ana, "Days to done", *days)
    assert ("Days to done" in row(as_ana)) == due


def test_one_is_asked_for_at_a_time_the_longest_waiting_first(
    as_ana: Browser, ana: Someone
) -> None:
    kept(ana, "Defects", 2, 9)
    kept(ana, "Days to done", 4, 11)
    assert ("Days to done" in row(as_ana), "Defects" in row(as_ana)) == (True, False)


def test_the_answer_says_what_was_stored_in_the_place_of_the_row(
    as_ana: Browser, ana: Someone
) -> None:
    one = kept(ana, "Days to done", 3, 10)
    said = as_ana.htmx(f"/indicators/{one}/values/", value="2,5").text
    assert "Stored for Sun 22 Nov: 2.5" in said
    assert 'id="due-value"' in said
    assert IndicatorValue.get(IndicatorValue.day == "2026-11-22").value == 2.5
    assert not row(as_ana)


def test_what_is_no_number_is_said_in_the_row_and_stays_typed(
    as_ana: Browser, ana: Someone
) -> None:
    one = kept(ana, "Days to done", 3, 10)
    answer = as_ana.htmx(f"/indicators/{one}/values/", value="few")
    assert answer.status_code == 422
    assert "“few” is none" in answer.text
    assert 'value="few"' in answer.text
    assert "<main" not in answer.text


def test_of_how_many_is_asked_where_it_was_given(as_ana: Browser, ana: Someone) -> None:
    one = kept(ana, "Defects", 3, 10, many=40)
    assert 'name="exposure"' in row(as_ana)
    as_ana.htmx(f"/indicators/{one}/values/", value="2", exposure="50")
    assert IndicatorValue.get(IndicatorValue.day == "2026-11-22").exposure == 50


def test_while_the_question_is_open_no_number_can_influence_it(
    as_ana: Browser, ana: Someone
) -> None:  # R10
    kept(ana, "Days to done", 3, 10)
    ana.sends(win(at=now() - 3 * DAY), now=now())
    Person.update(checkin_days=0b1000000).where(Person.id == ana.id).execute()
    before = row(as_ana)
    ana.sends(rating(at=now()), now=now())
    assert (before, bool(row(as_ana))) == ("", True)


def test_somebody_elses_is_not_asked_for(as_cleo: Browser, ana: Someone) -> None:
    kept(ana, "Days to done", 3, 10)
    assert not row(as_cleo)
