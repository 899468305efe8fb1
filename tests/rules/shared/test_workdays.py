"""Days of the week as one number."""

import pytest

from webapp.rules.shared.problems import Invalid
from webapp.rules.shared.workdays import WORKDAYS, mask_of, parse_weekdays, weekdays_in


def test_a_mask_holds_weekdays():
    assert weekdays_in(WORKDAYS) == {0, 1, 2, 3, 4}
    assert mask_of([0, 6]) == 0b1000001
    assert parse_weekdays("days", ["0", "6"]) == 0b1000001
    assert parse_weekdays("days", []) == 0


@pytest.mark.parametrize("value", ["7", "-1", "Monday", "", None])
def test_what_is_no_weekday_is_refused(value):
    with pytest.raises(Invalid):
        parse_weekdays("days", ["0", value])
