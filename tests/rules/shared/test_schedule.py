"""When plans are due (R19 cadence, R23)."""

from datetime import UTC, date, datetime

import pytest

from webapp.rules.shared.schedule import (
    Every,
    Schedule,
    due_moment,
    occurrences,
    open_occurrence,
    recent_occurrences,
)
from webapp.rules.shared.workdays import mask_of

FRIDAYS = Schedule(Every.WEEKLY, mask_of([4]))


def days(schedule, first, last):
    return [str(day) for day in occurrences(schedule, date.fromisoformat(first), _(last))]


def _(text):
    return date.fromisoformat(text)


def test_a_plan_for_once_falls_due_on_its_day_and_no_other():  # R19
    assert days(Schedule(), "2026-11-20", "2026-11-27") == ["2026-11-27"]
    assert days(Schedule(), "2026-11-28", "2026-11-27") == []
    assert open_occurrence(Schedule(), _("2100-12-31"), _("2026-11-22")) == _("2100-12-31")


def test_recurring_plans_make_one_occurrence_per_period():  # R23
    assert days(FRIDAYS, "2026-11-22", "2026-12-20") == [
        "2026-11-27", "2026-12-04", "2026-12-11", "2026-12-18",
    ]  # fmt: skip


def test_weekly_on_given_days_makes_one_on_each_of_them():  # R19
    twice = Schedule(Every.WEEKLY, mask_of([0, 3]))
    assert days(twice, "2026-11-23", "2026-12-03") == [
        "2026-11-23", "2026-11-26", "2026-11-30", "2026-12-03",
    ]  # fmt: skip


def test_weekly_without_a_weekday_takes_that_of_its_last_day():
    assert days(Schedule(Every.WEEKLY), "2026-11-22", "2026-12-02") == ["2026-11-25", "2026-12-02"]


def test_daily_can_be_every_day_or_on_chosen_ones():  # R19
    assert len(days(Schedule(Every.DAILY), "2026-11-01", "2026-11-30")) == 30
    workdays = Schedule(Every.DAILY, mask_of(range(5)))
    assert len(days(workdays, "2026-11-01", "2026-11-30")) == 21


def test_monthly_on_the_31st_falls_on_the_last_day_of_shorter_months():  # R19
    ends = Schedule(Every.MONTHLY, month_day=31)
    assert days(ends, "2027-01-01", "2027-04-30") == [
        "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30",
    ]  # fmt: skip


def test_29_february_is_an_occurrence_in_leap_years():
    monthly = Schedule(Every.MONTHLY, month_day=29)
    assert days(monthly, "2028-02-01", "2028-03-31") == ["2028-02-29", "2028-03-29"]
    assert days(monthly, "2027-02-01", "2027-02-28") == ["2027-02-28"]
    assert days(Schedule(), "2028-02-01", "2028-02-29") == ["2028-02-29"]


@pytest.mark.parametrize(
    ("today", "due"),
    [
        ("2026-11-22", "2026-11-27"),
        ("2026-11-27", "2026-11-27"),
        ("2026-11-28", "2026-12-04"),
        ("2027-05-01", "2026-12-18"),
    ],
)
def test_the_open_occurrence_is_the_next_one_and_at_the_end_the_last(today, due):
    assert open_occurrence(FRIDAYS, _("2026-12-20"), _(today)) == _(due)


def test_the_recent_ones_come_newest_first_and_never_from_before_the_plan():
    recent = recent_occurrences(FRIDAYS, _("2026-11-22"), _("2026-12-20"), _("2026-12-10"), 4)
    assert list(recent) == [_("2026-12-04"), _("2026-11-27")]


def test_a_change_of_the_clock_neither_doubles_nor_drops_an_occurrence():
    sundays = Schedule(Every.WEEKLY, mask_of([6]))
    assert days(sundays, "2026-10-18", "2026-11-01") == ["2026-10-18", "2026-10-25", "2026-11-01"]
    assert len(days(Schedule(Every.DAILY), "2026-03-28", "2026-03-30")) == 3


@pytest.mark.parametrize(
    ("day", "minutes", "utc"),
    [
        ("2026-11-27", 17 * 60, "2026-11-27T16:00"),
        ("2026-07-03", 17 * 60, "2026-07-03T15:00"),
        ("2026-03-29", 150, "2026-03-29T01:30"),  # 02:30 is skipped
        ("2026-10-25", 150, "2026-10-25T00:30"),  # 02:30 comes twice
        ("2026-11-27", None, "2026-11-28T03:00"),  # the next day starts at 04:00
        ("2026-10-24", None, "2026-10-25T03:00"),
    ],
)
def test_the_time_of_day_is_that_of_the_persons_clock(day, minutes, utc):
    moment = due_moment(_(day), minutes, 240, "Europe/Berlin")
    assert datetime.fromtimestamp(moment / 1000, UTC).strftime("%Y-%m-%dT%H:%M") == utc
