"""Settings."""

import pytest

from tests.make import Someone
from tests.web.conftest import Browser


def test_the_hour_at_which_a_day_starts_can_be_chosen(as_ana: Browser, ana: Someone) -> None:
    assert as_ana.post("/settings/?_method=PATCH", day_start="360").status_code == 303
    assert ana.me.day_start == 360


@pytest.mark.parametrize("value", ["", "-60", "61", "1500", "four", "٤"])
def test_an_hour_that_is_none_changes_nothing(as_ana: Browser, ana: Someone, value: str) -> None:
    assert as_ana.post("/settings/?_method=PATCH", day_start=value).status_code == 422
    assert ana.me.day_start == 240
