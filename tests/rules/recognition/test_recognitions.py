"""What thanks may say (R33)."""

from typing import Any

import pytest

from webapp.rules.recognition.effort import effort_hint, effort_words
from webapp.rules.recognition.recognitions import (
    LONGEST,
    filled_in,
    has_own_why,
    own_words,
    parse_recognition,
)
from webapp.rules.shared.problems import Invalid

WIN = "7/3b0c0d0e-0000-4000-8000-000000000001"
SAID = {"wins": [WIN], "achieved": "From 14 steps to 6"}


def test_both_texts_share_their_length() -> None:
    said = parse_recognition({**SAID, "achieved": "a" * 200, "matters": "b" * 80}, 0)
    assert len(said.achieved + said.matters) == LONGEST
    with pytest.raises(Invalid):
        parse_recognition({**SAID, "achieved": "a" * 200, "matters": "b" * 81}, 0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"wins": []},
        {"wins": WIN},
        {"wins": [WIN] * 11},
        {"wins": [WIN.partition("/")[2]]},
        {"wins": [f"0{WIN}"]},
        {"wins": [7]},
        {"achieved": ""},
        {"achieved": None},
        {"matters": 7},
        {"value": "Make it easy"},
        {"to_team": "yes"},
    ],
)
def test_anything_else_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        parse_recognition({**SAID, **wrong}, 0)


def test_a_win_is_cited_once() -> None:
    assert len(parse_recognition({**SAID, "wins": [WIN, WIN]}, 0).wins) == 1


def test_words_of_ones_own_are_those_that_are_not_in_the_win() -> None:
    win = ["Cut the list", "From 14 to 6"]
    assert own_words("The LIST is short, so short: 6", win) == ["is", "short", "so"]
    assert has_own_why("Nights are free", win)
    assert not has_own_why("The list: nights free", win)


def test_what_is_filled_in_fits() -> None:
    assert filled_in(["Cut the list", "", "From 14\nto 6"]) == "Cut the list – From 14 to 6"
    long = filled_in(["word " * 100])
    assert len(long) <= LONGEST
    assert long.endswith("word…")
    assert len(filled_in(["x" * 400])) == LONGEST


@pytest.mark.parametrize(
    "text", ["Great job!", "Thank you so much for all your hard work", "شكراً لك على جهودك"]
)
def test_praise_of_effort_gets_a_hint(text: str) -> None:
    assert effort_hint(text) is not None
    assert effort_hint("Cut the list to 6 steps", text) is not None


@pytest.mark.parametrize(
    "text", ["", "Great: releases take one hour", "Thursday nights are free", "الإصدار أسرع الآن"]
)
def test_an_outcome_gets_none(text: str) -> None:
    assert effort_hint(text) is None


def test_a_phone_gets_the_same_words() -> None:
    effort, between = (said.split() for said in effort_words())
    assert {"thanks", "شكرا"} <= set(effort)
    assert {"you", "لك"} <= set(between)
