"""The database connection of a request."""

from flask import Flask, g, request

from webapp.storage.engine.database import database


def init_app(app: Flask) -> None:
    """Connect before each request, and close after it what the request opened."""
    app.before_request(_open)
    app.teardown_appcontext(_close)


def _open() -> None:
    if request.blueprint != "health":  # its answers say whether there is a database
        g.opened = database.connect(reuse_if_open=True)


def _close(_error: BaseException | None) -> None:
    if g.pop("opened", False):
        database.close()
