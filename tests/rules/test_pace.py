"""How long it takes at the pace so far."""

import pytest

from webapp.rules.pace import days_to_go


@pytest.mark.parametrize(
    ("missing", "seen", "days", "left"),
    [(2, 4, 56, 28), (1, 3, 56, 19), (0, 0, 56, 0), (-1, 3, 56, 0), (8, 0, 56, None)],
)
def test_it_goes_on_as_it_went(missing, seen, days, left):
    assert days_to_go(missing, seen, days) == left
