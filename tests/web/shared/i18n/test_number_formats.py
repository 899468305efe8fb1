"""How each language writes numbers, and which of them a form means."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from flask import Flask, g

from webapp.rules.shared.numbers import read_number
from webapp.web.shared.i18n.number_formats import format_in, page_format
from webapp.web.shared.i18n.numbers import brief, number, rounded, typed

TEMPLATES = Path(__file__).parents[4] / "templates"
CASES = json.loads((Path(__file__).parents[3] / "numbers.json").read_text())


@pytest.mark.parametrize("language", CASES["formats"])
def test_the_formats_of_the_shared_cases_are_those_of_cldr(language: str) -> None:
    assert asdict(format_in(language)) == CASES["formats"][language]


@pytest.mark.parametrize("language", CASES["formats"])
@pytest.mark.parametrize("value", [0, 7, -3, 1000, 12345, -1234567.5, 1.234, 0.1234567, 1e15, 1e-9])
def test_what_templates_show_can_be_typed_again(app: Flask, language: str, value: float) -> None:
    with app.test_request_context("/"):
        g.language = language
        shown = [number(value), typed(float(value))]
    assert [read_number("x", text, format_in(language)) for text in shown] == [value, value]


def test_a_field_gives_back_what_was_typed_and_nothing_for_none(app: Flask) -> None:
    with app.test_request_context("/"):
        assert [typed("1.000"), typed(None), typed(""), typed(0.0)] == ["1.000", "", "", "0"]


def test_scales_are_rounded(app: Flask) -> None:
    with app.test_request_context("/"):
        numbers = [brief(1234.5), brief(1234567.891), brief(0.1 + 0.2), brief(-1e15)]
        assert numbers == [
            "1,234.5",
            "1,234,567.89",
            "0.3",
            "−1,000,000,000,000,000",
        ]


def test_a_sign_stays_in_front_where_lines_run_from_right_to_left(app: Flask) -> None:
    with app.test_request_context("/"):
        g.language = "ar"
        assert [number(-3), rounded(-0.9), rounded(4.2, sign=True)] == [
            "\u200e−3",
            "\u200e−0.9",
            "\u200e+4.2",
        ]


@pytest.mark.parametrize(
    ("said", "used"), [("ar", "ar"), ("", "en"), ("de", "en"), ("x" * 5000, "en"), ("\0", "en")]
)
def test_the_form_says_its_language_and_otherwise_it_is_that_of_the_request(
    app: Flask, said: str, used: str
) -> None:
    with app.test_request_context("/", method="POST", data={"numbers_in": said}):
        assert page_format() == format_in(used)


def test_no_field_leaves_it_to_the_browser_to_read_a_number() -> None:
    # It reads them in its own language, and sends nothing for what it cannot read.
    fields = [path for path in TEMPLATES.rglob("*.html") if 'type="number"' in path.read_text()]
    assert fields == []
