"""Huey's consumer as it is used here: one worker, ticks at full minutes, signals left alone."""

import logging
import threading
import time
from typing import Any

from huey import Huey, crontab
from huey.consumer import Consumer, Scheduler, ThreadEnvironment

from webapp.config import Settings
from webapp.domain.shared.advice import advice_on_failure
from webapp.jobs.shared.chores import minute_of
from webapp.jobs.shared.minute import Minute, run_minute
from webapp.jobs.shared.queue import open_queue

logger = logging.getLogger(__name__)

MINUTE = 60  # seconds
OFTEN = 2.0  # seconds between two looks into SQLite's queue, at most
QUIET = 60.0  # seconds for which the same fault of the queue is not logged again


def tick_until(stop: threading.Event, settings: Settings) -> None:
    """Tick each minute until `stop` is set, and return when what was begun is finished."""
    _log_as_ours()
    queue = open_queue(settings.data, settings.database_url)
    ticking = Ticking(queue, minute_of(settings, stop))
    ticking.run()
    ticking.stop(graceful=True)
    queue.storage.close()


class AtFullMinutes(Scheduler):
    """Ticks when it starts and then at each full minute, when most of what is due falls due."""

    def loop(self, now: Any = None) -> None:
        """Enqueue a tick and wait for the next full minute."""
        try:
            self.enqueue_periodic_tasks(now)
        finally:
            # By the clock on the wall each time: it may be put back or forward.
            self.stop_flag.wait(MINUTE - time.time() % MINUTE)


class Ticking(Consumer):
    """Runs a minute's chores with one worker, until the event of that minute is set."""

    scheduler_class = AtFullMinutes

    def __init__(self, queue: Huey, minute: Minute) -> None:
        self._minute = minute
        _add_tick(queue, minute)
        queue.on_shutdown("close")(queue.storage.close)  # the connection by which a worker listens
        super().__init__(queue, workers=1, max_delay=OFTEN)
        self._stop_flag_timeout = float(MINUTE)  # it wakes at once when it is to stop

    def get_environment(self, worker_type: str) -> ThreadEnvironment:
        """Return one that hands out the event by which this process stops."""
        found = super().get_environment(worker_type)
        found.get_stop_flag = lambda: self._minute.stop
        return found

    def _set_signal_handlers(self) -> None:
        """Leave signals to the program: web server and jobs may share a process."""


def _add_tick(queue: Huey, minute: Minute) -> None:
    # A tick that nobody took for a minute is worth nothing: the next one does the same.
    @queue.periodic_task(crontab(), name="tick", expires=MINUTE)
    def tick() -> None:
        run_minute(minute)


def _log_as_ours() -> None:
    theirs = logging.getLogger("huey")
    theirs.setLevel(logging.WARNING)  # else two lines for each tick
    theirs.propagate = False
    theirs.handlers = [_Advice()]


class _Advice(logging.Handler):
    """Logs what Huey logs with what to do about it; the same only once a minute."""

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[str, float] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Log it, unless that was done a moment ago."""
        error = record.exc_info[1] if record.exc_info else None
        advice = advice_on_failure(error) if error else "A part of the jobs was started again."
        if time.monotonic() - self._last.get(advice, -QUIET) >= QUIET:
            self._last[advice] = time.monotonic()
            logger.log(record.levelno, "jobs: %s", advice, exc_info=error)
