"""Phones for the benchmarks: a real Chromium behind a line that can be good, slow or dead."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Error, Playwright, sync_playwright

from bench.support.figures import note
from bench.support.serving import folder
from tests.support.needs import program
from tests.support.phone import Phone
from tests.support.proxy import Proxy
from tests.support.server import Server

IN_CHARGE = "() => navigator.serviceWorker.controller !== null"
PATIENCE = 10_000  # ms
TRIES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """What the proxy does: mode, delay (s, each way and piece), rate (bytes/s, 0: any)."""

    mode: str = "pass"
    delay: float = 0.0
    rate: int = 0


GOOD = Line()
SLOW = Line(delay=0.2, rate=50_000)
ROUND_TRIP = 400  # ms, of the slow line
LINES = {
    "normal": GOOD,
    "slow 3G": SLOW,
    "blackhole": Line("blackhole"),
    "offline": Line("refuse"),
}


class Lab:
    """A running app, the line to it, and phones that know nothing of each other."""

    def __init__(self, playwright: Playwright, data: Path, proxy: Proxy) -> None:
        self.database = data / "app" / "smallwins.db"
        self.proxy = proxy
        self._data = data
        self._playwright = playwright
        self._phones = 0

    @contextmanager
    def phone(self, line: Line) -> Iterator[Phone]:
        """A phone of a new person, opened on a good line that then becomes `line`."""
        self.switch(GOOD)
        with self.browser(self.proxy.url) as phone:
            phone.sign_up(email=f"ana-{self._phones}@example.org")
            _wait_for_worker(phone)
            self.switch(line)
            yield phone

    @contextmanager
    def browser(self, url: str) -> Iterator[Phone]:
        """A phone that has never been used."""
        self._phones += 1
        profile = self._data / f"phone-{self._phones}"
        phone = Phone(self._playwright, profile, url, program("chromium"))
        try:
            yield phone
        finally:
            phone.close()

    def switch(self, line: Line) -> None:
        """Make the line another, and cut what is open."""
        self.proxy.set(**asdict(line))


@contextmanager
def open_lab() -> Iterator[Lab]:
    """Everything running."""
    with (
        folder() as data,
        Server(data / "app") as server,
        Proxy(server.port) as proxy,
        sync_playwright() as playwright,
    ):
        yield Lab(playwright, data, proxy)


def _wait_for_worker(phone: Phone) -> None:
    # Phone.has_worker would wait for ever: a worker that fails to install, as happens on a machine
    # that is very busy, is tried again by the next page only.
    for _ in range(TRIES):
        with suppress(Error):
            phone.page.wait_for_function(IN_CHARGE, timeout=PATIENCE)
            return
        note("the worker did not install; opening the page again")
        phone.open()
    raise RuntimeError("the worker does not install")
