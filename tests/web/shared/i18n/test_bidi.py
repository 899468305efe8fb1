"""Names of any direction in lists and chains."""

import pytest
from flask import Flask, g

from webapp.rules.objectives.objectives import cycle_problem
from webapp.web.shared.errors import sentence
from webapp.web.shared.i18n.gettext import join_names
from webapp.web.shared.i18n.numbers import working_time

DAY = 8 * 60


def test_a_chain_points_in_the_direction_of_the_lines(app: Flask) -> None:
    with app.test_request_context():
        g.language = "ar"
        assert "⁨v2.1⁩ ← ⁨الجودة⁩ ← ⁨v2.1⁩" in sentence(cycle_problem(["v2.1", "الجودة", "v2.1"]))


def test_in_english_only_arabic_names_are_isolated(app: Flask) -> None:
    with app.test_request_context():
        says = sentence(cycle_problem(["Top", "الجودة", "Top"]))
    assert "Top → ⁨الجودة⁩ → Top" in says


def test_a_list_has_the_commas_of_the_language_and_each_name_once(app: Flask) -> None:
    with app.test_request_context():
        assert join_names(["One", "Two"]) == "One, Two"
        g.language = "ar"
        assert join_names(["الجودة", "v2.1"]) == "⁨الجودة⁩، ⁨v2.1⁩"
        assert join_names(["أ", "ب", "ج"]) == "⁨أ⁩، ⁨ب⁩، ⁨ج⁩"
        assert join_names([]) == ""


@pytest.mark.parametrize(
    ("days", "says"),
    [(1, "يوم عمل واحد"), (2, "يوما عمل"), (2.5, "2.5 يوم عمل"), (3, "3 أيام عمل")],
)
def test_a_fraction_of_days_is_not_counted_like_two(app: Flask, days: float, says: str) -> None:
    with app.test_request_context():
        g.language = "ar"
        assert working_time(days * DAY) == says
