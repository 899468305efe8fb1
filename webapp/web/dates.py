"""Dates in the person's language, for templates."""

from datetime import date, timedelta
from functools import lru_cache, partial

from babel.dates import format_date, format_timedelta
from flask import Flask
from flask_babel import gettext

from webapp.rules.plans import clock_time
from webapp.web.words import language


def init_app(app: Flask) -> None:
    """Give templates filters for dates, for times of day and for the calendar."""
    app.jinja_env.filters["full_date"] = full_date
    app.jinja_env.filters["day_heading"] = day_heading
    app.jinja_env.filters["short_day"] = short_day
    app.jinja_env.filters["clock_time"] = clock_time
    app.jinja_env.filters["tiny_day"] = tiny_day
    app.jinja_env.filters["weekday_name"] = weekday_name
    app.jinja_env.filters["weekday"] = partial(_named, "EEEE")
    app.jinja_env.filters["weekday_letter"] = partial(_named, "EEEEE")
    app.jinja_env.filters["month"] = partial(_named, "MMM")


def full_date(day: date) -> str:
    """ "Tuesday 24 November"."""
    # Translators: a pattern of dates as Unicode's TR35 writes them; order and commas are yours.
    return _format(day, gettext("EEEE d MMMM"), language())


def day_heading(day: str) -> str:
    """ "Tue 24 Nov 2026" of an ISO date."""
    # Translators: a short date with its year, see above.
    return _format(date.fromisoformat(day), gettext("EEE d MMM y"), language())


def short_day(day: str) -> str:
    """ "Tue 24 Nov" of an ISO date, where the year goes without saying."""
    # Translators: a short date of this year, see above.
    return _format(date.fromisoformat(day), gettext("EEE d MMM"), language())


def tiny_day(day: str) -> str:
    """ "24 Nov" of an ISO date, where there is little room."""
    return _format(date.fromisoformat(day), "d MMM", language())


def weekday_name(number: int) -> str:
    """ "Monday" of 0, up to "Sunday" of 6."""
    return _format(date(2024, 1, 1) + timedelta(days=number), "EEEE", language())


def in_a_while(seconds: int) -> str:
    """ "in 40 seconds", "in 3 minutes": never less than it is."""
    whole = seconds if seconds <= 90 else -(-seconds // 60) * 60
    away = timedelta(seconds=whole)
    return str(format_timedelta(away, threshold=1.6, add_direction=True, locale=language()))


def _named(pattern: str, day: date) -> str:
    return _format(day, pattern, language())


@lru_cache(maxsize=1024)  # formatting a date costs 28 us, and lists repeat their days
def _format(day: date, pattern: str, language: str) -> str:
    return str(format_date(day, pattern, locale=language))
