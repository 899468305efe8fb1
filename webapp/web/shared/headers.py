"""Headers of every answer: what a page can load, and what other sites can do with it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from flask import Flask, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
COMMON = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
NAMED = {name.lower(): (name, value) for name, value in COMMON.items()}
HSTS = ("Strict-Transport-Security", "max-age=31536000")  # a year


def init_app(app: Flask) -> None:
    """Forbid caching of every answer that does not say otherwise."""
    app.after_request(_forbid_caching)


def _forbid_caching(response: Response) -> Response:
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


class CommonHeaders:
    """WSGI middleware that adds the headers an answer lacks; to files and refusals too.

    Over https it adds Strict-Transport-Security.
    """

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request (PEP 3333)."""
        hsts = [HSTS] if environ["wsgi.url_scheme"] == "https" else []

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            given = {name.lower() for name, _ in headers}
            lacking = [header for name, header in NAMED.items() if name not in given]
            return start_response(status, [*headers, *lacking, *hsts], *more)

        return self._app(environ, start)
