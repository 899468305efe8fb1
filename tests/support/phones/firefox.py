"""Firefox, driven by Marionette, the protocol that geckodriver uses; Debian has no geckodriver."""

import json
import socket
import subprocess
from pathlib import Path
from typing import Any

from tests.support.needs import program
from tests.support.phones.patience import LONGEST, Refused, until
from tests.support.processes import end, killed_on_failure, start

# Marionette sets the other preferences that tests need. Processes that no page of ours uses are
# not started: a start is most of what a test costs.
UNUSED = (
    "dom.ipc.processPrelaunch.enabled",
    "extensions.webextensions.remote",
    "layers.gpu-process.enabled",
    "media.rdd-process.enabled",
    "network.process.enabled",
    "toolkit.telemetry.enabled",
)
SETTINGS = "".join(
    ['user_pref("marionette.port", 0);\n', *(f'user_pref("{one}", false);\n' for one in UNUSED)]
)
SCREEN = {"MOZ_HEADLESS_WIDTH": "390", "MOZ_HEADLESS_HEIGHT": "844"}  # it makes 500 of 390


class Firefox:
    """A running Firefox; its profile stays when it quits."""

    def __init__(self, profile: Path) -> None:
        self._asked = 0
        self._process = _start(profile)
        with killed_on_failure(self._process):
            self._socket = socket.create_connection(("127.0.0.1", _port(profile)), LONGEST)
            self._answers = self._socket.makefile("rb")
            self._read()  # its greeting
            self.call("NewSession")

    def call(self, command: str, **given: Any) -> Any:
        return self._ask(f"WebDriver:{command}", given)

    def quit(self) -> None:
        self._ask("Marionette:Quit", {"flags": ["eAttemptQuit"]})
        self._end()

    def kill(self) -> None:
        self._process.kill()  # quitting takes 1.4 s
        self._end()

    def _end(self) -> None:
        self._answers.close()
        self._socket.close()
        end(self._process)

    def _ask(self, command: str, given: dict[str, Any]) -> Any:
        self._asked += 1
        message = json.dumps([0, self._asked, command, given]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, answer = self._read()
        if error:
            raise Refused(f"{command}: {error['error']}: {error['message']}")
        return answer.get("value", answer) if isinstance(answer, dict) else answer

    def _read(self) -> Any:
        length = b""
        while (piece := self._answers.read(1)) not in (b":", b""):
            length += piece
        return json.loads(self._answers.read(int(length)))


def _start(profile: Path) -> subprocess.Popen[bytes]:
    profile.mkdir(exist_ok=True)
    (profile / "user.js").write_text(SETTINGS)
    (profile / "MarionetteActivePort").unlink(missing_ok=True)
    command = [program("firefox"), "--headless", "--marionette", "--no-remote"]
    return start([*command, "--profile", str(profile)], home=profile, **SCREEN)


def _port(profile: Path) -> int:
    told = profile / "MarionetteActivePort"
    return int(until(lambda: told.exists() and told.read_text(), "a Firefox that listens"))
