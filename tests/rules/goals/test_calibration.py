"""Stated confidence compared with what was met (R12)."""

import pytest

from webapp.rules.goals.calibration import BINS, Stated, brier_score, calibrate

TEN = [
    *[Stated(9, True)] * 3,
    Stated(10, False),
    *[Stated(7, True)] * 2,
    Stated(8, False),
    Stated(5, True),
    *[Stated(2, False)] * 2,
]


def test_nine_goals_are_too_few():
    result = calibrate(TEN[:9])
    assert (result.goals, result.missing, result.bins, result.brier) == (9, 1, (), None)


def test_the_table_sets_stated_beside_met():
    result = calibrate(TEN)
    assert (result.goals, result.missing) == (10, 0)
    table = [(b.low, b.high, b.goals, b.met, round(b.stated, 3)) for b in result.bins]
    assert table == [
        (0, 2, 2, 0, 0.2),
        (5, 6, 1, 1, 0.5),
        (7, 8, 3, 2, 0.733),
        (9, 10, 4, 3, 0.925),
    ]


def test_the_brier_score_is_worked_out_by_hand():
    """3 * .01 + 1 + 2 * .09 + .64 + .25 + 2 * .04 = 2.18, over ten."""
    assert calibrate(TEN).brier == pytest.approx(0.218)


def test_the_brier_score_has_its_ends():
    assert brier_score([Stated(10, True), Stated(0, False)]) == 0.0
    assert brier_score([Stated(10, False)]) == 1.0
    assert brier_score([Stated(5, False)]) == 0.25


def test_each_answer_is_in_one_bin():
    assert [stated for low, high in BINS for stated in range(low, high + 1)] == list(range(11))


def test_a_bin_has_the_range_of_its_share():
    first = calibrate(TEN).bins[0]
    assert first.range.low == 0.0
    assert first.range.high < 0.6


def said(confidence, met, goals):
    return [Stated(confidence, number < met) for number in range(goals)]


@pytest.mark.parametrize(
    ("stated", "named"),
    [
        ([*said(7, 3, 9), *said(5, 1, 2)], (7, 8)),  # by hand: 2 * P(3 or fewer of 9) = 0.05
        ([*said(2, 9, 10), *said(9, 9, 10)], (0, 2)),
        ([*said(7, 7, 9), *said(5, 1, 2)], None),
        ([*said(10, 9, 10)], None),  # 10 is a rounded answer
        ([*said(9, 0, 1), *said(5, 5, 9)], None),  # one goal says nothing
    ],
)
def test_the_largest_gap_that_chance_does_not_explain_is_named(stated, named):
    gap = calibrate(stated).largest_gap
    assert (gap and (gap.low, gap.high)) == named
