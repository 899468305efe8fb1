"""The operator sends what is due by commands, and gives the server another key for pushes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.gateways.mail.server import HOST, MailServer, Told
from tests.support.aside import open_at
from tests.support.make import make_person
from webapp.cli.terminal import now
from webapp.domain.account.outgoing_mail import store_mail
from webapp.rules.account.mails import MailKind
from webapp.rules.reminders.kinds import State
from webapp.storage.account.mail_addresses import set_address
from webapp.storage.reminders.devices import PushKey
from webapp.storage.reminders.prompts import Prompt, add_prompts

HERE = "http://localhost:8000"


@pytest.fixture
def file(data_folder: Path) -> Path:
    """Return a database with Ana, who has confirmed her address and waits for a mail."""
    data_folder.mkdir(mode=0o700)
    with open_at(data_folder / "smallwins.db"):
        ana = make_person("Ana").me.id
        set_address(ana, confirmed=now())
        store_mail(ana, MailKind.SAMPLE, "sample", now(), language="en")
        key = {"person": ana, "what": "now:mail", "day": "2026-11-22", "number": 1}
        add_prompts([{**key, "due": now(), "until": now() + 60_000, "state": State.WAITING}])
    return data_folder / "smallwins.db"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """Let the commands know a mail server, and return what it took."""
    server = MailServer(Told())
    server.start()
    monkeypatch.setenv("SMALLWINS_SMTP_URL", f"smtp://{HOST}:{server.port}")
    monkeypatch.setenv("SMALLWINS_MAIL_FROM", "wins@example.org")
    monkeypatch.setenv("SMALLWINS_PUBLIC_URL", HERE)
    yield server.told
    server.stop()


@pytest.mark.enable_socket
def test_mails_that_wait_are_sent(command: Callable, file: Path, told: Told) -> None:
    assert command("send-mails").out == "1 mails were sent.\n"
    assert command("send-mails").out == "0 mails were sent.\n"
    assert [mail["To"] for mail in told.mails] == ["ana@example.org"]


@pytest.mark.enable_socket
def test_reminders_go_by_mail_too(command: Callable, file: Path, told: Told) -> None:
    assert command("remind").out.startswith("1 reminders were sent")
    assert [mail["Subject"] for mail in told.mails] == ["Reminders reach you here"]
    with open_at(file):
        assert [prompt.state for prompt in Prompt.select()] == [State.SENT]


def test_without_a_mail_server_it_says_what_to_set(command: Callable, file: Path) -> None:
    result = command("send-mails")
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("This server sends no mail. To switch it on, set SMALLWINS_SMTP")


def test_the_key_for_pushes_is_replaced(command: Callable, file: Path, monkeypatch) -> None:
    monkeypatch.setenv("SMALLWINS_PUBLIC_URL", HERE)
    monkeypatch.setenv("SMALLWINS_PUSH_SUBJECT", "mailto:ops@example.org")
    keys = [key_after(command, file) for _ in range(2)]
    assert len({key.public for key in keys} | {key.private for key in keys}) == 4


def key_after(command: Callable, file: Path) -> PushKey:
    assert command("new-push-key").code == 0
    with open_at(file):
        [key] = PushKey.select()
    return key


def test_without_an_address_of_its_own_it_has_no_such_key(command: Callable, file: Path) -> None:
    result = command("new-push-key")
    assert (result.code, result.out) == (1, "")
    assert "set SMALLWINS_PUBLIC_URL, with https" in result.err
