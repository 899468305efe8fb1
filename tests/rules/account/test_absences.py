"""Days off and pauses."""

from datetime import date

import pytest

from webapp.rules.account.absences import Away, parse_away
from webapp.rules.shared.problems import Invalid


def test_a_pause_holds_both_its_ends() -> None:
    away = parse_away("2026-12-30", "2027-01-01")
    assert away.days() == [date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1)]
    assert away.id == "2026-12-30--2027-01-01"


@pytest.mark.parametrize("last", ["", None, "2026-12-24"])
def test_without_a_last_day_it_is_one_day(last: str | None) -> None:
    assert parse_away("2026-12-24", last) == Away(date(2026, 12, 24), date(2026, 12, 24))


@pytest.mark.parametrize(
    ("first", "last", "fields"),
    [
        ("", "", ["first"]),
        ("24.12.2026", "2026-12-31", ["first"]),
        ("2026-02-30", "soon", ["first", "last"]),
        ("1999-12-31", "2000-01-01", ["first"]),
        ("2026-12-24", "9999-12-31", ["last"]),
        ("2026-12-24", "2026-12-23", ["last"]),
        ("2026-01-01", "2027-01-02", ["last"]),
        (None, None, ["first"]),
    ],
)
def test_all_problems_of_a_setting_are_reported_at_once(
    first: str, last: str, fields: list[str]
) -> None:
    with pytest.raises(Invalid) as invalid:
        parse_away(first, last)
    assert [problem.field for problem in invalid.value.problems] == fields


def test_a_pause_that_ends_before_it_starts_says_what_to_do() -> None:
    with pytest.raises(Invalid, match="Choose a last day that is not before the first"):
        parse_away("2026-12-24", "2026-12-01")
