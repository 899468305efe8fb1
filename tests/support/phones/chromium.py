"""A person's phone with Chromium, driven by Playwright on a profile on disk."""

import time
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Playwright,
    expect,
)

from tests.support.phones.patience import LONGEST
from tests.support.phones.verbs import Verbs
from webapp.catalogues import translations_of

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SCREEN = {"width": 390, "height": 844}
# In the page itself, since Playwright's own wait takes every promise for a yes.
ASK = """async ([argument, end]) => {
    const question = %s;
    while (!(await question(argument))) {
        if (Date.now() > end) return false;
        await new Promise((pause) => setTimeout(pause, 20));
    }
    return true;
}"""
LEFT = ("Execution context was destroyed", "Cannot find context")


class Phone(Verbs):
    """One browser profile; it asks for `language`."""

    def __init__(
        self,
        playwright: Playwright,
        profile: Path,
        url: str,
        chromium: str,
        flags: Sequence[str] = (),
        language: str = "en",
        **options: object,
    ) -> None:
        self._playwright = playwright
        self.profile = profile
        self._chromium = chromium
        self._args = [*ARGS, *flags]
        self._options = {
            "viewport": SCREEN,
            "has_touch": True,
            "is_mobile": True,
            "timezone_id": "Europe/Berlin",
            "locale": "en-GB" if language == "en" else language,
            **options,
        }
        self._translations = translations_of(language)
        self.url = url
        self.context: BrowserContext
        self.page: Page
        self.trouble: list[str] = []  # errors and broken policies of its pages
        self.errors: list[str] = []  # whatever the console calls one, dead lines too
        self.start()

    def said(self, text: str) -> str:
        return str(self._translations.ugettext(text))

    def start(self) -> None:
        self.context = self._playwright.chromium.launch_persistent_context(
            str(self.profile), executable_path=self._chromium, args=self._args, **self._options
        )
        self.page = self.context.pages[0] if self.context.pages else self.context.new_page()
        self.page.on("pageerror", self._note_error)
        self.page.on("console", self._note_message)

    def close(self) -> None:
        self.context.close()

    def open(self, path: str = "/") -> None:
        self.page.goto(self.url + path)

    def fills(self, label: str, text: str) -> None:
        fields = self.page.locator("input, textarea")
        fields.and_(self.page.get_by_label(self.said(label))).fill(text)

    def taps(self, button: str) -> None:
        self.page.get_by_role("button", name=self.said(button), exact=True).click()

    def switches_to(self, language: str) -> None:
        """Choose the language that has this name at the end of the page."""
        self.page.locator(".languages__now").click()
        self.taps(language)

    def follows(self, link: str) -> None:
        self.page.get_by_role("link", name=self.said(link), exact=True).click()

    def chooses(self, option: str) -> None:
        self.page.get_by_role("radio", name=self.said(option), exact=True).click()

    def sends(self, button: str) -> None:
        """Tap a button that sends its form; return on the page that comes of it."""
        with self.page.expect_navigation():
            self.taps(button)

    def takes_back(self, says: str) -> None:
        """Tap the Undo beside these words; that of the tap before can still be there."""
        toast = self.page.locator(".toast", has_text=self.said(says))
        toast.get_by_role("button", name=self.said("Undo")).click()

    @property
    def wins(self) -> Locator:
        """Return the rows of today's wins."""
        todays = self.page.get_by_role("list", name=self.said("Today's wins"))
        return todays.get_by_role("listitem")

    @property
    def status(self) -> Locator:
        """Return the line that says what waits and what is sent."""
        return self.page.get_by_role("status")

    def shows(self) -> str:
        """Return the address and what is on the page, as a screen reader would have it."""
        try:
            return f"{self.page.url}\n{self.page.locator('body').aria_snapshot()}"
        except Error as gone:
            return str(gone)

    def count(self, selector: str) -> int:
        return self.page.locator(selector).filter(visible=True).count()

    def counts(self, selector: str, number: int, within: float = LONGEST) -> None:
        shown = self.page.locator(selector).filter(visible=True)
        expect(shown).to_have_count(number, timeout=within * 1000)

    def sees(self, selector: str, text: str, within: float = LONGEST) -> None:
        seen = self.page.locator(selector)
        expect(seen).to_contain_text(text, timeout=within * 1000)
        expect(seen).to_be_visible(visible=bool(text))

    def reads(self, selector: str, *texts: str) -> None:
        expect(self.page.locator(selector)).to_have_text(texts, timeout=LONGEST * 1000)

    def goes_offline(self) -> None:
        """Lose the network, as in a tunnel."""
        self.context.set_offline(True)

    def goes_online(self) -> None:
        """Find a network again; the browser tells the page so."""
        self.context.set_offline(False)
        # Chromium says nothing to a page that was loaded while this was true.
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def waits_for(self, question: str, argument: object = None) -> None:
        end = time.time() + LONGEST
        while time.time() < end:
            try:
                if self.page.evaluate(ASK % question, [argument, end * 1000]):
                    return
            except Error as error:
                if not any(sign in str(error) for sign in LEFT):
                    raise
                self.page.wait_for_load_state()  # the page went to another: ask that one
        raise AssertionError(f"never came: {question}")

    def _note_error(self, error: Error) -> None:
        if not str(error).startswith("Transition was"):  # a view transition that a click overtook
            self.trouble.append(str(error))

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(message.text)
        if message.type == "error" and "Content Security Policy" in message.text:
            self.trouble.append(message.text)
