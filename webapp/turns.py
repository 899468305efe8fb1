"""The order in which requests are answered."""

from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any

Task = Any  # waitress's connection with a request that waits to be answered


class Turns:
    """Requests that wait, answered in turns: one of each client, then the next of each.

    So a client that asks for thousands of pages at once, over however many connections, delays
    another's by one page. It stands in for the deque of waitress, which takes the oldest first.

    client: returns whose request a task is.
    """

    def __init__(self, client: Callable[[Task], str]) -> None:
        self._client = client
        self._waiting: OrderedDict[str, deque[Task]] = OrderedDict()
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def append(self, task: Task) -> None:
        """Add a request behind the others of its client."""
        self._waiting.setdefault(self._client(task), deque()).append(task)
        self._count += 1

    def popleft(self) -> Task:
        """Return the oldest request of the client whose turn it is, and take it out."""
        client, tasks = self._waiting.popitem(last=False)
        task = tasks.popleft()
        if tasks:
            self._waiting[client] = tasks
        self._count -= 1
        return task
