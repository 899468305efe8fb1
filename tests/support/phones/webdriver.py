"""The commands of WebDriver that both engines understand, over a wire that each provides.

The few commands that tests need are the same in both, so no package is needed whose version would
have to match the installed browsers.
"""

from pathlib import Path
from typing import Any, Protocol

from tests.support.phones.patience import until

Element = dict[str, str]  # a reference to an element of a page, as WebDriver writes it
KEY = "element-6066-11e4-a52e-4f735466cecf"
SHOWN = """return [...document.querySelectorAll(arguments[0])].filter(
    (found) => found.checkVisibility({visibilityProperty: true}))"""
# As a person does; WebDriver stops scrolling where the bar at the bottom may still cover it.
CENTRE = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})"


class Wire(Protocol):
    """A running browser with a profile of its own, and the connection to it."""

    def __init__(self, profile: Path) -> None: ...

    def call(self, command: str, **given: Any) -> Any:
        """Send a command, by its name in the standard without blanks; raises Refused."""

    def quit(self) -> None:
        """End the whole browser as a person does; its data stays in the profile."""

    def kill(self) -> None:
        """End the whole browser at once; the profile is of no use any more."""


class Driver:
    """One browser; elements are found by selector and accessible name."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def goto(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        self._wire.call("Navigate", url=url)

    def click(self, selector: str, name: str = "") -> None:
        """Click the shown element with this name, as soon as it is there."""
        until(lambda: self._clicked(selector, name), f"{selector} {name!r} to click")

    def fill(self, selector: str, name: str, text: str) -> None:
        """Replace the text of a field."""
        until(lambda: self._filled(selector, name, text), f"{selector} {name!r} to fill")

    def find(self, selector: str, name: str = "") -> Element:
        """Return the first shown element with this accessible name, or an empty dict."""
        shown: list[Element] = self.run(SHOWN, selector) or []  # None: the page is being left
        return next((found for found in shown if not name or self._name(found) == name), {})

    def texts(self, selector: str) -> list[str]:
        """Return the text of each shown element."""
        texts: list[str] = self.run(f"{SHOWN}.map((found) => found.innerText.trim())", selector)
        return texts

    def run(self, script: str, *given: Any) -> Any:
        """Return what a script returns."""
        return self._wire.call("ExecuteScript", script=script, args=list(given))

    def back(self) -> None:
        """Go back one page, as the button of the browser does."""
        self._wire.call("Back")

    def forget_cookie(self, name: str) -> None:
        """Delete a cookie of the open site, one that is hidden from scripts too."""
        self._wire.call("DeleteCookie", name=name)

    def new_tab(self) -> None:
        """Open one more tab and go on in it."""
        tab = self._wire.call("NewWindow", type="tab")
        self._wire.call("SwitchToWindow", handle=tab["handle"])

    def go_to_tab(self, place: int) -> None:
        """Go on in another tab; 0 is the first."""
        self._wire.call("SwitchToWindow", handle=self._wire.call("GetWindowHandles")[place])

    def quit(self) -> None:
        self._wire.quit()

    def kill(self) -> None:
        self._wire.kill()

    def _name(self, element: Element) -> str:
        name: str = self._wire.call("GetComputedLabel", id=element[KEY])
        return name.strip()

    def _clicked(self, selector: str, name: str) -> bool:
        if element := self.find(selector, name):
            self.run(CENTRE, element)
            self._wire.call("ElementClick", id=element[KEY])
        return bool(element)

    def _filled(self, selector: str, name: str, text: str) -> bool:
        if field := self.find(selector, name):
            self._wire.call("ElementClear", id=field[KEY])
            if text:
                self._wire.call("ElementSendKeys", id=field[KEY], text=text)
        return bool(field) and self.run("return arguments[0].value", field) == text
