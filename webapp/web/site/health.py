"""For whoever watches the server: /healthz says it runs, /readyz that it can answer people.

Neither looks up a session, and the first touches nothing.
"""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from webapp.domain.shared.readiness import why_not_ready

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def index() -> ResponseReturnValue:
    """The process is up."""
    return "ok", {"Content-Type": "text/plain; charset=utf-8"}


@pages.get("/readyz")
def show() -> ResponseReturnValue:
    """The database answers and has every table; 503 and why when not."""
    problem = why_not_ready()
    return jsonify(ready=problem is None, problem=problem), 503 if problem else 200
