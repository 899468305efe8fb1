"""Numbers as people type them, in each language; the phone reads the same cases (tests/js)."""

import json
import random
from pathlib import Path

import pytest

from webapp.rules.shared import numbers
from webapp.rules.shared.marks import has_digit, without_unseen
from webapp.rules.shared.number_formats import NumberFormat, formatted, typed
from webapp.rules.shared.numbers import read_number, read_whole, signs_of
from webapp.rules.shared.problems import Invalid

CASES = json.loads((Path(__file__).parents[2] / "numbers.json").read_text())
FORMATS = {language: NumberFormat(**marks) for language, marks in CASES["formats"].items()}
SAYS = {
    getattr(numbers, name.upper()): name
    for name in ("no_number", "too_large", "too_small", "too_long", "no_sign")
}


def read(text, language, *, signs=None):
    """Return the number, or the problem: the name of a sentence, or the two that it can mean."""
    try:
        return read_number("value", text, FORMATS[language], signs=signs)
    except Invalid as invalid:
        [problem] = invalid.problems
        if problem.says == numbers.UNCLEAR:
            return [problem.values["first"], problem.values["second"]]
        return SAYS[problem.says]


@pytest.mark.parametrize(("languages", "text", "expected"), CASES["read"])
def test_a_number_is_read_as_the_page_writes_it_or_asked(languages, text, expected):
    assert {language: read(text, language) for language in languages.split()} == dict.fromkeys(
        languages.split(), expected
    )


@pytest.mark.parametrize(("language", "value", "shown", "field"), CASES["write"])
def test_a_number_is_written_with_all_that_is_known_of_it(language, value, shown, field):
    style = FORMATS[language]
    assert (formatted(value, style), typed(value, style)) == (shown, field)


@pytest.mark.parametrize("language", FORMATS)
@pytest.mark.parametrize("way", [formatted, typed])
def test_what_the_app_shows_can_be_typed_again(language, way):
    rng = random.Random(15)
    tenths = [
        rng.randrange(10 ** rng.randint(1, 10)) / 10 ** rng.randint(0, 4) for _ in range(2000)
    ]
    sizes = [rng.uniform(-1, 1) * 10 ** rng.uniform(-8, 15) for _ in range(500)]
    values = [*tenths, *(-one for one in tenths), *sizes, 0.0, 1e15, 1e-9]
    shown = [way(value, FORMATS[language]) for value in values]
    assert [read(text, language) for text in shown] == values


@pytest.mark.parametrize("language", FORMATS)
def test_both_numbers_that_are_offered_can_be_typed(language):
    asked = [read(text, language) for where, text, _ in CASES["read"] if language in where.split()]
    offered = [pair for pair in asked if isinstance(pair, list)]
    assert offered != []
    assert all(isinstance(read(one, language), float) for pair in offered for one in pair)


def test_the_sentence_offers_both_numbers_in_the_marks_of_the_page():
    with pytest.raises(Invalid, match=r"“1\.250” can mean 1\.25 or 1250\. Write it as one of"):
        read_number("value", "1.250", FORMATS["en"])
    with pytest.raises(Invalid, match="“1,250” can mean 1250 or 1,25"):
        read_number("value", "1,250", FORMATS["de"])


def test_the_example_of_a_number_is_in_the_marks_of_the_page():
    with pytest.raises(Invalid, match="Give a number, such as 12 or 12,5: “many” is none"):
        read_number("value", "many", FORMATS["fr"])


def test_of_a_long_text_the_beginning_is_repeated():
    with pytest.raises(Invalid) as refused:
        read_number("value", "many " * 100, FORMATS["en"])
    assert len(str(refused.value)) < 120


PERCENT = ["%", "٪", "in %", "percent", "Percentage points", "Prozent", "por ciento", "pour cent"]


@pytest.mark.parametrize("unit", ["", " ", *PERCENT, "نسبة مئوية", "٪ من الطلبات"])
def test_a_percent_sign_goes_with_units_of_per_cent_and_with_none(unit):
    assert "%" in (signs_of(unit) or "%")


@pytest.mark.parametrize("unit", ["days", "يوم", "pour", "cents"])
def test_a_percent_sign_does_not_go_with_another_unit(unit):
    assert "%" not in signs_of(unit)


@pytest.mark.parametrize(
    ("unit", "signs"),
    [
        *[("", None), ("days", ""), ("heures", ""), ("k€", "€"), ("EUR", "€"), ("US$", "$")],
        *[("Dollars a day", "$"), ("دولار", "$"), ("% of £", "%£"), ("₹ lakh", "₹"), ("¥", "¥")],
    ],
)
def test_a_sign_of_a_currency_goes_with_units_of_it(unit, signs):
    assert signs_of(unit) == signs


@pytest.mark.parametrize("text", ["12 %", "€12", "$ 12", "12 £"])
def test_a_sign_is_refused_where_something_else_is_counted(text):
    assert read(text, "en", signs="¥") == "no_sign"
    assert read(text, "en") == read("12", "en", signs="") == 12


def test_the_sentence_names_the_sign():
    with pytest.raises(Invalid, match=r"This is not counted in €\."):
        read_number("value", "€3", FORMATS["en"], signs="$")


@pytest.mark.parametrize(
    ("text", "whole"), [("7", 7), (" 12 ", 12), ("٧", 7), ("۰۷", 7), ("31", 31)]
)
def test_a_whole_number_is_read_in_every_script(text, whole):
    assert read_whole(text, range(1, 32)) == whole


@pytest.mark.parametrize("text", ["", "0", "32", "-1", "1.0", "²", "1e1", "0123", "9" * 5000, "x"])
def test_what_is_no_whole_number_of_the_range_is_none(text):
    assert read_whole(text, range(1, 32)) is None


def test_raised_digits_are_no_number_to_count_by():
    assert [has_digit(text) for text in ("m²", "x₂", "½", "three", "٣", "3")] == [
        *[False] * 4,
        *[True] * 2,
    ]


def test_marks_that_nobody_sees_are_taken_out():
    assert without_unseen("\u200f٢٠٢٦-١١-٢٤\u200e") == "٢٠٢٦-١١-٢٤"
