"""A person's phone: WebKit or Firefox with a profile on disk, and what a thumb does on it."""

import re
from pathlib import Path

from tests.engines.patience import AT_ONCE, LONGEST, until
from tests.engines.webdriver import Driver, Wire
from tests.support.held import READ

EMAIL = "ana@example.org"
PASSWORD = "correct horse battery"
KEEPS_TODAY = "return caches.match('/').then(Boolean)"
ROWS = """ul[aria-label="Today's wins"] > li"""


class Phone:
    """One browser profile; `restart` ends the whole browser and opens it again."""

    def __init__(self, engine: type[Wire], profile: Path, url: str) -> None:
        self._engine = engine
        self._profile = profile
        self.url = url
        self.browser = Driver(engine(profile))

    def close(self) -> None:
        self.browser.quit()

    def restart(self) -> None:
        """End the browser, start it again on the same profile, and open the app."""
        self.close()
        self.browser = Driver(self._engine(self._profile))
        self.open()

    def open(self, path: str = "/") -> None:
        self.browser.goto(self.url + path)

    def signs_up(self, name: str = "Ana", email: str = EMAIL) -> None:
        self.open("/people/new")
        self.browser.fill("input", "Name", name)
        self._goes_in(email, "Create account")

    def signs_in(self, email: str = EMAIL) -> None:
        """Fill in the sign-in page, which is open."""
        self._goes_in(email, "Sign in")

    def forgets_who_is_signed_in(self) -> None:
        self.browser.forget_cookies()

    def opens_a_second_tab(self) -> None:
        self.browser.new_tab()
        self.open()

    def goes_to_the_first_tab(self) -> None:
        self.browser.go_to_tab(0)

    def logs(self, what: str = "", kind: str = "Quick task") -> None:
        """Type words, if any, and tap a kind; returns when the row is there."""
        before = len(self._wins())
        self.browser.fill("input", "What did you get done?", what)
        self.browser.click("button", kind)
        until(lambda: len(self._wins()) == before + 1, "one row more", AT_ONCE)

    def undoes(self) -> None:
        """Tap Undo; returns when the row is gone."""
        before = len(self._wins())
        self.browser.click("button", "Undo")
        until(lambda: len(self._wins()) == before - 1, "one row less", AT_ONCE)

    def adds_what_it_changed(self, impact: str) -> None:
        """Open the newest win, write what it changed, save; returns when the row says so."""
        self.browser.click(f"{ROWS}:first-child a")
        self.browser.fill(f"{ROWS} textarea", "", impact)
        self.browser.click(f"{ROWS} button", "Save")
        self.sees(f"{ROWS} .win__impact", impact, AT_ONCE)

    def checks_in(self, rating: int) -> None:
        self.browser.click("a", "Check in")
        self.browser.click("input[type=radio]", str(rating))
        self.sees("#ask", f"You said {rating} of 10", AT_ONCE)

    def sees(self, selector: str, text: str, within: float = LONGEST) -> None:
        """Wait until one such element says this."""
        until(lambda: any(text in said for said in self.browser.texts(selector)), text, within)

    def sees_status(self, text: str, within: float = LONGEST) -> None:
        self.sees("[role=status]", text, within)

    def has_sent_all(self) -> None:
        """Wait until nothing waits, also when the page before this one sent it and said so."""
        held = f"return ({READ})()"
        until(lambda: all(one["state"] == "sent" for one in self.browser.run(held)), "all sent")

    def lists(self, *wins: str) -> None:
        """Today's wins are these, newest first."""
        until(lambda: self._wins() == list(wins), f"the rows {wins}, not {self._wins()}")

    def sees_the_time_of_the_page(self) -> None:
        """Wait until the page says that it is an old one."""
        time = re.compile(r"as of \d\d:\d\d")
        until(lambda: any(map(time.fullmatch, self.browser.texts(".as-of"))), "as of HH:MM")

    def opens_through_the_worker(self) -> None:
        """Wait until Today is on the phone, then open it through the worker.

        WebKit leaves alone a page that was on its way when the worker came, until the next one;
        and who opens page after page meanwhile can keep it from ever putting the worker in.
        """
        until(lambda: self.browser.run(KEEPS_TODAY), "Today on the phone")
        until(self._opened_by_worker, "a page from the worker")

    def _opened_by_worker(self) -> bool:
        self.open()
        controlled: bool = self.browser.run("return !!navigator.serviceWorker.controller")
        return controlled

    def _wins(self) -> list[str]:
        return self.browser.texts(f"{ROWS} .win__what")

    def _goes_in(self, email: str, button: str) -> None:
        self.browser.fill("input", "E-mail", email)
        self.browser.fill("input", "Password", PASSWORD)
        self.browser.click("button", button)
        try:
            self.sees("h1", "Today", LONGEST / 2)
        except AssertionError:
            # Once in hundreds of times WebKit goes nowhere; a person taps again.
            assert self.browser.find("button", button), self.browser.texts("body")
            self.browser.click("button", button)
            self.sees("h1", "Today")
