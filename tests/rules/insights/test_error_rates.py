"""The trend gate errs as rarely as promised (H1); `python -m bench.rates` prints all rates."""

import pytest

from tests.support.lives import Life
from tests.support.rates import NULL, ever_told_rising, outside_usual, told_at
from webapp.rules.insights.trends import Direction

pytestmark = pytest.mark.long
LIVES = 4000


@pytest.mark.parametrize("weeks", range(4, 13))
def test_without_a_trend_one_is_rarely_reported(weeks):
    result = told_at(weeks, NULL, LIVES, seed=weeks)
    assert result[Direction.RISING] <= 0.06
    assert result[Direction.FALLING] <= 0.06


def test_a_rise_of_four_points_over_six_weeks_is_found():
    assert told_at(6, Life(rise=4, level=4), 1000, seed=1)[Direction.RISING] >= 0.55


def test_looking_every_week_for_half_a_year_misleads_few():
    assert ever_told_rising(NULL, 2000, seed=2) <= 0.30


def test_without_a_change_the_next_answer_is_rarely_outside_the_usual():
    assert max(outside_usual(8, NULL, 1000, seed=9)) <= 0.10
