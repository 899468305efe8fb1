"""The segments of a goal's bar."""

import pytest

from webapp.domain.goals.marks import Mark
from webapp.rules.goals.progress import segments_of


def tick(key: int, *, done: bool) -> Mark:
    return Mark(key, "Seen", None, "", own=done, done=done, value=None)


def number(target: float, value: float | None, *, done: bool = False) -> Mark:
    return Mark(9, "", target, "calls", own=done, done=done, value=value)


def test_each_line_has_a_segment_that_is_empty_or_full() -> None:
    segments = segments_of([tick(1, done=True), tick(2, done=False)])
    assert [(one.key, one.is_full) for one in segments] == [(1, True), (2, False)]


@pytest.mark.parametrize(("value", "filled"), [(None, [0] * 3), (1.5, [1, 0.5, 0]), (4, [1] * 3)])
def test_a_small_number_alone_has_one_for_each_unit(value, filled) -> None:  # type: ignore[no-untyped-def]
    assert [one.filled for one in segments_of([number(3, value)])] == filled


@pytest.mark.parametrize("target", [0.5, 1, 2.5, 11, 1500])
def test_any_other_number_has_one_that_fills_up(target: float) -> None:
    [segment] = segments_of([number(target, target / 2)])
    assert (segment.length, segment.filled, segment.is_full) == (target, target / 2, False)


def test_beside_a_line_a_number_is_one_criterion() -> None:
    segments = segments_of([tick(1, done=False), number(3, 3, done=True)])
    assert [one.is_full for one in segments] == [False, True]


def test_without_criteria_there_is_no_bar() -> None:
    assert segments_of([]) == []
