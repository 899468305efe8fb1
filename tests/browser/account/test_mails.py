"""From an address that nobody has confirmed to a new password by a link in a mail."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.gateways.mail.server import HOST, MailServer, Told
from tests.support.forks.server import ForkedServer
from tests.support.phones.chromium import Phone
from tests.support.processes import run_app
from tests.support.server import Server

LINK = re.compile(r"http://localhost:8000(/(?:confirmations|resets)/\S+)")
NEW = "battery staple"


@pytest.fixture
def mail_server() -> Iterator[MailServer]:
    server = MailServer(Told())
    server.start()
    yield server
    server.stop()


@pytest.fixture
def settings(mail_server: MailServer) -> dict[str, str]:
    """Return what an operator sets so that mail is sent."""
    return {
        "SMALLWINS_PUBLIC_URL": "http://localhost:8000",
        "SMALLWINS_SMTP_URL": f"smtp://{HOST}:{mail_server.port}",
        "SMALLWINS_MAIL_FROM": "wins@example.org",
        "SMALLWINS_JOBS": "apart",  # a test says when mails go out
    }


@pytest.fixture
def server(data_folder: Path, settings: dict[str, str]) -> Iterator[Server]:
    with ForkedServer(data_folder, **settings) as running:
        yield running


@pytest.fixture
def next_link(
    data_folder: Path, settings: dict[str, str], mail_server: MailServer
) -> Callable[[], str]:
    """Return a function that has the mail that waits sent, and returns the path of its link."""

    def sent() -> str:
        done = run_app("send-mails", SMALLWINS_DATA=str(data_folder), **settings)
        assert done.stdout == "1 mails were sent.\n", done.stderr
        found = LINK.search(mail_server.told.mails[-1].get_content())
        assert found
        return found[1]

    return sent


def test_an_address_is_confirmed_and_then_brings_a_new_password(
    phone: Phone, new_phone: Callable[..., Phone], next_link: Callable[[], str]
) -> None:
    phone.open("/mails/")
    phone.sends("Send me a link to confirm it")
    expect(phone.page.get_by_role("status")).to_contain_text(["A mail with a link is on its way."])
    phone.open(next_link())
    phone.sends("Confirm")
    expect(phone.page.get_by_text("is confirmed.")).to_be_visible()
    other = new_phone()
    other.open("/resets/new")
    other.fills("E-mail", "ana@example.org")
    other.sends("Send the link")
    other.open(next_link())
    other.fills("New password", NEW)
    other.sends("Save and sign in")
    other.sees_today()
    assert [one.trouble for one in (phone, other)] == [[], []]
