"""How unusual a number of hits is."""

import pytest

from webapp.rules.statistics.binomial import two_sided


@pytest.mark.parametrize(
    ("hits", "total", "share", "expected"),
    [
        (0, 3, 0.5, 0.25),  # twice an eighth
        (3, 3, 0.5, 0.25),
        (1, 2, 0.5, 1.0),  # the expected number is never unusual
        (0, 1, 0.9, 0.2),
        (5, 10, 0.8, 0.065587),  # 2 * P(X <= 5), X of 10 at 0.8
    ],
)
def test_the_p_value_is_exact(hits, total, share, expected):
    assert two_sided(hits, total, share) == pytest.approx(expected, abs=1e-6)
