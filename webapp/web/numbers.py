"""Numbers in the person's language, for templates and sentences."""

from babel.numbers import format_decimal
from flask import Flask
from flask_babel import gettext, ngettext

from webapp.web.words import language

DAY, HOUR = 8 * 60, 60  # working minutes


def init_app(app: Flask) -> None:
    """Give templates the filters number, percent and working_time."""
    app.jinja_env.filters["number"] = number
    app.jinja_env.filters["percent"] = percent
    app.jinja_env.filters["working_time"] = working_time


def number(value: float, digits: int = 1, sign: bool = False) -> str:
    """ "7.4", with "+" or "−" in front where `sign` matters; 7 stays 7 without digits."""
    pattern = "0." + "0" * digits if digits else "0"
    written = str(format_decimal(abs(round(value, digits)), format=pattern, locale=language()))
    if round(value, digits) < 0:
        return f"\u2212{written}"
    return f"+{written}" if sign and round(value, digits) > 0 else written


def percent(share: float) -> str:
    """The whole per cents of a share 0-1, without the sign."""
    return number(100 * share, 0)


def working_time(minutes: float) -> str:
    """ "2.5 days" or "3 hours" of working time; under an hour, minutes."""
    if minutes >= DAY:
        days = round(minutes / DAY, 1)
        written = number(days, 0 if days == int(days) else 1)
        return str(ngettext("%(days)s day", "%(days)s days", max(1, round(days)), days=written))
    if minutes >= HOUR:
        return str(ngettext("%(num)s hour", "%(num)s hours", round(minutes / HOUR)))
    return str(gettext("%(num)s min", num=round(minutes)))
