"""Health checks: /healthz says that the server runs, /readyz that it can answer people.

Neither looks up a session, and /healthz does not use the database.
"""

from flask import Blueprint, jsonify
from flask.typing import ResponseReturnValue

from webapp.domain.shared.readiness import why_not_ready

pages = Blueprint("health", __name__)


@pages.get("/healthz")
def index() -> ResponseReturnValue:
    """Answer "ok": the process runs."""
    return "ok", {"Content-Type": "text/plain; charset=utf-8"}


@pages.get("/readyz")
def show() -> ResponseReturnValue:
    """Say whether the database answers and has every table; 503 with the reason if not."""
    problem = why_not_ready()
    return jsonify(ready=problem is None, problem=problem), 503 if problem else 200
