"""Programs that tests start, and that do not outlive them."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.engines.patience import LONGEST
from tests.support.server import die_with_parent


def start(command: list[str], *, home: Path, **environ: str) -> subprocess.Popen[bytes]:
    """Start a program that leaves what it leaves in a home of its own."""
    return subprocess.Popen(
        command,
        env={**os.environ, **environ, "HOME": str(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=die_with_parent,
    )


def end(program: subprocess.Popen[bytes]) -> None:
    """Wait for a program that was asked to end, but not for ever."""
    try:
        program.wait(LONGEST)
    finally:
        program.kill()
        program.wait()


@contextmanager
def killed_on_failure(program: subprocess.Popen[bytes]) -> Iterator[None]:
    """What follows the start may fail: the program is not to stay then."""
    try:
        yield
    except BaseException:
        program.kill()
        program.wait()
        raise
