"""Numbers in the person's language, for templates and sentences."""

from babel.numbers import format_decimal, format_percent
from flask import Flask
from flask_babel import gettext, ngettext

from webapp.web.shared.i18n.language import language

DAY, HOUR = 8 * 60, 60  # working minutes


def init_app(app: Flask) -> None:
    """Give templates a filter for each way to write a number."""
    for way in (number, rounded, share, percent, typed, working_time):
        app.jinja_env.filters[way.__name__] = way


def number(value: float) -> str:
    """ "1,234.5": at most six digits after the mark, where there are any."""
    return str(format_decimal(value, "#,##0.######", locale=language()))


def rounded(value: float, digits: int = 1, sign: bool = False) -> str:
    """ "7.4", with "+" or "−" in front where `sign` matters; 7 stays 7 without digits."""
    pattern = "0." + "0" * digits if digits else "0"
    written = str(format_decimal(abs(round(value, digits)), format=pattern, locale=language()))
    if round(value, digits) < 0:
        return f"\u2212{written}"
    return f"+{written}" if sign and round(value, digits) > 0 else written


def share(value: float) -> str:
    """ "7.5%" of 0.075."""
    return str(format_percent(value, "#,##0.#%", locale=language()))


def percent(share: float) -> str:
    """The whole per cents of a share 0-1, without the sign."""
    return rounded(100 * share, 0)


def typed(value: object) -> str:
    """A number as a form field gives it back: as it was typed, or short; "" for none."""
    return f"{value:.15g}" if isinstance(value, float) else str(value or "")


def working_time(minutes: float) -> str:
    """ "2.5 days" or "3 hours" of working time; under an hour, minutes."""
    if minutes >= DAY:
        days = round(minutes / DAY, 1)
        written = rounded(days, 0 if days == int(days) else 1)
        return str(ngettext("%(days)s day", "%(days)s days", max(1, round(days)), days=written))
    if minutes >= HOUR:
        return str(ngettext("%(num)s hour", "%(num)s hours", round(minutes / HOUR)))
    return str(gettext("%(num)s min", num=round(minutes)))
