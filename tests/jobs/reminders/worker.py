"""A worker that delivers what is due, in a process of its own, and may kill itself at a step.

`python -m tests.jobs.reminders.worker URL FILE STEP`: it appends what it sends to FILE.
"""

import logging
import os
import resource
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from tests.support.owners.prompts import DUE
from webapp.domain.reminders.claims import End, Outcome
from webapp.domain.reminders.delivery import deliver_due
from webapp.storage.engine.database import database, open_database
from webapp.storage.reminders.prompts import Prompt

# The steps at which it may be killed, and for those in a transaction the statement after which.
CLAIMING, SENDING, SENT, STORING = STEPS = ("claiming", "sending", "sent", "storing")
FULL = "full"  # no kill: the disk has no room until it has said so
STATEMENTS = {CLAIMING: 'WITH "picked"', STORING: 'UPDATE "prompt" SET "state"'}
NO_ROOM = 4096  # bytes of a file
ENOUGH = 30  # that are sent before it is killed while sending


class Vendor:
    """A push service: a file with a line for each message that it took."""

    def __init__(self, file: Path, step: str = "") -> None:
        self._file, self._step = file, step
        self._lock, self._taken = threading.Lock(), 0

    def __call__(self, prompt: Prompt, now: int) -> Outcome:
        """Take a message."""
        with self._lock:
            self._taken += 1
            self._may_die(SENDING)
        with self._file.open("a") as lines:
            lines.write(f"{prompt.what}\n")
        with self._lock:
            self._may_die(SENT)
            if self._step == FULL:  # before anything can have been stored
                give_room(NO_ROOM)
                self._step = ""
        return Outcome(End.SENT, now)

    def _may_die(self, step: str) -> None:
        if self._step == step and self._taken >= ENOUGH:
            die()


class Says(logging.Handler):
    """Writes what the log says to standard output, and then makes room."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write the message alone."""
        sys.stdout.write(f"{record.getMessage()}\n")
        give_room(resource.RLIM_INFINITY)


def give_room(size: int) -> None:
    """Let files have this size in bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main(url: str, file: str, step: str) -> None:
    logging.getLogger("webapp").addHandler(Says())
    opened = open_database(url)

    def look(event: Any) -> None:
        if (begins := STATEMENTS.get(step)) and event.sql.startswith(begins):
            die()  # it has run, and its transaction is open

    opened.query_hooks.append(look)
    deliver_due(Vendor(Path(file), step), lambda: DUE, threading.Event())
    database.close_all()


if __name__ == "__main__":
    main(*sys.argv[1:])
