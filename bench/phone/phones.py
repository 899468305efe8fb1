"""Phones for the benchmarks: Chromium behind a line that can be good, slow or dead."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from bench.support.serving import folder
from tests.support.needs import program
from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy
from tests.support.server import Server


@dataclass(frozen=True, slots=True)
class Network:
    """Settings of the proxy: mode, delay (s, each way and piece), rate (bytes/s, 0: unlimited)."""

    mode: str = "pass"
    delay: float = 0.0
    rate: int = 0


GOOD = Network()
SLOW = Network(delay=0.2, rate=50_000)
ROUND_TRIP = 400  # ms, of the slow line
LINES = {
    "normal": GOOD,
    "slow 3G": SLOW,
    "blackhole": Network("blackhole"),
    "offline": Network("refuse"),
}


class Lab:
    """A running app, the line to it, and phones with profiles of their own."""

    def __init__(self, playwright: Playwright, data: Path, proxy: Proxy) -> None:
        self.database = data / "app" / "smallwins.db"
        self.proxy = proxy
        self._data = data
        self._playwright = playwright
        self._phones = 0

    @contextmanager
    def phone(self, line: Network) -> Iterator[Phone]:
        """Yield the phone of a new person, signed up on a good line that then becomes `line`."""
        self.switch(GOOD)
        with self.browser(self.proxy.url) as phone:
            phone.sign_up(email=f"ana-{self._phones}@example.org")
            phone.has_worker()
            self.switch(line)
            yield phone

    @contextmanager
    def browser(self, url: str) -> Iterator[Phone]:
        """Yield a phone that has never been used."""
        self._phones += 1
        profile = self._data / f"phone-{self._phones}"
        phone = Phone(self._playwright, profile, url, program("chromium"))
        try:
            yield phone
        finally:
            phone.close()

    def switch(self, line: Network) -> None:
        """Change the line, and cut open connections."""
        self.proxy.set(**asdict(line))


@contextmanager
def open_lab() -> Iterator[Lab]:
    """Start the app, the line to it and Playwright."""
    with (
        folder() as data,
        Server(data / "app") as server,
        Proxy(server.port) as proxy,
        sync_playwright() as playwright,
    ):
        yield Lab(playwright, data, proxy)
