"""What is done each minute, and what now and then; one that fails keeps no other from running."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from webapp.domain.shared.advice import advice_on_failure

logger = logging.getLogger(__name__)

Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Chore:
    """One thing to do. name: for the log. every: seconds between two runs, 0 for each tick."""

    name: str
    run: Step
    every: float = 0


@dataclass
class Minute:
    """The chores of a process, and when each has run last (by the monotonic clock).

    stop: set when the process is to stop; what is begun is finished, nothing else begun.
    """

    chores: tuple[Chore, ...]
    stop: threading.Event = field(default_factory=threading.Event)
    ran: dict[str, float] = field(default_factory=dict)


def run_minute(minute: Minute) -> None:
    """Run the chores that are due, in their order."""
    for chore in minute.chores:
        if not minute.stop.is_set() and _is_due(minute, chore):
            _run(minute, chore)


def _is_due(minute: Minute, chore: Chore) -> bool:
    last = minute.ran.get(chore.name)
    return last is None or time.monotonic() - last >= chore.every


def _run(minute: Minute, chore: Chore) -> None:
    began = time.monotonic()
    try:
        chore.run()
    except Exception as error:
        # It is tried again at the next tick, however seldom it runs otherwise.
        logger.error("%s: %s", chore.name, advice_on_failure(error), exc_info=error)
    else:
        minute.ran[chore.name] = began
