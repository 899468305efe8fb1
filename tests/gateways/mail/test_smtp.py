"""Handing mail to real servers: with TLS and without, willing, refusing, hanging and dying."""

import contextlib
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gateways.mail.server import HOST, Authority, MailServer, Told
from tests.support.make import NOON
from webapp.gateways.mail.mails import Answer, Mail, Outcome
from webapp.gateways.mail.smtp import SmtpMailer
from webapp.rules.account.mail_servers import MailServer as Where
from webapp.rules.account.mail_servers import Security, Sender

pytestmark = pytest.mark.enable_socket
SENDER = Sender("Small Wins", "wins@example.org")
STOP = f"https://wins.example.org/unsubscriptions/1-digest-{'0123456789abcdef' * 4}"
MAIL = Mail("ana@example.org", "نجاحات", "سطر أول\n.\nend\n", "abc", "ar", NOON, STOP)
TAKEN = Answer(Outcome.TAKEN, "250")
Starts = Callable[..., tuple[Told, SmtpMailer]]


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def starts() -> Iterator[Starts]:
    """Yield a function that starts a server and returns it, with what sends to it."""
    with contextlib.ExitStack() as stack:

        def start(
            security: Security = Security.IF_OFFERED,
            user: str = "",
            password: str = "",
            seconds: float = 5.0,
            context: Any = None,
            **more: Any,
        ) -> tuple[Told, SmtpMailer]:
            server = MailServer(Told(), **more)
            server.start()
            stack.callback(server.stop)
            where = Where(HOST, server.port, security, user, password)
            given = {"context": context} if context else {}
            return server.told, SmtpMailer(where, SENDER, seconds, **given)

        yield start


def test_a_mail_arrives_as_it_was_written(starts: Starts) -> None:
    told, mailer = starts()
    assert mailer.send(MAIL) == TAKEN
    [mail] = told.mails
    assert (told.recipients, mail["To"]) == (["ana@example.org"], "ana@example.org")
    assert (mail["Subject"], mail["From"]) == ("نجاحات", "Small Wins <wins@example.org>")
    assert mail.get_content().replace("\r\n", "\n") == MAIL.text
    assert (mail["Message-ID"], mail["Date"]) == (
        "<abc@example.org>",
        "Sun, 22 Nov 2026 11:00:00 +0000",
    )


def test_it_says_how_to_stop_it_with_one_click_and_that_a_machine_sent_it(starts: Starts) -> None:
    told, mailer = starts()
    mailer.send(MAIL)
    [mail] = told.mails
    assert mail["List-Unsubscribe"] == f"<{STOP}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert (mail["Auto-Submitted"], mail["Content-Language"]) == ("auto-generated", "ar")


def test_mail_apps_find_the_address_that_stops_it_on_one_line(starts: Starts) -> None:
    told, mailer = starts()
    mailer.send(MAIL)
    assert f"\r\nList-Unsubscribe: <{STOP}>\r\n".encode() in told.contents[0]


def test_a_certificate_that_is_believed_is_wanted(starts: Starts, authority: Authority) -> None:
    secure = {"tls_context": authority.of_server(), "require_starttls": True}
    told, mailer = starts(Security.STARTTLS, context=authority.of_client(), **secure)
    assert mailer.send(MAIL) == TAKEN
    told, mailer = starts(Security.STARTTLS, **secure)
    assert (mailer.send(MAIL).how, told.mails) == (Outcome.AWAY, [])


def test_tls_from_the_first_byte(starts: Starts, authority: Authority) -> None:
    secure = {"ssl_context": authority.of_server()}
    told, mailer = starts(Security.TLS, context=authority.of_client(), **secure)
    assert (mailer.send(MAIL), len(told.mails)) == (TAKEN, 1)


def test_nothing_is_said_without_encryption_where_it_is_wanted(starts: Starts) -> None:
    told, mailer = starts(Security.STARTTLS, user="wins", password="of the server: 5%")
    assert (mailer.send(MAIL).how, told.mails, told.users) == (Outcome.AWAY, [], [])


