"""A log line for a request: its method and route, status and duration.

Never its path: that has ids of people's things.
"""

import logging
from time import perf_counter
from typing import Any

from flask import Flask, Response, current_app, g, request

logger = logging.getLogger(__name__)

SLOW = 1.0  # seconds


def init_app(app: Flask) -> None:
    """Log requests that fail or are slow, or all with SMALLWINS_LOG=all; add it first."""
    app.before_request(_start)
    app.after_request(_end)


def request_fields() -> dict[str, Any]:
    """Return method and route of the request, which have no value of anybody."""
    return {
        "method": request.method,
        "route": request.url_rule.rule if request.url_rule else "none",
    }


def _start() -> None:
    g.started = perf_counter()


def _end(response: Response) -> Response:
    took = perf_counter() - g.started
    status = response.status_code
    if status >= 500 or took > SLOW or current_app.config["LOG_ALL"]:
        fields = {**request_fields(), "status": status, "ms": round(took * 1000, 1)}
        logger.log(_level(status, took), "request", extra={"fields": fields})
    return response


def _level(status: int, took: float) -> int:
    if status >= 500:
        return logging.ERROR
    return logging.WARNING if took > SLOW else logging.INFO
