"""Waiting for many connections at once, at a cost that does not grow with those that are silent.

Waitress asks every open connection before each wait whether it wants to read or write. With some
hundred of them that takes longer than answering a request, and the threads that answer wait for it
at each of their own calls to the system. Here only those are asked that something happened to.
"""

import select
from collections import deque
from typing import Any

from waitress import wasyncore

READ = select.POLLIN | select.POLLPRI


class Sockets(dict[int, Any]):
    """The open sockets by their file number.

    changed: numbers of those that may want something else since they were last asked. served:
    those that a thread answers right now, whose wishes change meanwhile.
    """

    def __init__(self) -> None:
        super().__init__()
        self.changed: deque[int] = deque()  # threads add to it while the main one takes from it
        self.served: dict[int, None] = {}

    def __setitem__(self, number: int, opened: Any) -> None:
        """Add one that was opened."""
        super().__setitem__(number, opened)
        self.changed.append(number)

    def __delitem__(self, number: int) -> None:
        """Take out one that was closed."""
        super().__delitem__(number)
        self.changed.append(number)


class Poll:
    """Waits for events of `sockets` and has them handled."""

    def __init__(self, sockets: Sockets) -> None:
        self._sockets = sockets
        self._poll = select.poll()  # select() takes 1,024 files at the most
        self._wanted: dict[int, int] = {}

    def turn(self, seconds: float) -> None:
        """Wait for the next events, `seconds` at most, and handle them."""
        for number in self._changed():
            self._ask(number)
        for number, flags in self._poll.poll(int(seconds * 1000)):
            self._sockets.changed.append(number)
            if opened := self._sockets.get(number):
                wasyncore.readwrite(opened, flags)

    def ask_all(self) -> None:
        """Ask every socket at the next turn, also those that nothing was seen to happen to."""
        self._sockets.changed.extend(list(self._sockets))

    def _changed(self) -> set[int]:
        changed = self._sockets.changed
        numbers = set(self._sockets.served)
        while changed:
            numbers.add(changed.popleft())
        return numbers

    def _ask(self, number: int) -> None:
        opened = self._sockets.get(number)
        wanted = _wishes(opened) if opened else 0
        if wanted == self._wanted.get(number, 0):
            return
        if wanted:
            self._poll.register(number, wanted)
            self._wanted[number] = wanted
        else:
            self._poll.unregister(number)
            del self._wanted[number]


def _wishes(opened: Any) -> int:
    wanted = READ if opened.readable() else 0
    if opened.writable() and not opened.accepting:
        wanted |= select.POLLOUT
    return wanted