@pytest.mark.parametrize(("password", "mails"), [("of the server: 5%", 1), ("another", 0)])
def test_a_server_that_asks_who_it_is_is_told(
    password: str, mails: int, starts: Starts, authority: Authority
) -> None:
    told, mailer = starts(
        Security.STARTTLS,
        user="wins",
        password=password,
        context=authority.of_client(),
        tls_context=authority.of_server(),
        auth_required=True,
    )
    answer = mailer.send(MAIL)
    assert len(told.mails) == mails
    assert (answer.how is Outcome.AWAY) == (mails == 0)


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        ("450 4.2.1 Busy", Answer(Outcome.LATER, "450 4.2.1")),
        ("421 Closing", Answer(Outcome.LATER, "421")),
        ("550 5.1.1 No such user", Answer(Outcome.REFUSED, "550 5.1.1", is_bounce=True)),
        ("552 Full", Answer(Outcome.REFUSED, "552", is_bounce=True)),
        ("550 5.7.1 Not from you", Answer(Outcome.REFUSED, "550 5.7.1")),
    ],
)
def test_an_answer_says_whether_to_try_again_and_whose_fault_it_is(
    says: str, answer: Answer, starts: Starts
) -> None:
    told, mailer = starts()
    told.rcpt = says
    assert mailer.send(MAIL) == answer
    told.rcpt, told.end = "250 OK", says
    assert mailer.send(MAIL) == answer


def test_a_server_that_dies_after_the_mail_is_tried_again(starts: Starts) -> None:
    told, mailer = starts()
    told.at_data = "die"
    assert mailer.send(MAIL).how is Outcome.LATER
    told.at_data = ""
    assert mailer.send(MAIL) == TAKEN
    assert {mail["Message-ID"] for mail in told.mails} == {"<abc@example.org>"}
    assert len(told.mails) == 2


def test_a_server_that_hangs_does_not_hold_the_sender(starts: Starts) -> None:
    told, mailer = starts(seconds=0.2)
    told.at_data = "hang"
    assert mailer.send(MAIL).how is Outcome.LATER


def test_one_that_says_a_byte_now_and_then_does_not_either() -> None:
    with socket.create_server((HOST, 0)) as listener:
        where = Where(HOST, listener.getsockname()[1], Security.IF_OFFERED)
        mailer = SmtpMailer(where, SENDER, seconds=0.2)
        assert mailer.send(MAIL).how is Outcome.AWAY  # the kernel took the connection


def test_a_server_that_is_not_there_is_away(tmp_path: Path) -> None:
    with socket.create_server((HOST, 0)) as listener:
        port = listener.getsockname()[1]
    assert SmtpMailer(Where(HOST, port, Security.TLS), SENDER).send(MAIL).how is Outcome.AWAY


BAD = [
    "ana@example.org\r\nBcc: ben@example.org",
    "ana@example.org\nRCPT TO:<ben@example.org>",
    "ana@example.org>\r\nDATA",
    "ana,ben@example.org",
    "<ben@example.org>ana@example.org",
    '"ana ben"@example.org',
    "ana@[127.0.0.1]",
    "ana@-example.org",
    "@example.org",
    "ana@",
    "a" * 65 + "@example.org",
]


@pytest.mark.parametrize("address", BAD)
def test_an_address_that_could_be_more_than_one_is_never_said(address: str, starts: Starts) -> None:
    told, mailer = starts()
    answer = mailer.send(Mail(address, "Hello", "Text", "id", "en", NOON))
    assert (answer.how, told.mails) == (Outcome.REFUSED, [])


def test_a_subject_adds_no_line_to_the_head(starts: Starts) -> None:
    told, mailer = starts()
    subject = "Team\r\nBcc: ben@example.org\u2028X-Other: 1\x00\x85Y: 2"
    mailer.send(Mail("ana@example.org", subject, "Text", "id", "en", NOON))
    [mail] = told.mails
    assert (mail["Bcc"], mail["X-Other"], mail["Y"]) == (None, None, None)
    assert mail["Subject"] == "Team Bcc: ben@example.org X-Other: 1 Y: 2"


def test_an_address_in_letters_of_the_world_is_written_for_the_server(starts: Starts) -> None:
    told, mailer = starts(enable_SMTPUTF8=True)
    assert mailer.send(Mail("anaß@straße.example", "Hello", "Text", "id", "en", NOON)) == TAKEN
    assert told.recipients == ["anaß@xn--strae-oqa.example"]
    told, mailer = starts(enable_SMTPUTF8=False)
    refused = mailer.send(Mail("anaß@example.org", "Hello", "Text", "id", "en", NOON))
    assert (refused.code, told.mails) == ("550 5.6.7", [])
