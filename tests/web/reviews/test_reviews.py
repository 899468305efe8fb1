"""Reviews, obstacles and their plan over HTTP (R35)."""

import pytest

from tests.support.make import Someone, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.reviews.reviews import review_schedule_of
from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.storage.goals.goals import Goal
from webapp.storage.reviews.obstacles import Obstacle
from webapp.storage.reviews.reviews import Review

PLAN = {"weekday": "3", "every": "2", "minutes": "30", "time": "09:30"}


def begun(browser: Browser) -> str:
    """Begin a review and return its address."""
    return str(browser.post("/reviews/").location).removesuffix("/edit")


def test_a_whole_review_with_plain_forms(as_ana: Browser, ana: Someone) -> None:
    at = begun(as_ana)
    as_ana.post(f"{at}?_method=PATCH", step="progress", note="Asked first", leads_to="obstacles")
    review = at.rpartition("/")[2]
    as_ana.post("/obstacles/", review=review, what="No test machine", leads_to=f"{at}/edit")
    form = {"step": "next", "statement": "Send the update", "note": "Less at once"}
    ended = as_ana.post(f"{at}?_method=PATCH", **form, leads_to="end")
    page = as_ana.get(ended.location).text
    said = ("Asked first", "No test machine", "Send the update", "Less at once")
    assert [words for words in said if words not in page] == []


def test_it_leaves_as_markdown(as_ana: Browser) -> None:
    at = begun(as_ana)
    as_ana.post(f"{at}?_method=PATCH", step="progress", note="*Asked* first", leads_to="next")
    answer = as_ana.get(f"{at}.md")
    assert answer.mimetype == "text/markdown"
    assert r"\*Asked\* first" in answer.text


def test_each_step_says_the_time_without_scripts(as_ana: Browser) -> None:
    at = begun(as_ana)
    for step in ("progress", "obstacles", "next"):
        page = as_ana.get(f"{at}/edit?step={step}").text
        assert ("15 minutes, until" in page, 'role="timer"' in page) == (True, True)


def test_a_step_that_is_none_is_not_there(as_ana: Browser) -> None:
    assert as_ana.get(f"{begun(as_ana)}/edit?step=dance").status_code == 404


@pytest.mark.parametrize(
    ("step", "field", "says"),
    [("progress", "note", "2001 characters"), ("next", "statement", "2001 characters")],
)
def test_too_long_a_note_is_given_back(as_ana: Browser, step: str, field: str, says: str) -> None:
    at = begun(as_ana)
    words = "x" * 2001
    answer = as_ana.post(f"{at}?_method=PATCH", step=step, leads_to="end", **{field: words})
    assert (answer.status_code, says in answer.text, words in answer.text) == (422, True, True)


def test_an_obstacle_without_words_is_asked_for(as_ana: Browser) -> None:
    review = begun(as_ana).rpartition("/")[2]
    answer = as_ana.post("/obstacles/", review=review, what="  ")
    assert (answer.status_code, "what stands in the way" in answer.text) == (422, True)


def test_an_obstacle_is_settled_and_that_is_taken_back(as_ana: Browser) -> None:
    review = begun(as_ana).rpartition("/")[2]
    as_ana.post("/obstacles/", review=review, what="No test machine")
    at = f"/obstacles/{Obstacle.get().id}/settlement"
    as_ana.post(at, outcome="Got one", review=review)
    assert Obstacle.get().outcome == "Got one"
    as_ana.post(f"{at}?_method=DELETE")
    assert Obstacle.get().settled is None


def test_only_ones_own_goals_are_drafted(as_ana: Browser, ana: Someone) -> None:
    at = begun(as_ana)
    as_ana.post(f"{at}?_method=PATCH", step="next", statement="Mine", leads_to="next")
    assert [(one.statement, one.owner_id) for one in Goal.select()] == [("Mine", ana.me.owner)]


def test_the_plan_is_changed(as_ana: Browser, ana: Someone) -> None:
    assert as_ana.post("/review-plans/current?_method=PATCH", **PLAN).status_code == 303
    assert review_schedule_of(ana.me) == ReviewSchedule(3, 2, 30, 570)


def test_a_plan_that_cannot_be_is_refused_with_all_problems(as_ana: Browser) -> None:
    answer = as_ana.post("/review-plans/current?_method=PATCH", weekday="9", time="9")
    assert answer.status_code == 422
    assert answer.text.count("field__problem") == 4


def test_a_review_is_deleted(as_ana: Browser) -> None:
    at = begun(as_ana)
    assert as_ana.post(f"{at}?_method=DELETE").status_code == 303
    assert Review.select().count() == 0


def test_its_queries_do_not_grow_with_its_rows(as_ana: Browser, ana: Someone) -> None:
    at = begun(as_ana)
    for path in ("/reviews/", f"{at}/edit", at):
        with counted_queries() as few:
            as_ana.get(path)
        ana.sends(*[win(f"w{number}") for number in range(40)])
        with counted_queries() as many:
            as_ana.get(path)
        assert len(few) == len(many) <= 10
