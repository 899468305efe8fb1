"""The CSRF check: refusing requests that another site makes a browser send.

It checks headers, not tokens: a token in a page that is cached or stays open expires, and the
outbox would lose its entries. Sec-Fetch-Site must be same-origin; without it (plain http, old
browsers) Origin must be ours; a request with neither is refused.
"""

from urllib.parse import urlsplit

from flask import Flask, abort, request

from webapp.web.shared.events import log_event

# A mail program posts it, from nowhere and without a cookie (RFC 8058): the secret in its address
# alone says who asks, and all that it does is to stop the mails that the address names.
BY_SECRET = frozenset({"unsubscriptions.create"})
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def init_app(app: Flask) -> None:
    """Check every request that could change something."""
    app.before_request(_check)


def _check() -> None:
    if request.method not in SAFE and not _ours():
        log_event("forged")
        abort(403)


def _ours() -> bool:
    if request.endpoint in BY_SECRET:
        return True
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return origin is not None and _is_here(origin)


def _is_here(origin: str) -> bool:
    try:
        parts = urlsplit(origin)
    except ValueError:  # a malformed host
        return False
    return parts.scheme == request.scheme and parts.netloc == request.host
