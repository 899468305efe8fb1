"""Written dates: with their year if they are far away."""

import pytest
from flask import Flask

from webapp.web.shared.i18n.dates import axis_day, short_day, tiny_day

# The clock shows Sunday 22 November 2026.
SAYS = [
    ("2026-11-24", "Tue 24 Nov", "24 Nov"),
    ("2026-05-25", "Mon 25 May", "25 May"),
    ("2026-05-24", "Sun 24 May 2026", "24 May 2026"),
    ("2027-05-22", "Sat 22 May", "22 May"),
    ("2027-05-23", "Sun 23 May 2027", "23 May 2027"),
    ("2019-11-24", "Sun 24 Nov 2019", "24 Nov 2019"),
]


@pytest.mark.parametrize(("day", "short", "tiny"), SAYS)
def test_a_day_half_a_year_away_or_more_has_its_year(
    app: Flask, day: str, short: str, tiny: str
) -> None:
    with app.test_request_context():
        assert (short_day(day), tiny_day(day)) == (short, tiny)


def test_an_axis_has_room_for_no_year(app: Flask) -> None:
    with app.test_request_context():
        assert axis_day("2019-11-24") == "24 Nov"
