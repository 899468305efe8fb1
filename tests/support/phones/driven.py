"""A person's phone with WebKit or Firefox, driven by WebDriver on a profile on disk."""

import re
from contextlib import suppress
from pathlib import Path

from tests.support.phones.patience import AT_ONCE, LONGEST, until
from tests.support.phones.scripts import KEEPS
from tests.support.phones.verbs import ROWS, Verbs
from tests.support.phones.webdriver import Driver, Wire


class Phone(Verbs):
    """One browser profile."""

    def __init__(self, engine: type[Wire], profile: Path, url: str) -> None:
        self._engine = engine
        self._profile = profile
        self.url = url
        self.browser: Driver
        self.start()

    def start(self) -> None:
        self.browser = Driver(self._engine(self._profile))

    def close(self) -> None:
        self.browser.quit()

    def throw_away(self) -> None:
        """End the browser at once, at the end of a test."""
        self.browser.kill()

    def open(self, path: str = "/") -> None:
        self.browser.goto(self.url + path)

    def fills(self, label: str, text: str) -> None:
        self.browser.fill("input, textarea", label, text)

    def taps(self, button: str) -> None:
        self.browser.click("button", button)

    def follows(self, link: str) -> None:
        self.browser.click("a", link)

    def chooses(self, option: str) -> None:
        self.browser.click("input[type=radio]", option)

    def count(self, selector: str) -> int:
        return len(self.browser.texts(selector))

    def counts(self, selector: str, number: int, within: float = LONGEST) -> None:
        until(lambda: self.count(selector) == number, f"{number} of {selector}", within)

    def sees(self, selector: str, text: str, within: float = LONGEST) -> None:
        until(lambda: any(text in said for said in self.browser.texts(selector)), text, within)

    def reads(self, selector: str, *texts: str) -> None:
        until(lambda: self.browser.texts(selector) == list(texts), f"the texts {texts}")

    def waits_for(self, question: str, argument: object = None) -> None:
        ask = f"return ({question})(arguments[0])"
        until(lambda: self.browser.run(ask, argument), f"a yes to {question}")

    def forgets_who_is_signed_in(self) -> None:
        """Lose the session, as when its time is over."""
        self.browser.forget_cookie("session")

    def switches_to(self, language: str) -> None:
        """Choose a language at the end of the page, which may move while its words come back."""
        until(self._unfolds_languages, "the languages")
        self.browser.click("button", language)

    def _unfolds_languages(self) -> bool:
        if not self.browser.find(".languages__list button"):
            self.browser.click(".languages__now")
        return bool(self.browser.find(".languages__list button"))

    def opens_a_second_tab(self) -> None:
        """Open the app in one more tab, and go on there."""
        self.browser.new_tab()
        self.open()

    def goes_to_the_first_tab(self) -> None:
        """Go on in the first tab."""
        self.browser.go_to_tab(0)

    def adds_what_it_changed(self, impact: str) -> None:
        """Open the newest win, fill in what it changed, save; return when the row shows it."""
        until(self._opens_the_newest_win, "the newest win to open")
        self.browser.fill(f"{ROWS} textarea", "", impact)
        self.browser.click(f"{ROWS} button", "Save")
        self.sees(f"{ROWS} .win__impact", impact, AT_ONCE)

    def _opens_the_newest_win(self) -> bool:
        # What a tap leads to moves the rows: a click on where one was at that moment is lost.
        if not self.browser.find(f"{ROWS} textarea"):
            self.browser.click(f"{ROWS}:first-child .win__open")
        with suppress(AssertionError):
            until(lambda: self.browser.find(f"{ROWS} textarea"), "its details", AT_ONCE)
        return bool(self.browser.find(f"{ROWS} textarea"))

    def sees_the_time_of_the_page(self) -> None:
        """Wait until the page shows the time that it is from."""
        time = re.compile(r"as of \d\d:\d\d")
        until(lambda: any(map(time.fullmatch, self.browser.texts(".as-of"))), "as of HH:MM")

    def opens_through_the_worker(self) -> None:
        """Wait until Today is on the phone, then open it through the worker.

        WebKit leaves a page alone that was on its way when the worker came, until the next one;
        opening page after page meanwhile can keep it from ever putting the worker in.
        """
        self.waits_for(KEEPS, "/")
        until(self._opened_by_worker, "a page from the worker")

    def _opened_by_worker(self) -> bool:
        self.open()
        controlled: bool = self.browser.run("return !!navigator.serviceWorker.controller")
        return controlled
