"""A person's phone in a test: Chromium with a profile on disk, and what a thumb does on it."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Locator, Page, Playwright, expect

from webapp.web.shared.i18n.translations import translations_of

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TRIES, POLLS, PAUSE = 6, 200, 25  # 5 s each, PAUSE in ms
KEEPS = "async (path) => Boolean(await caches.match(path))"
SCREEN = {"width": 390, "height": 844}
EMAIL = "ana@example.org"
PASSWORD = "correct horse battery"


class Phone:
    """One browser profile; `restart` ends the whole browser and opens it again.

    It asks for `language`; what is tapped and seen on it is named in English and found in that.
    """

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
        self._profile = profile
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
        self.url = url
        self.said = translations_of(language).ugettext
        self.context: BrowserContext
        self.page: Page
        self.trouble: list[str] = []
        self._open()

    def close(self) -> None:
        self.context.close()

    def restart(self) -> None:
        """End the browser and start it again on the same profile."""
        self.close()
        self._open()

    def open(self, path: str = "/") -> None:
        self.page.goto(self.url + path)

    def sign_up(self, name: str = "Ana", email: str = EMAIL) -> None:
        self.open("/people/new")
        self.page.get_by_label(self.said("Name")).fill(name)
        self.page.get_by_label(self.said("E-mail")).fill(email)
        self.page.get_by_label(self.said("Password")).fill(PASSWORD)
        self.page.get_by_role("button", name=self.said("Create account")).click()
        self.sees_today()

    def sign_in(self, email: str = EMAIL) -> None:
        self.open("/")
        self.page.get_by_label(self.said("E-mail")).fill(email)
        self.page.get_by_label(self.said("Password")).fill(PASSWORD)
        self.page.get_by_role("button", name=self.said("Sign in")).click()
        self.sees_today()

    def taps(self, name: str) -> None:
        self.page.get_by_role("button", name=self.said(name), exact=True).click()

    def sends(self, name: str) -> None:
        """Tap a button that sends its form; returns on the page that comes of it."""
        with self.page.expect_navigation():
            self.taps(name)

    def logs(self, what: str = "", kind: str = "Quick task") -> None:
        """Type words, if any, and tap a kind; returns when the row is there."""
        before = self.wins.count()
        box = self.said("What did you get done?")
        self.page.get_by_role("textbox", name=box).fill(what)
        self.taps(kind)
        expect(self.wins).to_have_count(before + 1)

    def takes_back(self, says: str) -> None:
        """Tap the Undo beside these words; that of the tap before can still be there."""
        toast = self.page.locator(".toast", has_text=self.said(says))
        toast.get_by_role("button", name=self.said("Undo")).click()

    def undoes(self) -> None:
        """Tap Undo; returns when the row is gone."""
        before = self.wins.count()
        self.taps("Undo")
        expect(self.wins).to_have_count(before - 1)

    def checks_in(self, rating: int) -> None:
        """Open the scale unless it is open, and tap a number."""
        if not self.page.get_by_role("radiogroup", name=self.said("Confidence")).is_visible():
            self.page.get_by_role("link", name=self.said("Check in"), exact=True).click()
        self.page.get_by_role("radio", name=str(rating), exact=True).check()
        answer = self.said("You said %(rating)s of 10. Only you can see this.")
        expect(self.page.get_by_text(answer % {"rating": rating})).to_be_visible()

    @property
    def wins(self) -> Locator:
        todays = self.page.get_by_role("list", name=self.said("Today's wins"))
        return todays.get_by_role("listitem")

    @property
    def status(self) -> Locator:
        return self.page.get_by_role("status")

    def shows(self) -> str:
        """Where it is and what is there, as somebody is told who hears it."""
        try:
            return f"{self.page.url}\n{self.page.locator('body').aria_snapshot()}"
        except Error as gone:
            return str(gone)

    def sees_today(self) -> None:
        expect(self.page.get_by_role("heading", name=self.said("Today"))).to_be_visible()

    def sees_status(self, text: str) -> None:
        expect(self.status).to_contain_text(self.said(text))

    def lists(self, *wins: str) -> None:
        """Today's wins are these, newest first."""
        expect(self.wins.locator(".win__what")).to_have_text(wins)

    def has_worker(self) -> None:
        """Wait until the worker is in charge of this page."""
        self.waits_for("() => navigator.serviceWorker.controller !== null")

    def has_kept(self, path: str) -> None:
        """Wait until the worker has kept this page: it opens offline from now on."""
        self.has_worker()
        self.open()
        self.waits_for(KEEPS, path)

    def goes_offline(self) -> None:
        self.context.set_offline(True)

    def goes_online(self) -> None:
        """The phone finds a network, and its browser tells the page so."""
        self.context.set_offline(False)
        # Chromium says nothing to a page that was loaded while this was true.
        self.page.evaluate("dispatchEvent(new Event('online'))")

    def waits_for(self, so: str, argument: object = None) -> None:
        """Wait until this script says yes."""
        # A download of the worker's may fail on a busy machine: the next page tries again.
        for _ in range(TRIES):
            for _ in range(POLLS):
                if self.page.evaluate(so, argument):
                    return
                self.page.wait_for_timeout(PAUSE)
            self.page.reload()
        raise AssertionError(f"it never came to {so}")

    def _open(self) -> None:
        self.context = self._playwright.chromium.launch_persistent_context(
            str(self._profile), executable_path=self._chromium, args=self._args, **self._options
        )
        self.page = self.context.pages[0] if self.context.pages else self.context.new_page()
        self.page.on("pageerror", self._note_error)
        self.page.on("console", self._note)

    def _note_error(self, error) -> None:  # type: ignore[no-untyped-def]
        if not str(error).startswith("Transition was"):  # a view transition that a click overtook
            self.trouble.append(str(error))

    def _note(self, message) -> None:  # type: ignore[no-untyped-def]
        if message.type == "error" and "Content Security Policy" in message.text:
            self.trouble.append(message.text)
