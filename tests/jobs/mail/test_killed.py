"""A sender of mails is killed at each step: nothing is dropped, nothing arrives as two mails."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.jobs.mail.worker import SENT, STEPS, STORING, Server, let_send
from tests.support.aside import aside
from tests.support.make import MINUTE, NOON, make_person
from tests.support.processes import ROOT, die_with_parent
from webapp.domain.account import mail_service
from webapp.domain.account.outgoing_mail import store_mail
from webapp.domain.mail.sending import send_due_mail
from webapp.rules.account.mails import MailKind, MailState
from webapp.storage.account.mail_addresses import set_address
from webapp.storage.account.mails import OutgoingMail
from webapp.storage.upkeep.opening import open_while

pytestmark = pytest.mark.long

BOTH = pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True, scope="session")
MAILS = ("one", "two", "three")


def work(url: str, file: Path, step: str) -> int:
    """Let a sender send in a process of its own; return how it ended."""
    words = [sys.executable, "-m", "tests.jobs.mail.worker", url, str(file), step]
    return subprocess.run(words, cwd=ROOT, check=False, preexec_fn=die_with_parent).returncode


@pytest.fixture
def database(new_address: Callable[[], str]) -> str:
    """Return the address of a database with three mails that are due."""
    url = new_address()
    with aside(), open_while(url):
        ana = make_person("Ana").me.id
        set_address(ana, confirmed=NOON)
        for tag in MAILS:
            store_mail(ana, MailKind.SAMPLE, tag, NOON, language="en")
    return url


@BOTH
@pytest.mark.parametrize("step", STEPS)
def test_what_a_killed_sender_left_is_sent_by_the_next_one(
    step: str, database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "taken"
    file.touch()
    monkeypatch.setattr(mail_service.State, "service", None)
    assert work(database, file, step) == -9
    let_send(Server(file))
    with aside(), open_while(database):
        for minutes in (0, 2):  # what it had waits for the end of its lease
            send_due_mail(NOON + minutes * MINUTE)
        assert {mail.state for mail in OutgoingMail.select()} == {MailState.SENT}
    taken = Counter(file.read_text().split())  # by Message-ID
    assert sorted(taken.values()) == ([1, 1, 2] if step in {SENT, STORING} else [1, 1, 1])


@BOTH
def test_a_clock_that_is_put_back_holds_no_mail_that_a_killed_sender_had(
    database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_service.State, "service", None)
    with aside(), open_while(database):
        two_hours_ago = NOON - 120 * MINUTE
        OutgoingMail.update(due=two_hours_ago, lease=NOON + MINUTE).execute()
        let_send(Server(tmp_path / "taken"))
        assert send_due_mail(two_hours_ago) == len(MAILS)
