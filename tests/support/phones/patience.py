"""Waiting for a state of a page."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

LONGEST = 30  # s, for what may take its time on a busy machine
AT_ONCE = 6  # s, for what may not wait for the network: the app gives a request 8 s
PAUSE = 0.02


class Refused(Exception):
    """The browser answered a command with an error, such as "no such element"."""


def until(check: Callable[[], T], hope: str, within: float = LONGEST) -> T:
    """Return what `check` returns as soon as it is true.

    After `within` seconds it raises AssertionError, with `hope` as what never came. While a page
    loads, a browser refuses some commands (Refused): that counts as not yet.
    """
    end = time.monotonic() + within
    while True:
        trouble = None
        try:
            if found := check():
                return found
        except Refused as refused:
            trouble = refused
        if time.monotonic() > end:
            raise AssertionError(f"never came: {hope}") from trouble
        time.sleep(PAUSE)
