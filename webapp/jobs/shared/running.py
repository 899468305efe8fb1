"""Running the jobs: in a process of their own, or beside the web server in its process."""

import logging
import signal
import threading
from collections.abc import Callable

from webapp.config import Settings
from webapp.domain.shared.advice import advice_on_failure
from webapp.jobs.shared.minute import Minute

logger = logging.getLogger(__name__)

AFTER = 5.0  # seconds after the web server began to listen: people who open the app come first
AGAIN = 60.0  # seconds after which opening the queue is tried again
STOP_LIMIT = 10.0  # seconds; sending one takes at most five
LOOK = 5.0  # seconds between two looks whether the jobs still run
STOPS = (signal.SIGTERM, signal.SIGINT)

Chores = Callable[[Settings, threading.Event], Minute]


class Jobs:
    """The jobs of this process, in threads of their own; start() returns at once."""

    def __init__(self, settings: Settings, after: float = 0) -> None:
        self._settings, self._after = settings, after
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)

    def start(self) -> "Jobs":
        """Begin, `after` seconds from now, and tick until stop()."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Finish what is being sent, begin nothing else, and return."""
        self._stop.set()
        self._thread.join(STOP_LIMIT)

    def has_ended(self) -> bool:
        """Return whether the jobs ended without having been stopped."""
        return not self._thread.is_alive()

    def _run(self) -> None:
        wait = self._after
        while not self._stop.wait(wait):
            try:
                # Loaded here and not before: the start of the web server need not wait for it.
                from webapp.jobs.shared.ticking import tick_until

                tick_until(self._stop, self._settings)
            except Exception as error:
                logger.error("jobs: %s", advice_on_failure(error), exc_info=error)
            wait = AGAIN


def run_until_stopped(settings: Settings) -> None:
    """Run the jobs until SIGTERM or SIGINT; raise what keeps them from starting."""
    signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)  # in all threads, which begin after this
    jobs = Jobs(settings).start()
    while signal.sigtimedwait(STOPS, LOOK) is None and not jobs.has_ended():
        pass
    jobs.stop()
