"""The headers of a proxy, which say the client's address and scheme.

They count only from the trusted proxy, and only the last value of each: earlier ones were sent by
the client. From all others they are removed, so that nothing later reads them. No header about the
host is believed, since the proxy has to pass on Host unchanged.
"""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TYPE_CHECKING

from flask import Flask

from webapp.config import Network

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
        values = {name: environ.pop(name, "").split(",")[-1].strip() for name in FORWARDING}
        if self._trusts(environ.get("REMOTE_ADDR", "")):
            _apply(values, environ)
        return self._app(environ, start_response)

    def _trusts(self, peer: str) -> bool:
        address = _address(peer)
        return bool(address and self._trusted and address in self._trusted)


def _apply(values: dict[str, str], environ: "WSGIEnvironment") -> None:
    # A proxy may pass on what it should have overwritten: a value without meaning is ignored.
    if client := _address(values[CLIENT]):
        environ["REMOTE_ADDR"] = str(client)
    if values[SCHEME] in {"http", "https"}:
        environ["wsgi.url_scheme"] = values[SCHEME]


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.partition("%")[0])  # after % is an interface, or anything
    except ValueError:
        return None
    # A socket for both families writes 127.0.0.1 as ::ffff:127.0.0.1.
    return getattr(address, "ipv4_mapped", None) or address
