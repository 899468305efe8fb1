"""The headers of a proxy, which say the client's address and scheme.

They count only from the trusted proxy, and only the last value of each: earlier ones were sent by
the client. From all others they are removed, so that nothing later reads them. No header about the
host is believed, since the proxy has to pass on Host unchanged.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask

from webapp.config import Network
from webapp.rules.shared.clients import client_of, is_within

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

CLIENT = "HTTP_X_FORWARDED_FOR"
SCHEME = "HTTP_X_FORWARDED_PROTO"
FORWARDING = (
    CLIENT,
    SCHEME,
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PREFIX",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
)


def init_app(app: Flask) -> None:
    """Apply it before everything else that reads a request."""
    app.wsgi_app = ProxyHeaders(  # type: ignore[method-assign]
        app.wsgi_app, app.config["TRUSTED_PROXY"]
    )


class ProxyHeaders:
    """WSGI middleware that sets the client's address and scheme as the trusted proxy saw them."""

    def __init__(self, app: "WSGIApplication", trusted: Network | None) -> None:
        self._app = app
        self._trusted = trusted

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request (PEP 3333)."""
        values = {name: environ.pop(name, "") for name in FORWARDING}
        peer = environ.get("REMOTE_ADDR", "")
        if is_within(peer, self._trusted):
            environ["REMOTE_ADDR"] = client_of(peer, values[CLIENT], self._trusted)
            scheme = values[SCHEME].rpartition(",")[2].strip()
            # A proxy may pass on what it should have overwritten: no other value has a meaning.
            if scheme in {"http", "https"}:
                environ["wsgi.url_scheme"] = scheme
        return self._app(environ, start_response)
