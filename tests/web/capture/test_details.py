"""The form of a win over HTTP: every field, and its problems."""

import uuid

import pytest

from tests.support.make import NOON, Someone, win
from tests.web.conftest import Browser
from webapp.storage.account.people import Person
from webapp.storage.capture.revisions import FieldRevision
from webapp.storage.capture.wins import Win
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import Indicator
from webapp.storage.objectives.objectives import Objective

FASTER, BETTER, GOAL, HOURS = (str(uuid.UUID(int=n, version=4)) for n in (1, 2, 3, 4))


@pytest.fixture
def one(ana: Someone) -> str:
    """Store a win of Ana's, and two objectives, a goal and an indicator to choose from."""
    owner = ana.me.owner
    for place, (target, name) in enumerate([(FASTER, "Faster decisions"), (BETTER, "Quality")]):
        Objective.create(owner=owner, id=target, name=name, created=NOON + place)
    Goal.create(
        owner=owner, id=GOAL, statement="Send the update", state="active", state_at=1, created=1
    )
    Indicator.create(owner=owner, id=HOURS, name="Rework hours")
    Person.update(areas="Support\nRelease").where(Person.id == ana.id).execute()
    tap = win("Fixed it", impact="Saves an hour")
    ana.sends(tap)
    return str(tap["id"])


def saves(browser: Browser, win_id: str, **form: object):  # type: ignore[no-untyped-def]
    return browser.post(f"/wins/{win_id}?_method=PATCH", **form)


def test_the_form_offers_what_the_person_has(as_ana: Browser, one: str) -> None:
    page = as_ana.get(f"/wins/{one}/edit").text
    for offered in ("Faster decisions", "Quality", "Send the update", "Rework hours", "Release"):
        assert offered in page


def test_every_field_is_saved_by_a_plain_form(as_ana: Browser, one: str) -> None:  # R25, R28
    plain = {
        "kind": "process",
        "area": "Support",
        "visibility": "team",
        "evidence": "https://example.org/x",
        "moves": "skill",
        "goal": GOAL,
        "indicator": HOURS,
        "approach": "Asked first",
        "worked": "Raw tickets",
        "improve": "Ask sooner",
    }
    boxes = {"measurable": ["", "1"], "objectives": ["", FASTER, BETTER]}
    assert saves(as_ana, one, **plain, **boxes, before="14,5", after="6").status_code == 303
    stored = Win.get(Win.id == one)
    assert {name: getattr(stored, name) for name in plain} == plain
    assert (stored.measurable, stored.before, stored.after) == (True, 14.5, 6.0)
    assert (stored.objectives, stored.counted) == (f"{FASTER} {BETTER}", True)


def test_saving_the_form_as_it_is_changes_nothing(as_ana: Browser, one: str) -> None:
    boxes = {"measurable": "", "objectives": ""}
    same = {"what": "Fixed it", "impact": "Saves an hour", "kind": "quick", "before": ""}
    saves(as_ana, one, **same, **boxes, visibility="private", happened="2026-11-22T12:00")
    assert FieldRevision.select().count() == 0


def test_only_what_was_changed_has_a_history(as_ana: Browser, one: str) -> None:
    saves(as_ana, one, what="Fixed it", impact="Saves an hour", area="Support")
    assert {row.field for row in FieldRevision.select()} == {"area"}


def test_what_was_chosen_can_be_let_go(as_ana: Browser, one: str) -> None:
    saves(as_ana, one, objectives=["", FASTER], measurable=["", "1"], after="6")
    saves(as_ana, one, objectives="", measurable="", after="")
    stored = Win.get(Win.id == one)
    assert (stored.objectives, stored.measurable, stored.after) == ("", False, None)


def test_an_objective_that_is_no_longer_offered_stays(as_ana: Browser, one: str) -> None:
    saves(as_ana, one, objectives=["", FASTER])
    Objective.update(state="dropped").where(Objective.id == FASTER).execute()
    page = as_ana.get(f"/wins/{one}/edit").text
    assert f'<input type="hidden" name="objectives" value="{FASTER}">' in page


def test_a_row_carries_what_its_form_needs_and_no_more(as_ana: Browser, one: str) -> None:
    assert 'data-more=""' in as_ana.get("/wins/").text
    saves(as_ana, one, area='<b>"', after="0", evidence="https://example.org/a?b=1&c=2")
    page = as_ana.get("/wins/").text
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert "&#34;after&#34;:0.0" in page
    assert 'href="https://example.org/a?b=1&amp;c=2" target="_blank"' in page
    assert 'rel="noopener noreferrer nofollow">example.org</a>' in page


