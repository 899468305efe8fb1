"""The database fails while reminders are sent: it is said what to do, and nothing is sent twice."""

import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from tests.jobs.reminders.worker import FULL
from tests.support.aside import aside, open_at
from tests.support.make import make_person
from tests.support.owners.prompts import DUE, many_wait, states
from tests.support.postgres import Postgres
from tests.support.processes import ROOT
from webapp.domain.reminders.claims import End, Outcome
from webapp.domain.reminders.delivery import deliver_due
from webapp.domain.shared.advice import UNEXPECTED, advice_on_failure
from webapp.rules.reminders.kinds import State
from webapp.storage.engine.write_lock import Busy
from webapp.storage.reminders.prompts import Prompt
from webapp.storage.upkeep.advice import BUSY
from webapp.storage.upkeep.opening import open_while


def test_postgresql_goes_away_while_they_are_sent_and_comes_back(
    own_postgres: Postgres, caplog
) -> None:
    url, sent, once = own_postgres.new_database(), [], threading.Lock()

    def send(prompt: Prompt, now: int) -> Outcome:
        sent.append(prompt.what)
        if len(sent) > 5 and once.acquire(blocking=False):
            own_postgres.stop()
            own_postgres.start()
        return Outcome(End.SENT, now)

    with aside():
        with open_while(url):
            ana = make_person("Ana")
            names = many_wait(ana.id, 60)
        with open_while(url):
            deliver_alone(send)
        with open_while(url):
            assert states(ana.id) == dict.fromkeys(names, State.SENT)
    assert Counter(sent) == Counter(names)


def deliver_alone(send) -> None:
    """Deliver in a thread that has no connection, as the jobs do."""
    alone = threading.Thread(target=deliver_due, args=(send, lambda: DUE, threading.Event()))
    alone.start()
    alone.join()


@pytest.mark.long
def test_a_full_disk_is_reported_and_what_was_sent_is_stored_when_there_is_room(
    tmp_path: Path,
) -> None:
    database, taken = tmp_path / "smallwins.db", tmp_path / "taken"
    with open_at(database):
        ana = make_person("Ana")
        names = many_wait(ana.id, 60)
    words = ["-m", "tests.jobs.reminders.worker", f"sqlite:///{database}", str(taken), FULL]
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.startswith("sending reminders: The disk is full. Make room, then try again")
    with open_at(database):
        assert states(ana.id) == dict.fromkeys(names, State.SENT)
    assert Counter(taken.read_text().split()) == Counter(names)


def test_a_line_of_the_log_says_what_to_do_and_quotes_nothing() -> None:
    assert advice_on_failure(Busy()) == BUSY
    assert advice_on_failure(ValueError("Shipped the beta")) == UNEXPECTED
    assert advice_on_failure(RuntimeError("Shipped the beta")) == UNEXPECTED
