"""Our statistics agree with SciPy on 1,000 random inputs each, ties included (H2)."""

from functools import cache
from itertools import combinations, permutations
from random import Random

import pytest
import scipy  # `scipy.stats` takes a second to load: it does so when it is used

from webapp.rules.statistics.fisher import fisher
from webapp.rules.statistics.mann_kendall import mann_kendall
from webapp.rules.statistics.mann_whitney import mann_whitney
from webapp.rules.statistics.theil_sen import theil_sen
from webapp.rules.statistics.wilson import wilson

pytestmark = pytest.mark.long

INPUTS = 1000


def test_mann_kendall_without_ties_is_exact():
    rng = Random(1)
    for _ in range(INPUTS):
        n = rng.randint(3, 8)
        values = rng.sample(range(100), n)
        expected = scipy.stats.kendalltau(range(n), values, method="exact").pvalue
        assert mann_kendall(values).p == pytest.approx(expected, abs=1e-12), values


def test_mann_kendall_with_ties_is_that_of_all_orders():
    rng = Random(2)
    for _ in range(INPUTS):
        values = [rng.randint(0, 4) for _ in range(rng.randint(2, 7))]
        ours = mann_kendall(values)
        far = [s for s in all_of_s(tuple(sorted(values))) if abs(s) >= abs(ours.s)]
        assert ours.p == len(far) / len(all_of_s(tuple(sorted(values)))), values


@cache
def all_of_s(values):
    """Return S of every order of `values`, by trying all."""
    return [
        sum((b > a) - (b < a) for a, b in combinations(order, 2)) for order in permutations(values)
    ]


def test_mann_kendall_of_many_is_the_normal_one_with_continuity():
    rng = Random(3)
    for _ in range(INPUTS):
        n = rng.randint(9, 30)
        values = [rng.randint(0, rng.choice([2, 5, 40])) for _ in range(n)]
        ours = mann_kendall(values)
        assert ours.p == pytest.approx(normal_with_continuity(values, ours.s), abs=1e-12), values


def normal_with_continuity(values, s):
    """Return p like SciPy's with ties, but with a continuity correction.

    It moves SciPy's z closer to 0 by one of |s|.
    """
    if s == 0:
        return 1.0
    plain = scipy.stats.kendalltau(range(len(values)), values, method="asymptotic").pvalue
    z = scipy.stats.norm.isf(plain / 2)
    return 2 * scipy.stats.norm.sf(z * (abs(s) - 1) / abs(s))


@pytest.mark.parametrize("confidence", [0.80, 0.90, 0.95])
def test_theil_sen(confidence):
    rng = Random(4)
    for _ in range(INPUTS):
        times = sorted(rng.sample(range(20), rng.randint(2, 12)))
        values = [rng.randint(0, rng.choice([3, 30])) / 3 for _ in times]
        slope = theil_sen(times, values, confidence)
        expected = scipy.stats.theilslopes(values, times, confidence)
        ours = (slope.median, slope.range.low, slope.range.high)
        assert ours == pytest.approx((expected.slope, expected.low_slope, expected.high_slope)), (
            values
        )


def test_wilson():
    rng = Random(5)
    for _ in range(INPUTS):
        total = rng.randint(1, 60)
        hits, confidence = rng.randint(0, total), rng.choice([0.8, 0.9, 0.95])
        expected = scipy.stats.binomtest(hits, total).proportion_ci(confidence, "wilson")
        ours = wilson(hits, total, confidence)
        assert (ours.low, ours.high) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_fisher():
    rng = Random(6)
    for _ in range(INPUTS):
        a, b, c, d = (rng.randint(0, 15) for _ in range(4))
        expected = scipy.stats.fisher_exact([[a, b], [c, d]]).pvalue
        assert fisher(a, b, c, d) == pytest.approx(expected, abs=1e-12), (a, b, c, d)


def test_mann_whitney_without_ties_is_exact():
    rng = Random(7)
    for _ in range(INPUTS):
        n, m = rng.randint(1, 12), rng.randint(1, 12)
        pooled = rng.sample(range(200), n + m)
        expected = scipy.stats.mannwhitneyu(pooled[:n], pooled[n:], method="exact").pvalue
        assert mann_whitney(pooled[:n], pooled[n:]) == pytest.approx(expected, abs=1e-12), pooled


@pytest.mark.long
def test_mann_whitney_with_ties_is_that_of_all_permutations():
    rng, every = Random(8), scipy.stats.PermutationMethod(n_resamples=1000)
    for _ in range(INPUTS):
        n, m = rng.randint(2, 5), rng.randint(2, 5)  # 252 permutations at most
        pooled = [rng.randint(0, 4) for _ in range(n + m)]
        expected = scipy.stats.mannwhitneyu(pooled[:n], pooled[n:], method=every).pvalue
        assert mann_whitney(pooled[:n], pooled[n:]) == pytest.approx(expected, abs=1e-12), pooled


def test_mann_whitney_of_many_is_the_normal_one_with_both_corrections():
    rng = Random(9)
    for _ in range(INPUTS):
        n, m = rng.randint(21, 40), rng.randint(21, 40)
        pooled = [rng.randint(0, rng.choice([1, 5, 90])) for _ in range(n + m)]
        expected = scipy.stats.mannwhitneyu(pooled[:n], pooled[n:], method="asymptotic").pvalue
        assert mann_whitney(pooled[:n], pooled[n:]) == pytest.approx(expected, abs=1e-12), pooled
