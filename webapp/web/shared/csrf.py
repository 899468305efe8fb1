"""Refusing requests that other sites make a browser send.

By headers, not by tokens: a token in a page that was cached or kept open goes stale, and the
outbox would lose its entries. Browsers say where a request comes from in Sec-Fetch-Site; where
they do not (plain http, old ones) Origin must be ours. A cookie without either is refused.
"""

from urllib.parse import urlsplit

from flask import Flask, abort, request

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def init_app(app: Flask) -> None:
    """Check every request that could change something."""
    app.before_request(_check)


def _check() -> None:
    if request.method not in SAFE and not _ours():
        abort(403)


def _ours() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return origin is not None and _is_here(origin)


def _is_here(origin: str) -> bool:
    parts = urlsplit(origin)
    return parts.scheme == request.scheme and parts.netloc == request.host
