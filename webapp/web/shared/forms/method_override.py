"""DELETE and PATCH for plain forms: `?_method=DELETE` in a form's action.

It is in the address and not in the body, so that no body has to be read before routing.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from flask import Flask

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ALLOWED = frozenset({"PATCH", "DELETE"})


def init_app(app: Flask) -> None:
    """Apply the override before routing."""
    app.wsgi_app = MethodOverride(app.wsgi_app)  # type: ignore[method-assign]


class MethodOverride:
    """WSGI middleware that takes the method of a POST from its query string."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request (PEP 3333)."""
        query = environ.get("QUERY_STRING", "")
        if environ["REQUEST_METHOD"] == "POST" and "_method=" in query:
            wanted = parse_qs(query).get("_method", [""])[0].upper()
            if wanted in ALLOWED:
                environ["REQUEST_METHOD"] = wanted
        return self._app(environ, start_response)
