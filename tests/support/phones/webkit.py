"""WebKit, the iPhone's engine, driven by Debian's WebKitWebDriver on a virtual screen."""

import contextlib
import http.client
import json
from pathlib import Path
from typing import Any

from tests.support.needs import program
from tests.support.phones.patience import LONGEST, Refused, until
from tests.support.ports import free_port
from tests.support.processes import end, killed_on_failure, start

BROWSER = Path(__file__).with_name("webkit_browser.py")
# Debian's own Python, which has WebKit's bindings.
PYTHON = "/usr/bin/python3"
LOADS = {"pageLoad": 20_000}  # ms; a hanging page is given up in time to load it again
WAYS = {
    "Navigate": ("POST", "/url"),
    "ExecuteScript": ("POST", "/execute/sync"),
    "DeleteCookie": ("DELETE", "/cookie/{name}"),
    "NewWindow": ("POST", "/window/new"),
    "SwitchToWindow": ("POST", "/window"),
    "GetWindowHandles": ("GET", "/window/handles"),
    "GetComputedLabel": ("GET", "/element/{id}/computedlabel"),
    "Back": ("POST", "/back"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "ElementClear": ("POST", "/element/{id}/clear"),
    "ElementSendKeys": ("POST", "/element/{id}/value"),
}


class WebKit:
    """A running WebKitGTK; its profile stays when it quits."""

    def __init__(self, profile: Path) -> None:
        port = free_port()
        self._process = start([program("webkit"), f"--port={port}"], home=profile)
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST)
        with killed_on_failure(self._process):
            until(self._answers, "a WebKitWebDriver that listens")
            self._session = f"/session/{self._begin(profile)}"

    def call(self, command: str, **given: Any) -> Any:
        method, path = WAYS[command]
        return self._ask(method, self._session + path.format(**given), given)

    def quit(self) -> None:
        self._ask("DELETE", self._session, {})
        self._leave()

    def kill(self) -> None:
        # Takes 0.1 s. A browser that answers nothing any more goes with its driver.
        with contextlib.suppress(TimeoutError):
            self._ask("DELETE", self._session, {})
        self._leave()

    def _leave(self) -> None:
        self._line.close()
        self._process.terminate()
        end(self._process)

    def _answers(self) -> bool:
        try:
            return bool(self._ask("GET", "/status", {}))
        except OSError:
            self._line.close()  # or http.client still expects an answer
            return False

    def _begin(self, profile: Path) -> str:
        options = {"binary": PYTHON, "args": [str(BROWSER), str(profile)]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options, "timeouts": LOADS}}
        session: str = self._ask("POST", "/session", {"capabilities": wanted})["sessionId"]
        return session

    def _ask(self, method: str, path: str, given: dict[str, Any]) -> Any:
        body = json.dumps(given) if method == "POST" else None
        self._line.request(method, path, body)
        try:
            answer = json.load(self._line.getresponse())["value"]
        except TimeoutError:
            self._line.close()  # or no other command can be sent
            raise
        if isinstance(answer, dict) and "error" in answer:
            raise Refused(f"{path}: {answer['error']}: {answer['message']}")
        return answer