def test_a_link_may_be_typed_without_its_scheme(as_ana: Browser, one: str) -> None:
    saves(as_ana, one, evidence="example.org/report")
    assert 'href="https://example.org/report"' in as_ana.get("/").text


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("evidence", "javascript:alert(1)", "the address of a page"),
        ("evidence", "my notes", "the address of a page"),
        ("worked", "x" * 2001, "2001 characters"),
        ("impact", "🎉" * 2001, "2001 characters"),
        ("what", "   ", "Say in a few words"),
        ("before", "many", "Give a number"),
        ("after", "1e999", "too large"),
        ("after", "1.000", "can mean 1 or 1000"),
        ("before", "1" * 400, "too many digits"),
        ("before", "1e-99", "too close to 0"),
        ("before", "²", "Give a number"),
        ("happened", "0001-01-01T00:00", "date and time"),
        ("happened", "9999-12-31T23:59", "after 1999"),
        ("moves", "mountains", "a project, a skill or a routine"),
        ("happened", "soon", "date and time"),
    ],
)
def test_what_was_typed_comes_back_with_what_to_do(
    as_ana: Browser, one: str, field: str, typed: str, says: str
) -> None:
    answer = saves(as_ana, one, **{"improve": "Ask sooner", field: typed})
    assert answer.status_code == 422
    assert says in answer.text
    assert 'value="Ask sooner"' in answer.text
    if field != "moves":
        assert typed in answer.text
    assert Win.get(Win.id == one).improve == ""


def test_a_fold_with_a_problem_is_open(as_ana: Browser, one: str) -> None:
    assert '<details class="fold form__fold" open>' not in as_ana.get(f"/wins/{one}/edit").text
    assert saves(as_ana, one, evidence="none").text.count('form__fold" open>') == 1


def test_emoji_and_right_to_left_words_are_kept_as_they_are(as_ana: Browser, one: str) -> None:
    words = "أنجزت 🎉 e\N{COMBINING ACUTE ACCENT}"
    saves(as_ana, one, what=words)
    assert f'<span class="win__what" dir="auto">{words}</span>' in as_ana.get("/wins/").text


@pytest.mark.parametrize(
    ("typed", "number", "field"),
    [
        ("1,000", 1000, "1000"),
        ("1.234,5", 1234.5, "1234.5"),
        ("−١٢", -12, "−12"),
        ("12 %", 12, "12"),
    ],
)
def test_before_and_after_are_read_as_the_page_writes_them(
    as_ana: Browser, one: str, typed: str, number: float, field: str
) -> None:  # R25
    saves(as_ana, one, indicator=HOURS, before=typed, after=typed)
    stored = Win.get(Win.id == one)
    assert (stored.before, stored.after) == (number, number)
    assert as_ana.get(f"/wins/{one}/edit").text.count(f'value="{field}"') == 2


def test_the_same_number_in_other_words_is_no_change(as_ana: Browser, one: str) -> None:
    saves(as_ana, one, indicator=HOURS, before="1,000")
    changes = FieldRevision.select().count()
    saves(as_ana, one, indicator=HOURS, before="1 000.0")
    assert FieldRevision.select().count() == changes


def test_a_percent_sign_is_refused_where_the_indicator_counts_something_else(
    as_ana: Browser, one: str
) -> None:
    Indicator.update(unit="hours").where(Indicator.id == HOURS).execute()
    answer = saves(as_ana, one, indicator=HOURS, before="12 %")
    assert (answer.status_code, "not counted in %" in answer.text) == (422, True)
    assert f'<option value="{HOURS}" data-signs=""' in answer.text


def test_all_problems_of_the_form_are_shown_at_once(as_ana: Browser, one: str) -> None:
    answer = saves(as_ana, one, before="1.000", after="x", happened="soon", evidence="notes")
    assert answer.text.count('class="field__problem"') == 4


def test_what_it_said_before_is_shown_as_the_page_writes_numbers(as_ana: Browser, one: str) -> None:
    saves(as_ana, one, before="1,000")
    saves(as_ana, one, before="")
    assert "1,000" in as_ana.get(f"/wins/{one}/revisions/").text
