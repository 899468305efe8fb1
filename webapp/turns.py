"""The order in which requests are answered."""

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from typing import Any

Task = Any  # waitress's connection with a request that waits to be answered


class Turns:
    """Requests that wait, answered in turns: one of each group, then the next of each.

    So a client that asks for thousands of pages at once, over however many connections, delays
    another's by one page. It stands in for the deque of waitress, which takes the oldest first.

    key: returns which group a task belongs to, such as its client. changes: a task may get into
    another group while it waits. within: makes what holds the tasks of a group: turns again, or a
    deque.
    """

    def __init__(
        self,
        key: Callable[[Task], Hashable],
        within: "Callable[[], Turns | deque[Task]]" = deque,
        *,
        changes: bool = False,
    ) -> None:
        self._key = key
        self._within = within
        self._changes = changes
        self._waiting: OrderedDict[Hashable, Turns | deque[Task]] = OrderedDict()
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def append(self, task: Task) -> None:
        """Add a request behind the others of its group."""
        self._put(self._key(task), task)
        self._count += 1

    def popleft(self) -> Task:
        """Return the oldest request of the group whose turn it is, and take it out."""
        key, task = self._take()
        while self._changes and (belongs := self._key(task)) != key:
            self._put(belongs, task)
            key, task = self._take()
        if key in self._waiting:
            self._waiting.move_to_end(key)
        self._count -= 1
        return task

    def _put(self, key: Hashable, task: Task) -> None:
        group = self._waiting.get(key)
        if group is None:
            group = self._waiting[key] = self._within()
        group.append(task)

    def _take(self) -> tuple[Hashable, Task]:
        key, group = next(iter(self._waiting.items()))
        task = group.popleft()
        if not group:
            del self._waiting[key]
        return key, task
