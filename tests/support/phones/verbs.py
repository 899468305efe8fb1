"""What a person does with the app on a phone, whichever engine draws its pages."""

from abc import ABC, abstractmethod

from tests.support.phones.patience import AT_ONCE, LONGEST
from tests.support.phones.scripts import ALL_SENT, HAS_WORKER, KEEPS
from tests.support.visitor import PASSWORD

EMAIL = "ana@example.org"
ROWS = "#todays-wins > li"
SCALE = "#ask [role=radiogroup]"
ANSWER = "You said %(rating)s of 10. Only you can see this."


class Verbs(ABC):
    """A phone. What is tapped and seen on it is named in English, and found in its language."""

    url: str

    def said(self, text: str) -> str:
        """Return these words in the language of the phone."""
        return text

    def restart(self) -> None:
        """End the whole browser, and start it again on the same profile."""
        self.close()
        self.start()

    def sign_up(self, name: str = "Ana", email: str = EMAIL) -> None:
        """Make an account; return when Today is there."""
        self.open("/people/new")
        self.fills("Name", name)
        self._enters(email, "Create account")

    def sign_in(self, email: str = EMAIL) -> None:
        """Open the page to sign in, and do so."""
        self.open("/sessions/new")
        self.signs_in_here(email)

    def signs_in_here(self, email: str = EMAIL) -> None:
        """Fill in the page to sign in, which is open."""
        self._enters(email, "Sign in")

    def logs(self, what: str = "", kind: str = "Quick task") -> None:
        """Type words, if any, and tap a kind; return when the row is there."""
        before = self.count(ROWS)
        self.fills("What did you get done?", what)
        self.taps(kind)
        self.counts(ROWS, before + 1, AT_ONCE)

    def undoes(self) -> None:
        """Tap Undo; return when the row is gone."""
        before = self.count(ROWS)
        self.taps("Undo")
        self.counts(ROWS, before - 1, AT_ONCE)

    def checks_in(self, rating: int) -> None:
        """Open the scale unless it is open, and tap a number; return when it is confirmed."""
        if not self.count(SCALE):
            self.follows("Check in")
        self.chooses(str(rating))
        self.sees("#ask", self.said(ANSWER) % {"rating": rating}, AT_ONCE)

    def sees_today(self) -> None:
        """Wait for Today."""
        self.sees("h1", self.said("Today"))

    def sees_status(self, text: str, within: float = LONGEST) -> None:
        """Wait until the status line says this; it is not there when it says nothing."""
        self.sees("#status", self.said(text), within)

    def lists(self, *wins: str) -> None:
        """Wait until today's wins are these, newest first."""
        self.reads(f"{ROWS} .win__what", *wins)

    def has_worker(self) -> None:
        """Wait until the worker is in charge of this page."""
        self.waits_for(HAS_WORKER)

    def has_kept(self, path: str) -> None:
        """Wait until the worker has kept this page: it opens offline from now on."""
        self.has_worker()
        self.open()
        self.waits_for(KEEPS, path)

    def has_sent_all(self) -> None:
        """Wait until nothing on the phone waits, sent by this page, another or the worker."""
        self.waits_for(ALL_SENT)

    def _enters(self, email: str, button: str) -> None:
        self.fills("E-mail", email)
        self.fills("Password", PASSWORD)
        self.taps(button)
        self.sees_today()

    @abstractmethod
    def start(self) -> None:
        """Start the browser."""

    @abstractmethod
    def close(self) -> None:
        """End the browser; what it keeps is in its profile."""

    @abstractmethod
    def open(self, path: str = "/") -> None:
        """Open a page of the app, and return when it is loaded."""

    @abstractmethod
    def fills(self, label: str, text: str) -> None:
        """Put the text in place of what is in a field."""

    @abstractmethod
    def taps(self, button: str) -> None:
        """Tap a button."""

    @abstractmethod
    def follows(self, link: str) -> None:
        """Tap a link."""

    @abstractmethod
    def chooses(self, option: str) -> None:
        """Tap one of a group of options."""

    @abstractmethod
    def count(self, selector: str) -> int:
        """Return how many such elements are shown now."""

    @abstractmethod
    def counts(self, selector: str, number: int, within: float = LONGEST) -> None:
        """Wait until so many such elements are there; `within` is in seconds."""

    @abstractmethod
    def sees(self, selector: str, text: str, within: float = LONGEST) -> None:
        """Wait until the one such element has this in its text; `within` is in seconds."""

    @abstractmethod
    def reads(self, selector: str, *texts: str) -> None:
        """Wait until the texts of all such elements are these, in this order."""

    @abstractmethod
    def waits_for(self, question: str, argument: object = None) -> None:
        """Wait until this script, a function that may be async, says yes to the argument."""
