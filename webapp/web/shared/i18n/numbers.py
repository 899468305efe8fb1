"""Numbers in the person's language, for templates and sentences."""

import math

from babel.numbers import format_decimal, format_percent
from flask import Flask
from flask_babel import gettext, ngettext

from webapp.rules.shared import number_formats as rules
from webapp.rules.shared.numbers import FURTHEST, signs_of
from webapp.web.shared.i18n.language import language
from webapp.web.shared.i18n.number_formats import format_in

DAY, HOUR = 8 * 60, 60  # working minutes


def init_app(app: Flask) -> None:
    """Give templates a filter for each way to write a number."""
    for way in (number, brief, rounded, share, percent, typed, signs_of, working_time):
        app.jinja_env.filters[way.__name__] = way


def number(value: float) -> str:
    """Return "1,234.5": all that is known of it, so that it can be typed again."""
    return rules.formatted(value, format_in(language()))


def brief(value: float) -> str:
    """Return "1,234.5" with at most six digits of its fraction, for scales that nobody typed."""
    return rules.brief(value, format_in(language()))


def rounded(value: float, digits: int = 1, sign: bool = False) -> str:
    """Return "7.4", with `sign` "+7.4", with a minus if it is less than 0; without digits "7"."""
    if not abs(value) < FURTHEST:  # babel keeps 28 digits, and cannot round more
        return number(round(value) if math.isfinite(value) else value)
    pattern = "0." + "0" * digits if digits else "0"
    written = str(format_decimal(abs(round(value, digits)), format=pattern, locale=language()))
    minus = format_in(language()).minus
    if round(value, digits) < 0:
        return minus + written
    plus = minus.replace(rules.MINUS, "+")
    return plus + written if sign and round(value, digits) > 0 else written


def share(value: float) -> str:
    """Return "7.5%" of 0.075."""
    if not abs(value) < FURTHEST:
        return number(value)
    return str(format_percent(value, "#,##0.#%", locale=language()))


def percent(share: float) -> str:
    """Return a share from 0 to 1 in whole per cent, without the sign."""
    return rounded(100 * share, 0)


def typed(value: object) -> str:
    """Return what a form field holds: "1234.5", text as it was typed, or "" for none."""
    if isinstance(value, int | float):
        return rules.typed(value, format_in(language()))
    return str(value or "")


def working_time(minutes: float) -> str:
    """Return "2.5 working days" or "3 working hours"; under an hour, minutes.

    The unit is said, since the list of decisions counts calendar days.
    """
    if minutes >= DAY:
        return _working_days(round(minutes / DAY, 1))
    if minutes >= HOUR:
        return str(ngettext("%(num)s working hour", "%(num)s working hours", round(minutes / HOUR)))
    return str(gettext("%(num)s min of working time", num=round(minutes)))


def _working_days(days: float) -> str:
    # A fraction has a sentence of its own: 2.5 is neither "two days" nor counted like 2 or 3.
    if days != int(days):
        return str(gettext("%(days)s working days", days=rounded(days)))
    return str(ngettext("%(num)s working day", "%(num)s working days", int(days)))
