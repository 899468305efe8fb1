"""What the jobs do, in this order."""

import threading
import time
from collections.abc import Callable

from webapp.catalogues import translations_of
from webapp.config import Settings
from webapp.domain.mail.sending import send_due_mail
from webapp.domain.reminders.delivery import deliver_due
from webapp.domain.reminders.planning import plan_due
from webapp.domain.reminders.sending import sender
from webapp.domain.reviews.endings import end_all_left_open
from webapp.domain.teams.publishing import publish_due
from webapp.domain.upkeep.expired import delete_expired, forget_old_deletions
from webapp.jobs.shared.minute import Chore, Minute
from webapp.storage.engine.database import connection

TEN_MINUTES = 600  # seconds
HOUR = 3600


def minute_of(settings: Settings, stop: threading.Event) -> Minute:
    """Return the chores of a process with these settings, until `stop` is set."""
    send = sender(translations_of)
    chores = (
        # What is due comes first, and each of its steps has a connection of its own.
        Chore("sending reminders", lambda: deliver_due(send, now, stop)),
        Chore("sending mails", lambda: send_due_mail(now())),
        _chore("planning reminders", 0, lambda at: _plan(at, stop)),
        _chore("publishing team confidence", HOUR, lambda at: publish_due(settings.data, at)),
        _chore("ending reviews", HOUR, end_all_left_open),
        _chore("forgetting deletions", TEN_MINUTES, forget_old_deletions),
        _chore("deleting what has expired", HOUR, delete_expired),
    )
    return Minute(chores, stop)


def now() -> int:
    """Return the time in ms since 1970."""
    return time.time_ns() // 1_000_000


def _plan(at: int, stop: threading.Event) -> None:
    while not stop.is_set() and plan_due(at):
        pass


def _chore(name: str, every: float, do: Callable[[int], object]) -> Chore:
    def run() -> None:
        with connection():
            do(now())

    return Chore(name, run, every)
