"""What a preset can hold."""

import pytest

from webapp.rules.capture.presets import MOST_PRESETS, STARTERS, NewPreset, parse_preset
from webapp.rules.shared.problems import Invalid


def test_a_name_is_enough() -> None:
    assert parse_preset(" Unblocked  Ben ", None, None, None, None) == NewPreset("Unblocked Ben")


def test_it_carries_what_makes_a_counted_win() -> None:
    given = ("Cut rework", "process", "Quality", "2 hours\r\na week", "1")
    expected = NewPreset("Cut rework", "process", "Quality", "2 hours\na week", True)
    assert parse_preset(*given) == expected


@pytest.mark.parametrize("what", ["", "   ", None, "x" * 81, "a\0b"])
def test_a_name_that_is_none_is_refused(what: str | None) -> None:
    with pytest.raises(Invalid) as invalid:
        parse_preset(what, "quick", "", "", None)
    assert [problem.field for problem in invalid.value.problems] == ["what"]


def test_all_problems_are_reported_at_once() -> None:
    with pytest.raises(Invalid) as invalid:
        parse_preset("", "great", "y" * 61, "z" * 2001, None)
    assert [problem.field for problem in invalid.value.problems] == [
        "what",
        "kind",
        "area",
        "impact",
    ]


def test_the_five_usual_wins_are_presets_and_leave_room() -> None:
    assert len(STARTERS) == 5 < MOST_PRESETS
    for starter in STARTERS:
        assert parse_preset(starter.what, starter.kind, "", "", None) == starter
