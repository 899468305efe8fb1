"""The Insights screen, its method, exports and patterns over HTTP (R37, R38, R44)."""

import csv
import io
import re

import pytest

from tests.support.make import DAY, NOON, Someone, question, rating, win
from tests.support.plans import active_goal
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.storage.account.people import Person
from webapp.web.shared.clock import now

FORMS = {"csv": "text/csv", "svg": "image/svg+xml"}


def test_wins_that_say_nothing_and_goals_without_an_objective_are_two_hints(
    as_ana: Browser, ana: Someone
) -> None:  # R43
    ana.sends(*[win(f"w{number}", at=now() - number) for number in range(9)], now=now())
    active_goal(ana)
    page = as_ana.get("/insights/").text
    assert "9 of your last 9 wins need evidence: the objective they serve," in page
    assert "1 micro-goal serves no objective yet." in page
    assert "and 6 more" in page  # three of the nine wins are listed, and no goal among them


def past(someone: Someone, weeks: int, values: tuple[int, ...] = (4, 5, 6, 7, 8)) -> None:
    """Send two check-ins and a win in each of the last `weeks` weeks before this one."""
    monday = NOON - ((NOON // DAY + 3) % 7) * DAY
    for week in range(weeks):
        at = monday - 7 * (weeks - week) * DAY
        value = values[week * len(values) // weeks]
        someone.sends(
            rating(value, at=at + DAY, area="Support"),
            rating(value, at=at + 3 * DAY, area="Support"),
            win(f"Week {week}", at=at + 2 * DAY, next_step=f"Step {week}"),
            now=NOON,
        )


def test_a_newcomer_sees_what_is_missing(as_ana: Browser, ana: Someone) -> None:
    ana.sends(rating(6), now=NOON)
    page = as_ana.get("/insights/").text
    assert "Your first sentence about it in about 22 days" in page
    assert "0 of 4 weeks with two answers or more" in page
    assert "1 answer so far. The next week can count." in page


def test_what_is_there_comes_first_and_other_measures_are_a_line_each(
    as_ana: Browser, ana: Someone
) -> None:
    ana.sends(win(at=now()), question(at=now()), now=now())
    page = as_ana.get("/insights/").text
    lines = [" ".join(one.split()) for one in re.findall(r'row__value">([^<]*)<', page)]
    assert lines[:4] == [
        "after the first due day",
        "after 4 decisions",
        "needs an indicator",
        "from the first working day on",
    ]
    assert page.index("Week 1") < page.index("Your first sentence") < page.index("lines__name")


def test_after_four_weeks_that_count_the_first_sentence_has_come(
    as_ana: Browser, ana: Someone
) -> None:
    past(ana, 4)
    page = as_ana.get("/insights/").text
    assert ("Your first sentence" in page, "4 weeks that count" in page) == (False, True)


def test_nobody_without_a_check_in_gets_an_empty_chart(as_ana: Browser) -> None:
    page = as_ana.get("/insights/").text
    assert ('class="chart"' in page, 'href="/checkins/new"' in page) == (False, True)


def test_a_rise_is_shown_with_its_range_and_a_table(as_ana: Browser, ana: Someone) -> None:
    past(ana, 10)
    page = as_ana.get("/insights/").text
    assert "A sustained rise: about" in page
    assert "likely between" in page
    assert page.count('<th scope="row">') == 10


def test_it_never_says_no_progress_and_claims_no_cause(as_ana: Browser, ana: Someone) -> None:
    past(ana, 10, (6, 6))
    for path in ("/insights/", "/insights/method"):
        page = as_ana.get(path).text.lower()
        assert [word for word in ("no progress", "because of", "caused") if word in page] == []


def test_one_area_can_be_looked_at_alone(as_ana: Browser, ana: Someone) -> None:
    past(ana, 5)
    assert "Confidence: <bdi>Support</bdi>" in as_ana.get("/insights/?area=Support").text
    assert "Confidence: <bdi>Nowhere" not in as_ana.get("/insights/?area=Nowhere").text


def test_the_chart_is_one_file_on_its_own(as_ana: Browser, ana: Someone) -> None:
    past(ana, 5)
    answer = as_ana.get("/insights/confidence.svg")
    assert answer.mimetype == "image/svg+xml"
    assert answer.text.startswith('<svg class="chart" xmlns="http://www.w3.org/2000/svg"')
    assert ("<title" in answer.text, "<desc" in answer.text) == (True, True)


def test_the_numbers_are_one_table(as_ana: Browser, ana: Someone) -> None:
    past(ana, 5)
    result = as_ana.get("/insights/confidence.csv").text.removeprefix("\ufeff")
    assert [row["rating"] for row in csv.DictReader(io.StringIO(result))].count("4") == 2


def test_other_forms_there_are_none(as_ana: Browser) -> None:
    assert as_ana.get("/insights/confidence.pdf").status_code == 404


@pytest.mark.parametrize("form", FORMS)
def test_nobody_elses_ratings_can_be_had(as_cleo: Browser, ana: Someone, form: str) -> None:
    past(ana, 5)
    result = as_cleo.get(f"/insights/confidence.{form}?area=Support").text
    assert ("circle" in result, "capability" in result) == (False, False)


def test_words_of_people_stay_words(as_ana: Browser, ana: Someone) -> None:
    Person.update(areas="<b>x</b>\nB\nC").where(Person.id == ana.id).execute()
    ana.sends(*[win("<i>w</i>", area="<b>x</b>", at=NOON) for _ in range(12)], now=NOON)
    page = as_ana.get("/insights/").text + as_ana.get("/patterns/").text
    assert ("<b>x</b>" in page, "<i>w</i>" in page) == (False, False)


def test_patterns_count_and_name(as_ana: Browser, ana: Someone) -> None:
    past(ana, 5)
    page = as_ana.get("/patterns/").text
    assert "5 wins" in page
    assert "Step 4" in page


@pytest.mark.parametrize("path", ["/insights/", "/patterns/", "/insights/method", "/adjustments/"])
def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone, path: str) -> None:
    past(ana, 1)
    as_ana.get(path)
    with counted_queries() as few:
        as_ana.get(path)
    past(ana, 10)
    as_ana.get(path)
    with counted_queries() as many:
        as_ana.get(path)
    assert len(few) == len(many) <= 10


def test_signed_out_people_see_nothing(signed_out: Browser) -> None:
    for path in ("/insights/", "/patterns/", "/evidence/", "/reviews/", "/adjustments/"):
        assert signed_out.get(path).status_code == 303
