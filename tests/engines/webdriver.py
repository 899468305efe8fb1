"""What both engines understand: the commands of WebDriver, over a wire that each brings itself.

The few commands that tests need are the same in both, so there is no package in between, and no
version of one to fit to the browsers of the day.
"""

from pathlib import Path
from typing import Any, Protocol

from tests.engines.patience import until

Element = dict[str, str]  # a reference to what stands on a page, as WebDriver writes it
KEY = "element-6066-11e4-a52e-4f735466cecf"
SHOWN = """return [...document.querySelectorAll(arguments[0])].filter(
    (found) => found.checkVisibility({visibilityProperty: true}))"""
# As a person does; WebDriver stops where the bar at the bottom may still lie over it.
CENTRE = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})"


class Wire(Protocol):
    """A running browser on a profile of its own, and the line to it."""

    def __init__(self, profile: Path) -> None: ...

    def call(self, command: str, **given: Any) -> Any:
        """Send a command, by its name in the standard without blanks; raises Refused."""

    def quit(self) -> None:
        """End the whole browser as a person does; what it keeps is in the profile."""


class Driver:
    """One browser, by what is on its page: elements go by selector and accessible name."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def goto(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        self._wire.call("Navigate", url=url)

    def click(self, selector: str, name: str = "") -> None:
        """Click what is shown and has this name, as soon as it is there."""
        until(lambda: self._clicked(selector, name), f"{selector} {name!r} to click")

    def fill(self, selector: str, name: str, text: str) -> None:
        """Put the text in place of what is in a field."""
        until(lambda: self._filled(selector, name, text), f"{selector} {name!r} to fill")

    def find(self, selector: str, name: str = "") -> Element:
        """The first element that is shown and has this accessible name; else an empty one."""
        shown: list[Element] = self.run(SHOWN, selector)
        return next((found for found in shown if not name or self._name(found) == name), {})

    def texts(self, selector: str) -> list[str]:
        """What is written in each element that is shown."""
        texts: list[str] = self.run(f"{SHOWN}.map((found) => found.innerText.trim())", selector)
        return texts

    def run(self, script: str, *given: Any) -> Any:
        """What a script gives with `return`."""
        return self._wire.call("ExecuteScript", script=script, args=list(given))

    def forget_cookies(self) -> None:
        """Lose every cookie of the site that is open, those hidden from scripts too."""
        self._wire.call("DeleteAllCookies")

    def new_tab(self) -> None:
        """Open one more tab and go on in it."""
        tab = self._wire.call("NewWindow", type="tab")
        self._wire.call("SwitchToWindow", handle=tab["handle"])

    def go_to_tab(self, place: int) -> None:
        """Go on in another tab; 0 is the first."""
        self._wire.call("SwitchToWindow", handle=self._wire.call("GetWindowHandles")[place])

    def quit(self) -> None:
        self._wire.quit()

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
