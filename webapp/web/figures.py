"""Numbers in the person's language, for templates."""

from babel.numbers import format_decimal
from flask import Flask

from webapp.web.words import language


def init_app(app: Flask) -> None:
    """Give templates the filters figure (to read) and typed_figure (for a field of a form)."""
    app.jinja_env.filters["figure"] = figure
    app.jinja_env.filters["typed_figure"] = typed_figure


def figure(value: float) -> str:
    """ "1,234.5" as the language writes it."""
    return str(format_decimal(value, "#,##0.####", locale=language()))


def typed_figure(value: float | None) -> str:
    """ "1234.5" as number fields take it, "" of None."""
    return "" if value is None else f"{value:.15g}"
