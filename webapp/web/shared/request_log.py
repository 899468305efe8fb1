"""A log line for a request: what was asked of which route, how it ended and how long it took.

Never the path itself: the ids in it are somebody's.
"""

import logging
from time import perf_counter
from typing import Any

from flask import Flask, Response, current_app, g, request

logger = logging.getLogger(__name__)

SLOW = 1.0  # seconds


def init_app(app: Flask) -> None:
    """Log requests that fail or are slow, or all with SMALLWINS_LOG=all. Put in place first."""
    app.before_request(_start)
    app.after_request(_end)


def asked() -> dict[str, Any]:
    """What was asked, in words that are nobody's."""
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
        fields = {**asked(), "status": status, "ms": round(took * 1000, 1)}
        logger.log(_level(status, took), "request", extra={"fields": fields})
    return response


def _level(status: int, took: float) -> int:
    if status >= 500:
        return logging.ERROR
    return logging.WARNING if took > SLOW else logging.INFO
