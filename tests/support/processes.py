"""Programs that tests and benchmarks start; none outlives the process that started it."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST = 30  # seconds; a program that was asked to end is killed after that


def die_with_parent() -> None:
    """Have the kernel kill this process when its parent ends; for `preexec_fn`."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def run_app(
    *words: object, how: tuple[str, ...] = ("-m", "webapp"), **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run `python -m webapp` with these words and settings to its end; return the result."""
    return subprocess.run(
        [sys.executable, *how, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environ},
        capture_output=True,
        text=True,
        timeout=60,
    )


def start(command: list[str], *, home: Path, **environ: str) -> subprocess.Popen[bytes]:
    """Start a program with a home folder of its own for what it writes there."""
    return subprocess.Popen(
        command,
        env={**os.environ, **environ, "HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=die_with_parent,
    )


def end(program: subprocess.Popen[bytes]) -> None:
    """Wait for a program that was asked to end; kill it when it takes too long."""
    try:
        program.wait(LONGEST)
    finally:
        program.kill()
        program.wait()


@contextmanager
def killed_on_failure(program: subprocess.Popen[bytes]) -> Iterator[None]:
    """Kill the program when the block fails."""
    try:
        yield
    except BaseException:
        program.kill()
        program.wait()
        raise
