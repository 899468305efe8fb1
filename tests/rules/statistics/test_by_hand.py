"""Small figures that can be worked out on paper."""

import pytest

from webapp.rules.statistics.fisher import fisher
from webapp.rules.statistics.mann_kendall import MannKendall, mann_kendall, orders_by_inversions
from webapp.rules.statistics.mann_whitney import mann_whitney, tendency
from webapp.rules.statistics.quartiles import Duration, Quartiles, quartiles
from webapp.rules.statistics.theil_sen import theil_sen
from webapp.rules.statistics.wilson import wilson


@pytest.mark.parametrize(
    ("values", "s", "p"),
    [
        ((), 0, 1),
        ((5,), 0, 1),
        ((5, 5, 5, 5), 0, 1),
        ((1, 2, 3, 4), 6, 2 / 24),
        ((4, 3, 2, 1), -6, 2 / 24),
        ((1, 2, 4, 3), 4, 8 / 24),
        ((1, 1, 2, 2), 4, 2 / 6),
        ((1, 1, 1, 2), 3, 2 / 4),
    ],
)
def test_of_so_many_orders_so_few_are_as_steep(values, s, p):
    assert mann_kendall(values) == MannKendall(s, p, exact=True)


def test_orders_are_counted_by_their_inversions():
    assert orders_by_inversions((1, 1, 1)) == [1, 2, 2, 1]
    assert orders_by_inversions((2, 1)) == [1, 1, 1]
    assert sum(orders_by_inversions((2, 3, 3))) == 560  # 8! / (2! 3! 3!)


def test_above_eight_the_normal_one_is_taken():
    assert mann_kendall([5] * 9) == MannKendall(0, 1.0, exact=False)
    assert mann_kendall(range(8)).exact
    # S = 36, variance 9 * 8 * 23 / 18 = 92, z = 35 / 9.592
    assert mann_kendall(range(9)).p == pytest.approx(0.000263, abs=1e-6)


def test_the_slope_is_the_median_of_all_slopes():
    """Slopes 1, 2, 3, 3, 4, 5 in pairs of (0, 1, 4, 9) at 0, 1, 2, 3: median 3."""
    slope = theil_sen([0, 1, 2, 3], [0, 1, 4, 9], 0.9)
    assert (slope.median, slope.range.low, slope.range.high) == (3.0, 1.0, 5.0)


def test_the_slope_heeds_real_distances_and_no_order():
    assert theil_sen([9, 0, 3], [3, 0, 1], 0.9).median == pytest.approx(1 / 3)


def test_six_of_eight_is_somewhere_from_a_half_to_nine_tenths():
    found = wilson(6, 8)
    assert (found.low, found.high) == (
        pytest.approx(0.5237, abs=1e-4),
        pytest.approx(0.8911, abs=1e-4),
    )


def test_nothing_seen_says_nothing():
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0.0, 1.0)
    assert wilson(0, 5).low == 0.0
    assert wilson(5, 5).high == 1.0


def test_the_lady_tasting_tea():
    assert fisher(3, 1, 1, 3) == pytest.approx(34 / 70)
    assert fisher(4, 0, 0, 4) == pytest.approx(2 / 70)
    assert fisher(0, 0, 3, 4) == fisher(0, 3, 0, 4) == 1.0


def test_four_against_four_apart():
    assert mann_whitney([1, 2, 3, 4], [5, 6, 7, 8]) == pytest.approx(2 / 70)
    assert mann_whitney([1, 2], [1, 2]) == 1.0
    assert mann_whitney([], [1]) == 1.0
    assert mann_whitney([7] * 30, [7] * 30) == 1.0


def test_the_tendency_has_the_sign_of_the_difference():
    assert tendency([1, 2], [3, 2]) == 3
    assert tendency([3], [1]) == -1


def waits(*over, still=()):
    return [*(Duration(length, True) for length in over), *(Duration(age, False) for age in still)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (waits(), Quartiles(None, None, None)),
        (waits(7), Quartiles(7, 7, 7)),
        (waits(1, 2, 3, 4), Quartiles(1.5, 2.5, 3.5)),
        (waits(1, 2, 3, 4, 5), Quartiles(2, 3, 4)),
        (waits(still=(9, 9)), Quartiles(None, None, None)),
        (waits(1, 2, still=(5, 6)), Quartiles(1.5, 2, None)),  # half are over, none later
        (waits(1, 2, still=(5, 6, 7)), Quartiles(2, None, None)),  # not reached yet
        (waits(1, 4, 6, still=(2, 3)), Quartiles(4, 4, 6)),  # .8, then .4, then 0
        (waits(2, 4, still=(2,)), Quartiles(2, 4, 4)),  # one that waits 2 is longer than 2
    ],
)
def test_what_is_not_over_counts_as_longer(given, expected):
    assert quartiles(given) == expected
