"""Compressing pages, which are most of what a repeat visit loads.

Pages hold no secret that reflected input could reveal (csrf.py checks headers, not tokens).
"""

import gzip

import brotli
from flask import Flask, Response, request

from webapp.web.shared.vary import vary_by

SMALLEST = 500  # bytes
QUALITY = 1  # docs/decisions/0065-pages-are-compressed-more-quickly.md
WINDOW = 18  # bits, 256 kB: brotli would request 8 MB from the system for each page otherwise
TYPES = frozenset({"text/html", "text/javascript", "application/manifest+json"})


def init_app(app: Flask) -> None:
    """Compress what the app itself answers; static files are compressed at build."""
    app.after_request(_compress)


def brotli_of(body: bytes) -> bytes:
    """Return `body` compressed with brotli, as quickly as pages are."""
    return brotli.compress(body, quality=QUALITY, lgwin=WINDOW)


def _compress(response: Response) -> Response:
    if response.mimetype not in TYPES or response.is_streamed or response.status_code == 304:
        return response
    vary_by(response, "Accept-Encoding")
    body = response.get_data()
    accepted = request.headers.get("Accept-Encoding", "")
    if len(body) < SMALLEST:
        return response
    if "br" in accepted:
        return _encoded(response, "br", brotli_of(body))
    if "gzip" in accepted:
        return _encoded(response, "gzip", gzip.compress(body, 5))
    return response


def _encoded(response: Response, encoding: str, body: bytes) -> Response:
    response.set_data(body)
    response.headers["Content-Encoding"] = encoding
    return response
