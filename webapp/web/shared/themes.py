"""The theme: light, dark, or the phone's."""

from flask import Flask, g


def init_app(app: Flask) -> None:
    """Give templates `theme()`."""
    app.jinja_env.globals["theme"] = theme


def theme() -> str:
    """Return the theme that the person chose, "" for the phone's."""
    # Only of a person who was loaded already: an error page must not query the database.
    return str(getattr(g.get("_login_user"), "theme", ""))
