"""A mail server of a test's own, on this machine: it takes, refuses, hangs or dies as told."""

import asyncio
import ssl
import subprocess
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests.support.ports import free_port

HOST = "127.0.0.1"
TAKEN = "250 OK"


class Told:
    """What a server answers: to RCPT and to a mail. at_data: takes the mail, then "hang" or "die".

    mails: what it took; contents: the same as it came; recipients: of their envelopes; users: who
    signed in.
    """

    def __init__(self) -> None:
        self.rcpt = self.end = TAKEN
        self.at_data = ""
        self.mails: list[EmailMessage] = []
        self.contents: list[bytes] = []
        self.recipients: list[str] = []
        self.users: list[str] = []

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.rcpt == TAKEN:
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.recipients += envelope.rcpt_tos
        content = envelope.content
        assert isinstance(content, bytes)
        self.contents.append(content)
        self.mails.append(message_from_bytes(content, policy=default))  # type: ignore[arg-type]
        if self.at_data == "die":
            assert server.transport
            server.transport.abort()
        if self.at_data == "hang":
            await asyncio.sleep(3600)
        return self.end

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, auth: Any
    ) -> AuthResult:
        good = isinstance(auth, LoginPassword) and auth.password == b"of the server: 5%"
        if good:
            self.users.append(auth.login.decode())
        return AuthResult(success=good)


class MailServer(Controller):
    """Listens on a free port, once started; told: what it is to do, and what it took."""

    def __init__(self, told: Told, **more: Any) -> None:
        self.told = told
        who = told.authenticate if more.get("auth_required") else None
        super().__init__(told, hostname=HOST, port=free_port(), authenticator=who, **more)


class Authority:
    """A certificate for 127.0.0.1 that signs itself, made for a test."""

    def __init__(self, folder: Path) -> None:
        self.key, self.certificate = folder / "key.pem", folder / "certificate.pem"
        words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=x"
        names = ["-addext", f"subjectAltName=IP:{HOST}"]
        files = ["-keyout", str(self.key), "-out", str(self.certificate)]
        subprocess.run(["openssl", *words.split(), *names, *files], check=True, capture_output=True)

    def of_server(self) -> ssl.SSLContext:
        """Return what a server with this certificate uses."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.certificate, self.key)
        return context

    def of_client(self) -> ssl.SSLContext:
        """Return what a client uses that believes this certificate, and no other."""
        return ssl.create_default_context(cafile=str(self.certificate))
