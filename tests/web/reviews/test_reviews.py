"""Reviews, their lines and their plan over HTTP, by plain forms (R35)."""

import pytest

from tests.support.make import Someone, win
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.reviews.schedules import review_schedule_of
from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.storage.goals.goals import Goal
from webapp.storage.reviews.lines import ReviewLine
from webapp.storage.reviews.reviews import Review

PLAN = {"weekday": "3", "every": "2", "minutes": "30", "time": "09:30"}


def begun(browser: Browser) -> str:
    """Begin a review and return its address."""
    return str(browser.post("/reviews/").location).removesuffix("/edit")


def says(browser: Browser, at: str, what: str, step: str = "obstacles") -> str:
    """Add a line and return its address."""
    answer = browser.post(f"{at}/lines/", step=step, what=what)
    assert answer.status_code == 303, answer.text
    return f"{at}/lines/{answer.location.rpartition('#line-')[2]}"


def test_a_whole_review_with_plain_forms(as_ana: Browser) -> None:
    at = begun(as_ana)
    says(as_ana, at, "Asked first", "progress")
    as_ana.post(f"{at}?_method=PATCH", seen="progress", step="obstacles")
    says(as_ana, at, "No test machine")
    as_ana.post(f"{as_ana_next(as_ana, at)}/goal")
    page = as_ana.get(as_ana.post(f"{at}/end").location).text
    said = ("Asked first", "No test machine", "Send the update", "Less at once")
    assert [words for words in said if words not in page] == []


def as_ana_next(browser: Browser, at: str) -> str:
    """Go on to the last step, say two things, and return the address of the second."""
    browser.post(f"{at}?_method=PATCH", seen="obstacles", step="next")
    says(browser, at, "Less at once", "next")
    return says(browser, at, "Send the update", "next")


def test_it_leaves_as_markdown(as_ana: Browser) -> None:
    at = begun(as_ana)
    says(as_ana, at, "*Asked* first", "progress")
    as_ana.post(f"{says(as_ana, at, 'No machine')}/settlement", outcome="Got *one*")
    answer = as_ana.get(f"{at}.md")
    assert answer.mimetype == "text/markdown"
    assert [one in answer.text for one in (r"\*Asked\* first", r"(settled: Got \*one\*)")]


def test_each_step_says_the_time_without_scripts(as_ana: Browser) -> None:
    at = begun(as_ana)
    for step in ("progress", "obstacles", "next"):
        page = as_ana.get(f"{at}/edit?step={step}").text
        assert ("15 minutes, until" in page, 'role="timer"' in page) == (True, True)


@pytest.mark.parametrize("query", ["?step=dance", "?step=Progress"])
def test_a_step_that_is_none_is_not_there(as_ana: Browser, query: str) -> None:
    assert as_ana.get(f"{begun(as_ana)}/edit{query}").status_code == 404


def test_nobody_is_sent_to_a_step_that_is_none(as_ana: Browser) -> None:
    at = begun(as_ana)
    assert as_ana.post(f"{at}?_method=PATCH", seen="progress", step="dance").status_code == 404
    assert as_ana.post(f"{at}/done", step="dance").status_code == 404


@pytest.mark.parametrize(
    ("words", "says_why"), [("x" * 2001, "2001 characters"), (" ", "few words")]
)
def test_a_line_that_cannot_be_is_given_back(as_ana: Browser, words: str, says_why: str) -> None:
    at = begun(as_ana)
    answer = as_ana.post(f"{at}/lines/", step="next", what=words)
    assert (answer.status_code, says_why in answer.text, words in answer.text) == (422, True, True)


def test_a_form_that_is_sent_again_says_it_once(as_ana: Browser) -> None:
    at = begun(as_ana)
    once = {"once": "0b0c0d0e-0000-4000-8000-000000000009", "step": "next", "what": "Asked first"}
    for _ in range(2):
        assert as_ana.post(f"{at}/lines/", **once).status_code == 303
    assert ReviewLine.select().count() == 1


def test_two_texts_of_one_line_are_both_shown(as_ana: Browser) -> None:
    line = says(as_ana, begun(as_ana), "No machine")
    as_ana.post(f"{line}?_method=PATCH", what="No test machine", revision="1")
    clash = as_ana.post(f"{line}?_method=PATCH", what="Nobody has a machine", revision="1")
    both = ("No test machine" in clash.text, "Nobody has a machine" in clash.text)
    assert (clash.status_code, both) == (409, (True, True))
    assert 'name="revision" value="2"' in clash.text
    as_ana.post(f"{line}?_method=PATCH", what="Nobody has a test machine", revision="2")
    assert ReviewLine.get().what == "Nobody has a test machine"


@pytest.mark.parametrize("revision", ["", "x", "9" * 20, "-1"])
def test_a_change_that_says_no_revision_takes_nothing_away(as_ana: Browser, revision: str) -> None:
    line = says(as_ana, begun(as_ana), "No machine")
    answer = as_ana.post(f"{line}?_method=PATCH", what="Other words", revision=revision)
    assert (answer.status_code, ReviewLine.get().what) == (409, "No machine")


def test_a_change_without_words_is_asked_for_them(as_ana: Browser) -> None:
    line = says(as_ana, begun(as_ana), "No machine")
    answer = as_ana.post(f"{line}?_method=PATCH", what=" ", revision="1")
    assert (answer.status_code, "few words" in answer.text) == (422, True)


def test_an_obstacle_is_settled_and_that_is_taken_back(as_ana: Browser) -> None:
    line = says(as_ana, begun(as_ana), "No test machine")
    as_ana.post(f"{line}/settlement", outcome="Got one")
    assert ReviewLine.get().outcome == "Got one"
    as_ana.post(f"{line}/settlement?_method=DELETE")
    assert ReviewLine.get().settled is None


def test_too_long_a_way_of_settling_is_refused(as_ana: Browser) -> None:
    line = says(as_ana, begun(as_ana), "No test machine")
    answer = as_ana.post(f"{line}/settlement", outcome="x" * 2001)
    assert (answer.status_code, "2001 characters" in answer.text) == (422, True)


def test_only_ones_own_goals_are_drafted(as_ana: Browser, ana: Someone) -> None:
    as_ana.post(f"{says(as_ana, begun(as_ana), 'Mine', 'next')}/goal")
    assert [(one.statement, one.owner_id) for one in Goal.select()] == [("Mine", ana.me.owner)]


def test_a_form_leads_back_to_the_step_that_its_page_showed(as_ana: Browser) -> None:
    at = begun(as_ana)
    follows = as_ana.post(f"{at}/lines/", step="next", what="Mine", shown="")
    looks = as_ana.post(f"{at}/lines/", step="next", what="Mine", shown="next")
    assert [answer.location.partition("#")[0] for answer in (follows, looks)] == [
        f"{at}/edit",
        f"{at}/edit?step=next",
    ]


def test_one_that_has_ended_leads_to_its_summary(as_ana: Browser) -> None:
    at = begun(as_ana)
    as_ana.post(f"{at}/end")
    assert as_ana.get(f"{at}/edit").location == at
    assert "go on with it" in as_ana.get(at).text
    as_ana.post(f"{at}/end?_method=DELETE")
    assert as_ana.get(f"{at}/edit").status_code == 200


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
    for path in ("/reviews/", f"{at}/edit", f"{at}/edit?step=next", at):
        with counted_queries() as few:
            as_ana.get(path)
        ana.sends(*[win(f"w{number}") for number in range(40)])
        says(as_ana, at, "One more")
        with counted_queries() as many:
            as_ana.get(path)
        assert len(few) == len(many) <= 10
