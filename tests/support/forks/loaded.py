"""A process that has loaded the app, and forks one that runs it each time it is told to.

Loading is most of what a start costs, and tests start many hundred servers; compiling templates is
most of what their first pages cost, so that what is compiled is kept in a folder. What is forked
is `python -m webapp` in every other respect: its settings, files, threads and end are its own.
tests/support/forks/server.py starts this process and speaks with it.
"""

import importlib
import json
import os
import runpy
import socket
import sys
import time
from functools import partialmethod

from jinja2 import Environment, FileSystemBytecodeCache

from tests.support.processes import die_with_parent

LARGEST = 1_000_000  # bytes of a message
AHEAD = "SECONDS_AHEAD"  # the variable that moves the clock of what is forked
FILES = 2  # that come with it: for output and for errors
LOADED = ("webapp.__main__", "webapp.app", "webapp.serving", "psycopg")


def main(line: socket.socket, folder: str) -> None:
    """Do what is asked for on `line` until nobody is there any more.

    folder: for compiled templates; each is of the text that it was compiled from.
    """
    kept = FileSystemBytecodeCache(folder)
    Environment.__init__ = partialmethod(Environment.__init__, bytecode_cache=kept)  # type: ignore[method-assign, assignment]
    for name in LOADED:
        importlib.import_module(name)
    del sys.modules["webapp.__main__"]  # it is to run, with what it needs loaded
    while (asked := _heard(line))[0]:
        message, files = json.loads(asked[0]), asked[1]
        if "wait" in message:
            _, status = os.waitpid(message["wait"], 0)
            _say(line, code=os.waitstatus_to_exitcode(status))
        elif pid := os.fork():
            _say(line, pid=pid)
            _close(files)
        else:
            line.close()
            return _become(message["words"], message["environ"], files)
    return None


def _heard(line: socket.socket) -> tuple[bytes, list[int]]:
    message, files, _, _ = socket.recv_fds(line, LARGEST, FILES)
    return message, files


def _say(line: socket.socket, **values: int) -> None:
    line.send(json.dumps(values).encode())


def _close(files: list[int]) -> None:
    for file in files:
        os.close(file)


def _become(words: list[str], environ: dict[str, str], files: list[int]) -> None:
    """Run the app with this command line, these variables, and these files for what it says."""
    die_with_parent()
    for number, file in enumerate(files, start=1):
        os.dup2(file, number)
    _close(files)
    os.environ.clear()
    os.environ.update(environ)
    _live_later(int(environ.get(AHEAD, 0)))
    sys.argv[1:] = words
    runpy.run_module("webapp", run_name="__main__", alter_sys=True)


def _live_later(ahead: int) -> None:
    """Let the clock of this process show so many seconds more than it is."""
    real, exact = time.time, time.time_ns
    time.time = lambda: real() + ahead
    time.time_ns = lambda: exact() + ahead * 1_000_000_000


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])), sys.argv[2])
