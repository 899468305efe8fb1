"""Run several functions at the same moment, each in a thread and on a connection of its own."""

import threading
from collections.abc import Callable
from typing import Any

from webapp.storage.engine.database import connection


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Return what each function returned, or the exception that it raised."""
    start = threading.Barrier(len(deeds))
    came: list[Any] = [None] * len(deeds)

    def run(place: int) -> None:
        with connection():
            start.wait(10)
            try:
                came[place] = deeds[place]()
            except Exception as error:
                came[place] = error

    threads = [threading.Thread(target=run, args=[place]) for place in range(len(deeds))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return came
