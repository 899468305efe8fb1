"""Slowing a page and its workers alike: DevTools slows a page only, not the worker that writes."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

STEP = 0.001  # s that the processes run at a time, or longer where this one is held up


@contextmanager
def slowed_processes(profile: Path, times: int) -> Iterator[None]:
    """Let the processes that draw the pages of a browser run one part of `times` of the time.

    Their workers are in them. They are stopped and continued by signals; the browser's own process,
    which stores entries, is not.
    """
    drawing = _renderers(profile)
    assert drawing, "a browser with a page"
    over = threading.Event()
    thread = threading.Thread(target=_slow, args=(drawing, times, over))
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _renderers(profile: Path) -> list[int]:
    """Return the processes below the browser on this profile that draw pages."""
    running = {int(one.name): _command(one) for one in Path("/proc").glob("[0-9]*")}
    browsers = {pid for pid, said in running.items() if f"--user-data-dir={profile} " in said}
    return [
        pid
        for pid, said in running.items()
        if "--type=renderer" in said and browsers & set(_ancestors(pid))
    ]


def _command(process: Path) -> str:
    """Return what a process was started with, "" when it has ended."""
    try:
        return (process / "cmdline").read_text().replace("\0", " ") + " "
    except OSError:
        return ""


def _ancestors(pid: int) -> Iterator[int]:
    while pid > 1:
        stat = Path(f"/proc/{pid}/stat").read_text()
        pid = int(stat.rpartition(")")[2].split()[1])
        yield pid


def _slow(processes: list[int], times: int, over: threading.Event) -> None:
    while not over.is_set():
        began = time.perf_counter()
        time.sleep(STEP)
        ran = time.perf_counter() - began
        _signal(processes, signal.SIGSTOP)
        time.sleep(ran * (times - 1))
        _signal(processes, signal.SIGCONT)


def _signal(processes: list[int], number: signal.Signals) -> None:
    for process in processes:
        os.kill(process, number)
