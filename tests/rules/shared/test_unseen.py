"""Names and words that nobody can see are refused with the sentence for nothing at all."""

import pytest

from webapp.rules.account.people import parse_new_person
from webapp.rules.account.settings import parse_areas
from webapp.rules.capture.fields import WIN_FIELDS
from webapp.rules.capture.presets import parse_preset
from webapp.rules.capture.shares import Draft, draft_of
from webapp.rules.capture.wins import parse_win, parse_win_edit
from webapp.rules.decisions.decisions import parse_opening
from webapp.rules.goals.plans import PlanForm, parse_plan
from webapp.rules.objectives.indicators import parse_measure
from webapp.rules.objectives.objectives import parse_objective
from webapp.rules.reviews.lines import parse_words
from webapp.rules.shared.number_formats import ENGLISH
from webapp.rules.shared.problems import Invalid

UNSEEN = "\u200b\u3164 \u2800"
GOAL = "00000000-0000-4000-8000-000000000001"
REFUSED = {
    "a win": lambda words: parse_win({"what": words, "kind": "quick"}, 0),
    "an edit": lambda words: parse_win_edit({"target": GOAL, "what": words}, 0),
    "a preset": lambda words: parse_preset(words, "quick", "", "", ""),
    "a decision": lambda words: parse_opening({"what": words, "importance": "normal"}, 0),
    "an objective": lambda words: parse_objective({"name": words}, ()),
    "an indicator": lambda words: parse_measure({"name": words, "better": "up"}, ENGLISH),
    "an obstacle": parse_words,
    "a person": lambda words: parse_new_person(words, "a@example.org", "correct horse", "UTC"),
}


def sentences(parse, words):
    """Return what is said about these words."""
    with pytest.raises(Invalid) as refused:
        parse(words)
    return [(problem.field, problem.says) for problem in refused.value.problems]


@pytest.mark.parametrize("parse", REFUSED.values(), ids=REFUSED)
def test_words_that_nobody_sees_are_answered_like_none(parse):
    assert sentences(parse, UNSEEN) == sentences(parse, "")


@pytest.mark.parametrize("name", [name for name, field in WIN_FIELDS.items() if field.searched])
def test_a_field_of_a_win_is_empty_without_visible_words(name):
    assert WIN_FIELDS[name].value.check(name, UNSEEN) == ""


def test_lines_that_nobody_sees_are_no_areas_and_no_criteria():
    assert parse_areas("areas", f"Support\n{UNSEEN}\nSales") == "Support\nSales"
    plan = parse_plan(PlanForm(statement=UNSEEN, criteria=f"One\n{UNSEEN}\nTwo"), ENGLISH)
    assert (plan.statement, [one.text for one in plan.criteria]) == ("", ["One", "Two"])


def test_a_title_that_nobody_sees_is_left_out_of_a_share():
    assert draft_of(UNSEEN, "Release notes", "") == Draft("Release notes", "")
