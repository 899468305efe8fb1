"""A sender of mails in a process of its own, which may kill itself at a step.

`python -m tests.jobs.mail.worker URL FILE STEP`: it appends what is taken to FILE.
"""

import sys
from pathlib import Path
from typing import Any

from tests.gateways.mail.twin import PUBLIC
from tests.jobs.reminders.worker import die
from tests.support.make import KEYS, NOON
from webapp.catalogues import translations_of
from webapp.domain.account import mail_service
from webapp.domain.account.mail_service import MailService
from webapp.domain.mail.sending import send_due_mail
from webapp.gateways.mail.mails import Answer, Mail, Outcome
from webapp.storage.engine.database import database, open_database

# Before and after a mail is handed over; within the transactions before and after that; and
# between two mails, when the second one is looked for.
TAKING, SENDING, SENT, STORING = "taking", "sending", "sent", "storing"
BETWEEN = "between"
STEPS = (TAKING, SENDING, SENT, STORING, BETWEEN)
# How the statement begins after which it is killed, and which one of those that do.
STATEMENTS = {
    TAKING: ('UPDATE "mail" SET "tries"', 1),
    STORING: ('UPDATE "mail" SET "state"', 1),
    BETWEEN: ('SELECT "t1"."person_id", "t1"."tag"', 3),
}


class Server:
    """A mail server: a file with a line for each mail that it took."""

    def __init__(self, file: Path, step: str = "") -> None:
        self._file, self._step = file, step

    def send(self, mail: Mail) -> Answer:
        """Take a mail."""
        if self._step == SENDING:
            die()
        with self._file.open("a") as lines:
            lines.write(f"{mail.message_id}\n")
        if self._step == SENT:
            die()
        return Answer(Outcome.TAKEN, "250")


def let_send(server: Server) -> None:
    """Let this process send to a server."""
    mail_service.State.service = MailService(server, PUBLIC, KEYS, translations_of)


def main(url: str, file: str, step: str) -> None:
    let_send(Server(Path(file), step))
    opened = open_database(url)
    begins, left = STATEMENTS.get(step, ("no statement", 0))
    counts = [left]

    def look(event: Any) -> None:
        counts[0] -= event.sql.startswith(begins)
        if step in STATEMENTS and counts[0] == 0:
            die()  # it has run; where there is a transaction, it is open

    opened.query_hooks.append(look)
    send_due_mail(NOON)
    database.close_all()


if __name__ == "__main__":
    main(*sys.argv[1:])
