"""A push service on this machine: over TLS, with an authority of its own.

What it answers is in the path: /201/..., /429/7/... (with Retry-After), /last/... (taken, then it
closes the connection), /silence/..., /drip/..., /hangup/...
"""

import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from socket import AF_INET
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.support.push.browsers import HOST
from webapp.gateways.push.connecting import Network
from webapp.gateways.push.connections import Connections


@dataclass
class Arrived:
    """A request that arrived: from which port, where to, and what it said."""

    port: int
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Loopback:
    """The service, and how to reach it."""

    port: int
    authority: ssl.SSLContext
    arrived: list[Arrived] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    @property
    def network(self) -> Network:
        """Return a network in which every vendor's name leads here."""
        here = ("127.0.0.1", self.port)
        return Network(lambda _: [(AF_INET, here)], is_loopback, self.authority)

    def connections(self, patience: float = 5) -> Connections:
        """Return connections that lead here, each push within `patience` seconds."""
        return Connections(self.network, patience)


def is_loopback(address: str) -> bool:
    return ip_address(address).is_loopback


@contextmanager
def loopback(folder: Path) -> Iterator[Loopback]:
    """Run the service for the block."""
    certificate = _certificate(folder)
    service = Loopback(0, ssl.create_default_context(cafile=str(certificate)))
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Of", (Handler,), {"service": service}))
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    service.port = server.server_port
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield service
    finally:
        service.released.set()
        server.shutdown()
        server.server_close()


class Handler(BaseHTTPRequestHandler):
    """Answers as the path says."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    service: Loopback

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        port = self.client_address[1]
        self.service.arrived.append(Arrived(port, self.path, dict(self.headers), body))
        how = self.path.split("/")[1]
        {"silence": self._wait, "drip": self._drip, "hangup": self._hang_up}.get(
            how, self._answer
        )()

    def _answer(self) -> None:
        _, how, wait, *_ = [*self.path.split("/"), ""]
        status = 201 if how == "last" else int(how)
        self.send_response(status)
        if wait.isdecimal():
            self.send_header("Retry-After", wait)
        if 300 < status < 309:
            self.send_header("Location", f"https://{HOST}/201/elsewhere")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")
        self.close_connection = how == "last"  # without having said so

    def _wait(self) -> None:
        self.service.released.wait()

    def _drip(self) -> None:
        self.wfile.write(b"HTTP/1.1 201 Created\r\n")
        while not self.service.released.wait(0.02):
            self.wfile.write(b"X: y\r\n")

    def _hang_up(self) -> None:
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        """Write nothing."""

    def handle(self) -> None:
        with suppress(OSError):  # the other side has given up, as it should
            super().handle()


def _certificate(folder: Path) -> Path:
    """Write a certificate for the vendor's name, signed by itself, and its key; return its file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "loopback")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = folder / "service.pem"
    file.write_bytes(private + made.public_bytes(Encoding.PEM))
    return file
