"""Handing mail to a real server by SMTP, with TLS and within a time."""

import contextlib
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.policy import SMTP, SMTPUTF8

from webapp.gateways.mail.mails import Answer, Mail, Outcome, answer_to, as_message
from webapp.rules.account.addresses import deliverable
from webapp.rules.account.mail_servers import MailServer, Security, Sender

SECONDS = 5.0  # for all that one mail takes
BAD_ADDRESS = Answer(Outcome.REFUSED, "553 5.1.3", is_bounce=True)  # RFC 3463, 3.2
UTF8 = ("SMTPUTF8", "BODY=8BITMIME")
NO_UTF8 = Answer(Outcome.REFUSED, "550 5.6.7", is_bounce=True)  # RFC 6531, 3.7.4.2


@dataclass(frozen=True)
class SmtpMailer:
    """Sends by this server, from this sender.

    context: which certificates are believed; those of the system without it.
    """

    server: MailServer
    sender: Sender
    seconds: float = SECONDS
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)

    def send(self, mail: Mail) -> Answer:
        """Hand a mail over and return what became of it."""
        recipient = deliverable(mail.recipient)
        if not recipient:
            return BAD_ADDRESS
        policy = SMTP if recipient.isascii() else SMTPUTF8
        content = as_message(mail, self.sender).as_bytes(policy=policy)
        handing_over = _HandingOver(self.sender, recipient, content)
        try:
            with self._session() as smtp:
                return handing_over.run(smtp)
        except (OSError, ValueError) as error:  # smtplib's errors are OSErrors
            return handing_over.broken_off(error)

    @contextlib.contextmanager
    def _session(self) -> Iterator[smtplib.SMTP]:
        smtp = self._connected()
        # Each answer has its own time-out; one that drips byte by byte would never meet it.
        limit = threading.Timer(self.seconds, _hang_up, [smtp])
        limit.daemon = True
        limit.start()
        try:
            self._introduce(smtp)
            yield smtp
            with contextlib.suppress(OSError):
                smtp.quit()
        finally:
            limit.cancel()
            smtp.close()

    def _connected(self) -> smtplib.SMTP:
        where, name = (self.server.host, self.server.port), self.sender.domain
        # The name is given: smtplib would look its own up, which can take long.
        if self.server.security is Security.TLS:
            return smtplib.SMTP_SSL(
                *where, local_hostname=name, timeout=self.seconds, context=self.context
            )
        return smtplib.SMTP(*where, local_hostname=name, timeout=self.seconds)

    def _introduce(self, smtp: smtplib.SMTP) -> None:
        smtp.ehlo_or_helo_if_needed()
        security, offered = self.server.security, smtp.has_extn("starttls")
        if security is Security.STARTTLS or (security is Security.IF_OFFERED and offered):
            # On this machine nobody is in between, and no certificate has such a name.
            is_checked = security is Security.STARTTLS
            smtp.starttls(context=self.context if is_checked else _unchecked())
            smtp.ehlo()
        if self.server.user:
            smtp.login(self.server.user, self.server.password)


class _HandingOver:
    """A mail on its way."""

    def __init__(self, sender: Sender, recipient: str, content: bytes) -> None:
        self._sender, self._recipient, self._content = sender, recipient, content
        self._let_in = False  # before that, all other mails would meet the same

    def run(self, smtp: smtplib.SMTP) -> Answer:
        """Say from whom, to whom and what."""
        is_ascii = self._recipient.isascii()
        if not is_ascii and not smtp.has_extn("smtputf8"):
            return NO_UTF8
        code, _ = smtp.mail(self._sender.address, () if is_ascii else UTF8)
        if code >= 400:  # the sender is not liked
            return Answer(Outcome.AWAY, str(code))
        self._let_in = True
        answer = answer_to(*smtp.rcpt(self._recipient))
        return answer if answer.how is not Outcome.TAKEN else answer_to(*self._data(smtp))

    def broken_off(self, error: Exception) -> Answer:
        """Return what an error means."""
        code = getattr(error, "smtp_code", "")
        how = Outcome.LATER if self._let_in else Outcome.AWAY
        return Answer(how, str(code) if isinstance(code, int) and code > 0 else "")

    def _data(self, smtp: smtplib.SMTP) -> tuple[int, bytes]:
        try:
            return smtp.data(self._content)
        except smtplib.SMTPDataError as error:  # it did not even want to read it
            says = error.smtp_error
            return error.smtp_code, says if isinstance(says, bytes) else says.encode()


def _hang_up(smtp: smtplib.SMTP) -> None:
    sock = smtp.sock
    if sock is not None:
        # Of the plain socket: that of TLS would forget its keys while it is read elsewhere.
        with contextlib.suppress(OSError):
            socket.socket.shutdown(sock, socket.SHUT_RDWR)


def _unchecked() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
