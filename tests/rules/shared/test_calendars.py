"""Which days a person works."""

from datetime import date

from webapp.rules.shared.calendars import Calendar, Pause

FRIDAY, SATURDAY, MONDAY, TUESDAY = (date(2026, 11, day) for day in (20, 21, 23, 24))


def test_days_off_and_pauses_are_no_working_days():
    pause = Pause(date(2026, 12, 1), date.max)
    calendar = Calendar(days_off=frozenset({TUESDAY}), pauses=(pause,))
    assert [calendar.works(day) for day in (FRIDAY, SATURDAY, MONDAY, TUESDAY)] == [
        True,
        False,
        True,
        False,
    ]
    assert not calendar.works(date(2026, 12, 1))


def test_the_first_day_is_not_counted_and_the_last_is():
    assert Calendar().has_more_working_days(0, FRIDAY, MONDAY)
    assert not Calendar().has_more_working_days(1, FRIDAY, MONDAY)
    assert Calendar().has_more_working_days(1, FRIDAY, TUESDAY)
    assert not Calendar().has_more_working_days(0, MONDAY, FRIDAY)
