"""Looking names up within a time: by itself the system may take half a minute over one."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Any

Address = tuple[int, Any]  # its family, and what connect() takes: IP address, port, ...
Found = Future[list[Address]]


class Lookups:
    """The names that are being looked up: each once, however many ask for it meanwhile.

    Nothing can end a look-up before the system does; this way those that hang are as many as there
    are names, and not as many as there are reminders.
    """

    def __init__(self, look_up: Callable[[str], list[Address]]) -> None:
        self._look_up = look_up
        self._running: dict[str, Found] = {}
        self._lock = Lock()

    def addresses(self, host: str, patience: float) -> list[Address]:
        """Return the addresses of a host, found within `patience` seconds. OSError."""
        return self._begun(host).result(patience)

    def _begun(self, host: str) -> Found:
        with self._lock:
            if host not in self._running:
                found: Found = Future()
                Thread(target=self._run, args=(host, found), daemon=True).start()
                self._running[host] = found
            return self._running[host]

    def _run(self, host: str, found: Found) -> None:
        try:
            found.set_result(self._look_up(host))
        except Exception as error:
            found.set_exception(error)
        with self._lock:
            del self._running[host]
