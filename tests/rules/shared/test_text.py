"""Which text can be stored."""

import json
from pathlib import Path

import pytest

from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.text import clean_text

CASES = json.loads((Path(__file__).parents[2] / "texts.json").read_text())  # tests/js reads it, too

KEPT = {
    "plain": "Fixed the flaky test",
    "2,000 characters": "x" * 2000,
    "2,000 emoji are 2,000 characters": "🎉" * 2000,
    "combining marks": "Cafe\u0301",
    "emoji of several code points": "👩🏽‍💻",
    "right to left": "أصلحت الاختبار",
    "newline and tab inside": "one\n\ttwo",
    "a no-break space inside": "10\u00a0%",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_text_is_returned_as_it_was_written(text):
    assert clean_text("what", text) == text


REFUSED = {
    "2,001 characters": "x" * 2001,
    "2,001 characters with marks": "e\u0301" * 1000 + "x",
    "NUL": "a\0b",
    "only NUL": "\0",
    "escape": "a\x1bb",
    "bell": "a\x07b",
    "a separator of records": "a\x1eb",
    "delete": "a\x7fb",
    "first of C1": "a\x80b",
    "last of C1": "a\x9fb",
    "lone high surrogate": "a\ud800",
    "lone low surrogate": "\udfffb",
    "a number": 7,
    "nothing": None,
    "bytes": b"text",
    "a list": ["text"],
}


@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED)
def test_what_an_engine_cannot_store_is_refused(value):
    with pytest.raises(Invalid) as refused:
        clean_text("what", value)
    assert [problem.field for problem in refused.value.problems] == ["what"]


@pytest.mark.parametrize(("pasted", "kept"), CASES["kept"])
def test_pasted_breaks_become_newlines_and_joiners_stay(pasted, kept):
    assert clean_text("what", pasted) == kept


@pytest.mark.parametrize("unseen", CASES["nothing"])
def test_characters_that_nobody_sees_are_no_words(unseen):
    assert clean_text("what", unseen) == ""


@pytest.mark.parametrize("blanks", ["", " ", "\n\t ", "\u00a0\u2003"])
def test_blanks_alone_are_no_words(blanks):
    assert clean_text("what", blanks) == ""


def test_blanks_around_the_words_go():
    assert clean_text("what", "\n  Fixed it \t") == "Fixed it"


def test_a_forms_line_ends_become_newlines():
    assert clean_text("what", "one\r\ntwo") == "one\ntwo"


def test_blanks_around_and_line_ends_do_not_count_as_length():
    assert len(clean_text("what", "  " + "x\r\n" * 999 + "xy  ")) == 2000


def test_a_text_that_is_too_long_says_how_long_it_may_be():
    with pytest.raises(Invalid, match="This has 11 characters; shorten it to 10"):
        clean_text("name", "x" * 11, longest=10)
