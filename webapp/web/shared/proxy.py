"""Behind a proxy: who asks and how stands in headers, which anybody else could send too.

They count when they come from the trusted proxy, and of each the last value: what stands before it
was sent by the client. For everybody else they are taken away, so that nothing behind reads them.
The proxy has to hand on Host as it came, so no header about the host is believed from anybody.
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
TELLING = (
    CLIENT,
    SCHEME,
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PREFIX",
    "HTTP_X_REAL_IP",
    "HTTP_FORWARDED",
)


def init_app(app: Flask) -> None:
    """Put it in front of everything else that reads a request."""
    app.wsgi_app = Forwarded(  # type: ignore[method-assign]
        app.wsgi_app, app.config["TRUSTED_PROXY"]
    )


class Forwarded:
    """WSGI middleware: the client's own address and scheme, as the trusted proxy saw them."""

    def __init__(self, app: "WSGIApplication", trusted: Network | None) -> None:
        self._app = app
        self._trusted = trusted

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        told = {name: environ.pop(name, "").split(",")[-1].strip() for name in TELLING}
        if self._trusts(environ.get("REMOTE_ADDR", "")):
            _believe(told, environ)
        return self._app(environ, start_response)

    def _trusts(self, peer: str) -> bool:
        address = _address(peer)
        return bool(address and self._trusted and address in self._trusted)


def _believe(told: dict[str, str], environ: "WSGIEnvironment") -> None:
    # A proxy may pass on what it should have overwritten: what makes no sense changes nothing.
    if client := _address(told[CLIENT]):
        environ["REMOTE_ADDR"] = str(client)
    if told[SCHEME] in {"http", "https"}:
        environ["wsgi.url_scheme"] = told[SCHEME]


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text.partition("%")[0])  # behind % an interface, or anything
    except ValueError:
        return None
    # A socket for both families writes 127.0.0.1 as ::ffff:127.0.0.1.
    return getattr(address, "ipv4_mapped", None) or address
