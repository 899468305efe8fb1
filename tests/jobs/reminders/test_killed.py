"""A worker is killed at each step: nothing is dropped, and nothing is shown twice."""

import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.jobs.reminders.worker import STEPS, Vendor
from tests.support.aside import aside
from tests.support.make import make_person
from tests.support.owners.prompts import DUE, many_wait, states
from tests.support.processes import ROOT, die_with_parent
from webapp.domain.reminders.claims import LEASE
from webapp.domain.reminders.delivery import deliver_due
from webapp.rules.reminders.kinds import State
from webapp.storage.upkeep.opening import open_while

pytestmark = pytest.mark.long

DUE_PROMPTS = 130  # more than are claimed at once
BOTH = pytest.mark.parametrize("engine", ["sqlite", "postgresql"], indirect=True, scope="session")


def work(url: str, file: Path, step: str = "") -> int:
    """Let a worker deliver in a process of its own; return how it ended."""
    words = [sys.executable, "-m", "tests.jobs.reminders.worker", url, str(file), step]
    return subprocess.run(words, cwd=ROOT, check=False, preexec_fn=die_with_parent).returncode


@BOTH
@pytest.mark.parametrize("step", STEPS)
def test_what_a_killed_worker_left_is_sent_by_the_next_one(
    step: str, new_address: Callable[[], str], tmp_path: Path
) -> None:
    url, file = new_address(), tmp_path / "taken"
    file.touch()
    with aside(), open_while(url):
        ana = make_person("Ana")
        names = many_wait(ana.id, DUE_PROMPTS)
        assert work(url, file, step) == -9
        deliver_due(Vendor(file), lambda: DUE + LEASE, threading.Event())
        assert states(ana.id) == dict.fromkeys(names, State.SENT)
    taken = Counter(file.read_text().split())
    assert taken.keys() == set(names)  # each is shown: those that are equal replace each other
    assert max(taken.values()) <= 2


@BOTH
def test_two_processes_share_what_is_due(new_address: Callable[[], str], tmp_path: Path) -> None:
    url, file = new_address(), tmp_path / "taken"
    with aside(), open_while(url):
        names = many_wait(make_person("Ana").id, DUE_PROMPTS)
    workers = [threading.Thread(target=work, args=(url, file)) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert Counter(file.read_text().split()) == Counter(names)
