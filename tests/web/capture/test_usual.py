"""What is usual for a person is said after their answer, and to them alone."""

from typing import Any

from tests.support.make import DAY, NOON, OURS, Someone, rating
from tests.web.conftest import Browser

PART = {**OURS, "HX-Request": "true", "HX-Request-Type": "partial"}
RANGE, UNKNOWN = "Usual for you: 5 to 7.", "Usual for you: not enough to tell yet."


def four_weeks() -> list[dict[str, Any]]:
    """Return three answers a week, from 5 to 7."""
    return [
        rating(5 + (week + ago // 2) % 3, at=NOON - (7 * week + ago) * DAY)
        for week in range(1, 5)
        for ago in (6, 4, 2)
    ]


def usual(browser: Browser) -> str:
    text: str = browser.get("/checkins/usual", headers=PART).text
    return text


def test_the_range_is_asked_for_once_four_weeks_count(as_ana: Browser, ana: Someone) -> None:
    entries = four_weeks()
    ana.sends(*entries[:9])
    assert usual(as_ana) == UNKNOWN
    ana.sends(*entries[9:])
    assert usual(as_ana) == RANGE


def test_it_is_said_of_ones_own_answers_only(
    as_ben: Browser, ana: Someone, as_ana: Browser
) -> None:
    ana.sends(*four_weeks())
    assert (usual(as_ana), usual(as_ben)) == (RANGE, UNKNOWN)


def test_without_scripts_it_stands_beside_the_answer(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*four_weeks())
    answer = as_ana.post("/checkins/", rating="7")
    assert RANGE in as_ana.get(answer.location).text


def test_the_list_of_check_ins_begins_with_it(as_ana: Browser, ana: Someone) -> None:
    assert "Usual for you" not in as_ana.get("/checkins/").text
    ana.sends(*four_weeks())
    assert RANGE in as_ana.get("/checkins/").text


def test_no_page_that_asks_the_question_holds_it(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*four_weeks())
    for page in ("/", "/checkins/new"):
        assert "Usual for you" not in as_ana.get(page).text


def test_it_is_one_number_where_all_answers_are_alike(as_ana: Browser, ana: Someone) -> None:
    ana.sends(*({**one, "fields": {**one["fields"], "rating": 6}} for one in four_weeks()))
    assert usual(as_ana) == "Usual for you: 6."
