"""The simulated phones of one run: a Node process over the real modules of the outbox."""

import contextlib
import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.support.processes import ROOT

SCRIPT = Path(__file__).parent / "simulation" / "phones.mjs"


class Phones:
    """Runs one command at a time; see simulation/phones.mjs."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.hear()

    def record(self, many: int, changes: Iterable[str] = ()) -> None:
        """Let every phone record that many entries; `hear` returns when they have.

        changes: how people leave a team meanwhile; see simulation/teams.mjs.
        """
        self._say(" ".join(["record", str(many), *changes]))

    def settle(self) -> dict[str, Any]:
        """Let every phone send until it is quiet; return what each recorded and knows then."""
        self._say("settle")
        return self.hear()

    def replay(self) -> dict[str, Any]:
        """Let every phone send everything once more, shuffled; return what each knows then."""
        self._say("replay")
        return self.hear()

    def hear(self) -> dict[str, Any]:
        """Wait for the answer to the last command and return it."""
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the simulated phones broke down")
        heard: dict[str, Any] = json.loads(line)
        return heard

    def _say(self, command: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()


@contextlib.contextmanager
def running_phones(**config: Any) -> Iterator[Phones]:
    """Yield phones that have signed up; they end with the block."""
    command = ["sh", "tools/with-node.sh", "node", str(SCRIPT), json.dumps(config)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield Phones(process)
        finally:
            process.kill()
