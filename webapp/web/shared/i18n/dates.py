"""Dates in the person's language, for templates."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial

from babel import Locale
from babel.dates import format_date, format_timedelta
from flask import Flask
from flask_babel import gettext

from webapp.rules.goals.plans import clock_time
from webapp.rules.shared.schedule import Every, Schedule
from webapp.rules.shared.workdays import mask_of, weekdays_in
from webapp.web.shared.clock import now
from webapp.web.shared.i18n.gettext import join_names
from webapp.web.shared.i18n.language import language
from webapp.web.shared.i18n.regions import week_of_request

NEAR = timedelta(days=182)  # half a year; further away, a day without its year is ambiguous


def init_app(app: Flask) -> None:
    """Give templates filters for dates and times of day, and the days of the week."""
    app.jinja_env.globals["week"] = week
    app.jinja_env.filters["full_date"] = full_date
    app.jinja_env.filters["month_heading"] = month_heading
    app.jinja_env.filters["day_of_month"] = day_of_month
    app.jinja_env.filters["day_heading"] = day_heading
    app.jinja_env.filters["short_day"] = short_day
    app.jinja_env.filters["clock_time"] = clock_time
    app.jinja_env.filters["tiny_day"] = tiny_day
    app.jinja_env.filters["axis_day"] = axis_day
    app.jinja_env.filters["weekday_name"] = weekday_name
    app.jinja_env.filters["cadence_name"] = cadence_name
    app.jinja_env.filters["schedule_words"] = schedule_words
    app.jinja_env.filters["weekday"] = partial(_named, "EEEE")
    app.jinja_env.filters["weekday_letter"] = partial(_named, "EEEEE")
    app.jinja_env.filters["month"] = partial(_named, "MMM")


def full_date(day: date) -> str:
    """Return "Tuesday 24 November"."""
    # Translators: a pattern of dates as Unicode's TR35 writes them; order and commas are yours.
    return _format(day, gettext("EEEE d MMMM"), language())


def month_heading(day: str) -> str:
    """Return "November 2026" of an ISO date."""
    # Translators: a month with its year, see above.
    return _format(date.fromisoformat(day), gettext("MMMM y"), language())


def day_of_month(day: str) -> str:
    """Return "Tuesday 24" of an ISO date, for a list under the heading of its month."""
    # Translators: a day in a month that is named above it, see above.
    return _format(date.fromisoformat(day), gettext("EEEE d"), language())


def day_heading(day: str) -> str:
    """Return "Tue 24 Nov 2026" of an ISO date."""
    # Translators: a short date with its year, see above.
    return _format(date.fromisoformat(day), gettext("EEE d MMM y"), language())


def short_day(day: str) -> str:
    """Return "Tue 24 Nov" of an ISO date; with its year if it is not NEAR."""
    if not _is_near(day):
        return day_heading(day)
    # Translators: a short date of these months, see above.
    return _format(date.fromisoformat(day), gettext("EEE d MMM"), language())


def tiny_day(day: str) -> str:
    """Return "24 Nov" of an ISO date, where there is little room; with its year as above."""
    pattern = "d MMM" if _is_near(day) else "d MMM y"
    return _format(date.fromisoformat(day), pattern, language())


def axis_day(day: str) -> str:
    """Return "24 Nov" of an ISO date, for a chart or table whose years are shown beside it."""
    return _format(date.fromisoformat(day), "d MMM", language())


def weekday_name(number: int) -> str:
    """Return "Monday" of 0, up to "Sunday" of 6."""
    return _format(date(2024, 1, 1) + timedelta(days=number), "EEEE", language())


def cadence_name(every: str) -> str:
    """Return the name of how often; every: "once", "daily", "weekly" or "monthly"."""
    names = {
        "once": gettext("Once"),
        "daily": gettext("Daily"),
        "weekly": gettext("Weekly"),
        "monthly": gettext("Monthly"),
    }
    return names[every]


def schedule_words(schedule: Schedule, last: str) -> str:
    """Return "Weekly, Fri, 17:00 · until Fri 18 Dec" of a plan that recurs.

    last: the ISO day on which it ends.
    """
    days = short_weekdays(schedule.weekdays)
    if schedule.every is Every.WEEKLY and not days:
        days = short_weekdays(mask_of([date.fromisoformat(last).weekday()]))
    time = [] if schedule.time_of_day is None else [clock_time(schedule.time_of_day)]
    when = join_names([cadence_name(schedule.every), *days, *time])
    until = gettext("until %(day)s", day=short_day(last))
    return f"{when} · {until}"


def week(width: str) -> list[tuple[int, str]]:
    """Return the days as (0 for Monday, name), in the order of the region's or language's week.

    width: "wide" for "Monday", "abbreviated" for "Mon".
    """
    locale = Locale.parse(language())
    names = locale.days["stand-alone"][width]
    of_region = week_of_request()
    first = of_region.first if of_region else locale.first_week_day
    return [(day % 7, names[day % 7]) for day in range(first, 7 + first)]


def short_weekdays(mask: int) -> list[str]:
    """Return "Mon", "Tue" of a mask of weekdays, in the order of the language's week."""
    chosen = weekdays_in(mask)
    return [name for day, name in week("abbreviated") if day in chosen]


def in_a_while(seconds: int) -> str:
    """Return "in 40 seconds" or "in 3 minutes", rounded up."""
    whole = seconds if seconds <= 90 else -(-seconds // 60) * 60
    away = timedelta(seconds=whole)
    return str(format_timedelta(away, threshold=1.6, add_direction=True, locale=language()))


def _is_near(day: str) -> bool:
    today = datetime.fromtimestamp(now() / 1000, UTC).date()
    return abs(date.fromisoformat(day) - today) < NEAR


def _named(pattern: str, day: date) -> str:
    return _format(day, pattern, language())


@lru_cache(maxsize=1024)  # formatting a date costs 28 us, and lists repeat their days
def _format(day: date, pattern: str, language: str) -> str:
    return str(format_date(day, pattern, locale=language))
