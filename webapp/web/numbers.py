"""Numbers in the person's language, for templates."""

from babel.numbers import format_decimal, format_percent
from flask import Flask

from webapp.web.words import language


def init_app(app: Flask) -> None:
    """Give templates the filters number, share and typed."""
    app.jinja_env.filters["number"] = number
    app.jinja_env.filters["share"] = share
    app.jinja_env.filters["typed"] = typed


def number(value: float) -> str:
    """ "1,234.5": at most six digits after the mark, where there are any."""
    return str(format_decimal(value, "#,##0.######", locale=language()))


def share(value: float) -> str:
    """ "7.5%" of 0.075."""
    return str(format_percent(value, "#,##0.#%", locale=language()))


def typed(value: object) -> str:
    """A number as a form field gives it back: as it was typed, or short; "" for none."""
    return f"{value:.15g}" if isinstance(value, float) else str(value or "")
