"""Headers on every answer: what a page may load, and what others may do with it."""

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
STAY = ("Strict-Transport-Security", "max-age=31536000")  # a year


def init_app(app: Flask) -> None:
    """Keep nothing of what does not say how it may be kept."""
    app.after_request(_keep_nothing)


def _keep_nothing(response: Response) -> Response:
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


class OnEveryAnswer:
    """WSGI middleware: the headers that an answer lacks, a file's and a refusal's too.

    Over https each tells browsers to stay there.
    """

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        stay = [STAY] if environ["wsgi.url_scheme"] == "https" else []

        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            given = {name.lower() for name, _ in headers}
            lacking = [item for item in COMMON.items() if item[0].lower() not in given]
            return start_response(status, [*headers, *lacking, *stay], *more)

        return self._app(environ, start)
