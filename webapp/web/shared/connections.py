"""Giving a request's database connection back when the request is over."""

from flask import Flask, g, request

from webapp.storage.engine.database import database


def init_app(app: Flask) -> None:
    """Close after each request what the request opened, and nothing else."""
    app.before_request(_open)
    app.teardown_appcontext(_close)


def _open() -> None:
    if request.blueprint != "health":  # whose answers say whether there is a database at all
        g.opened = database.connect(reuse_if_open=True)


def _close(_error: BaseException | None) -> None:
    if g.pop("opened", False):
        database.close()
