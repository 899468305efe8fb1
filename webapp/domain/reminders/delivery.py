"""A worker's round: it claims prompts that are due, sends them, and stores what became of them.

It claims a hundred at a time and sends twenty at once, outside any transaction. If it is killed,
nothing is lost: another worker claims the rest when the leases have ended. What had been sent but
was not stored is then sent again, and takes the place of the first one on the phone.
How one prompt is sent: sending.py.
"""

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from webapp.domain.reminders import claims
from webapp.domain.reminders.claims import LEASE, MOST_TRIES, SECOND, End, Outcome
from webapp.domain.shared.advice import advice_on_failure
from webapp.rules.reminders.kinds import Reason
from webapp.rules.shared.moments import MINUTE
from webapp.storage.reminders.prompts import Prompt

logger = logging.getLogger(__name__)

AT_ONCE = 20  # sent by one worker
FEW = 20  # in hand, below which more are claimed
RENEWED = 10.0  # seconds after which leases are renewed
LOOK = 1.0  # seconds between two looks at what other workers have
WATCH = 35.0  # seconds for which they are watched: a lease and a little
RETRY = 1.0  # seconds between two tries to store what was sent
TRIED_FOR = LEASE / SECOND  # seconds; after that others send it again in any case

Send = Callable[[Prompt, int], Outcome]
Clock = Callable[[], int]


def deliver_due(send: Send, clock: Clock, stop: threading.Event) -> int:
    """Send what is due until nothing is, and return how many prompts came to an end.

    It goes on while another worker has some, since that one may have been killed. send: sends one
    prompt at a moment (ms) and returns what became of it; it is called in several threads, without
    a connection, and takes at most some seconds. clock: the time in ms. stop: when it is set, what
    is being sent is finished and the rest is given back.
    """
    return _Delivery(send, clock, stop).run()


class _Delivery:
    def __init__(self, send: Send, clock: Clock, stop: threading.Event) -> None:
        self._send, self._clock, self._stop = send, clock, stop
        self._held: dict[tuple[object, ...], Prompt] = {}
        self._done: queue.SimpleQueue[tuple[Prompt, Outcome]] = queue.SimpleQueue()
        self._unstored: list[tuple[Prompt, Outcome]] = []
        self._ended = threading.Event()  # by a failure: nothing else is begun
        self._renewed = self._claimed = time.monotonic()
        self._failing: float | None = None  # since when the database does not take what was sent
        self._told = False
        self._count = 0

    def run(self) -> int:
        with ThreadPoolExecutor(AT_ONCE, "reminder") as self._pool:
            try:
                while self._fill() or self._watch():
                    self._collect()
            finally:
                self._ended.set()
        return self._count

    def _fill(self) -> bool:
        """Claim more when few are left; return whether there are any in hand."""
        if len(self._held) <= FEW and not self._stop.is_set():
            # With some in hand a failure must not end it: what becomes of them is to be stored.
            self._try(self._claim) if self._held else self._claim()
        return bool(self._held)

    def _claim(self) -> None:
        for prompt in claims.claim(self._clock()):
            self._claimed = time.monotonic()
            self._held[_key(prompt)] = prompt
            self._pool.submit(self._send_one, prompt)

    def _watch(self) -> bool:
        """Wait a moment when another worker has prompts; return whether to go on."""
        if self._stop.is_set() or time.monotonic() - self._claimed > WATCH:
            return False
        now = self._clock()
        free = claims.next_free(now)
        if free is not None:
            self._stop.wait(min(LOOK, max(0, free - now) / SECOND))
        return free is not None

    def _collect(self) -> None:
        """Wait for the next that was sent, and store it with all others that were meanwhile."""
        if self._held:
            self._unstored += self._finished()
        self._try(self._store_finished)
        if self._held and time.monotonic() - self._renewed >= RENEWED:
            self._try(self._renew)

    def _finished(self) -> list[tuple[Prompt, Outcome]]:
        found = []
        with contextlib.suppress(queue.Empty):
            found.append(self._done.get(timeout=RETRY if self._unstored else RENEWED))
            while True:
                found.append(self._done.get_nowait())
        return found

    def _store_finished(self) -> None:
        if self._unstored:
            claims.store(self._unstored)
            for prompt, outcome in self._unstored:
                self._held.pop(_key(prompt), None)
                self._count += outcome.end in (End.SENT, End.SKIPPED)
            self._unstored = []

    def _renew(self) -> None:
        claims.renew(self._held.values(), self._clock())
        self._renewed = time.monotonic()

    def _try(self, step: Callable[[], None]) -> None:
        """Take a step that writes; if the database does not let it, again, as long as a lease."""
        try:
            step()
        except Exception as error:
            self._failing = self._failing or time.monotonic()
            if time.monotonic() - self._failing > TRIED_FOR:
                raise
            self._tell(error)
            self._ended.wait(RETRY)
        else:
            self._failing = None

    def _send_one(self, prompt: Prompt) -> None:
        self._done.put((prompt, self._outcome(prompt)))

    def _outcome(self, prompt: Prompt) -> Outcome:
        if self._stop.is_set() or self._ended.is_set():
            return Outcome(End.UNTRIED)
        if prompt.tries > MOST_TRIES:  # it may be what kills workers
            return Outcome(End.SKIPPED, reason=Reason.FAILED)
        try:
            return self._send(prompt, self._clock())
        except Exception as error:
            self._tell(error)
            return Outcome(End.AGAIN, self._clock() + MINUTE)

    def _tell(self, error: Exception) -> None:
        if not self._told:  # once: the next hundred fail for the same reason
            self._told = True
            logger.error("sending reminders: %s", advice_on_failure(error), exc_info=error)


def _key(prompt: Prompt) -> tuple[object, ...]:
    return prompt.person_id, prompt.what, prompt.day, prompt.number
