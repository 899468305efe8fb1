"""The number of a goal and how far it is, typed as people write numbers (R19, R22)."""

import pytest

from tests.support.make import Someone
from tests.support.plans import READY, active_goal
from tests.web.conftest import Browser
from webapp.rules.goals.goals import PlannedCriterion
from webapp.storage.goals.criteria import Criterion, Tick


@pytest.fixture
def goal(ana: Someone) -> str:
    return active_goal(ana, READY, criteria=(PlannedCriterion("", 1500, "calls"),))


def says(browser: Browser, goal: str, value: str):  # type: ignore[no-untyped-def]
    return browser.post(f"/goals/{goal}/criteria/1?_method=PATCH", value=value)


@pytest.mark.parametrize(
    ("typed", "number", "field"),
    [
        ("1,234", 1234, "1234"),
        ("1.234,5", 1234.5, "1234.5"),
        ("1 000", 1000, "1000"),
        ("١٢", 12, "12"),
        ("−3", -3, "−3"),
    ],
)
def test_progress_is_read_as_the_page_writes_it_and_shown(
    as_ana: Browser, goal: str, typed: str, number: float, field: str
) -> None:
    assert says(as_ana, goal, typed).status_code == 303
    assert Tick.get().value == number
    page = as_ana.get(f"/goals/{goal}").text
    assert f'value="{field}"' in page
    assert "of 1,500 calls" in page
    says(as_ana, goal, field)
    assert Tick.get().value == number


def test_an_empty_field_takes_the_number_away(as_ana: Browser, goal: str) -> None:
    says(as_ana, goal, "3")
    says(as_ana, goal, " ")
    assert Tick.get().value is None


@pytest.mark.parametrize("typed", ["1.000", "12 %", "1" * 400, "many", "5-", "²"])
def test_what_is_unclear_is_asked_on_the_page_of_the_goal(
    as_ana: Browser, goal: str, typed: str
) -> None:
    answer = says(as_ana, goal, typed)
    assert answer.status_code == 422
    assert '<p class="problem" role="alert">' in answer.text
    assert f'value="{typed}"' in answer.text
    assert not Tick.select().exists()


def test_the_number_to_reach_is_read_and_given_back(as_ana: Browser) -> None:
    answer = as_ana.post("/goals/", statement="Call", target="1,500", unit="calls")
    assert Criterion.get().target == 1500
    page = as_ana.get(answer.headers["Location"]).text
    assert "1,500 calls" in page
    assert 'value="1500"' in as_ana.get(f"{answer.headers['Location']}/edit").text


def test_a_number_to_reach_that_can_mean_two_is_asked(as_ana: Browser) -> None:
    answer = as_ana.post("/goals/", statement="Call", target="1.500", unit="calls")
    assert answer.status_code == 422
    assert "“1.500” can mean 1.5 or 1500." in answer.text
    assert 'value="1.500"' in answer.text
