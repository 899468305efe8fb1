"""Which server outgoing mail is handed to, and who it is from, as an operator writes them."""

from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.utils import getaddresses
from enum import StrEnum
from urllib.parse import unquote, urlsplit

from webapp.rules.account.addresses import deliverable

PORTS = {"smtp": 587, "smtps": 465}
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})


class Security(StrEnum):
    """How the connection to a mail server is encrypted.

    IF_OFFERED: with STARTTLS if the server has it; only for a server on the same machine.
    """

    TLS = "tls"
    STARTTLS = "starttls"
    IF_OFFERED = "if offered"


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where to hand in mail. user: "" where the server asks for none."""

    host: str
    port: int
    security: Security
    user: str = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Sender:
    """Who mail is from: a name, "" for none, and an address."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """Return the part of the address behind the @."""
        return self.address.rpartition("@")[2]


def parse_mail_server(url: str) -> MailServer:
    """Return the server of an address like smtp://user:password@mail.example.org:587.

    smtp: STARTTLS, without which nothing is sent except to this machine itself; smtps: TLS from the
    first byte. ValueError: it is no such address.
    """
    parts = urlsplit(url)  # ValueError: a malformed host
    host, port = parts.hostname or "", parts.port
    plain = not (parts.path.strip("/") or parts.query or parts.fragment)
    if parts.scheme not in PORTS or not host or not plain or not url.isprintable():
        raise ValueError("no address of a mail server")
    security = Security.IF_OFFERED if host in LOCAL else Security.STARTTLS
    return MailServer(
        host,
        port or PORTS[parts.scheme],
        Security.TLS if parts.scheme == "smtps" else security,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
    )


def parse_sender(text: str) -> Sender:
    """Return the sender of "wins@example.org" or "Small Wins <wins@example.org>".

    ValueError: mail cannot be from it.
    """
    [(name, address), *more] = getaddresses([text])
    sendable = "" if more else deliverable(address)
    if not sendable or not text.isprintable() or not sendable.isascii():
        raise ValueError("no address of a sender")
    try:
        Address(display_name=name, addr_spec=sendable)
    except (HeaderParseError, ValueError) as error:
        raise ValueError("no address of a sender") from error
    return Sender(name, sendable)


def can_be_linked(public_url: str) -> bool:
    """Return whether links in mails may begin with this: https, or this machine itself."""
    parts = urlsplit(public_url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL)
