"""How the app looks: light, dark, or as the phone has it."""

from flask import Flask, g


def init_app(app: Flask) -> None:
    """Give templates `theme()`."""
    app.jinja_env.globals["theme"] = theme


def theme() -> str:
    """The theme that the person chose, "" for as the phone has it."""
    # Only of one who was looked up already: an error page must not ask the database who it is for.
    return str(getattr(g.get("_login_user"), "theme", ""))
