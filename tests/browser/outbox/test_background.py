"""The worker alone: it sends when no page is open, and after it was killed."""

import pytest
from playwright.sync_api import CDPSession, expect

from tests.support.phones.chromium import Phone
from tests.support.phones.patience import until
from tests.support.phones.scripts import KEEPS
from tests.support.server import Server

pytestmark = pytest.mark.whole_browser

FORGETS_PAGES = """async () => {
    const names = await caches.keys();
    const pages = names.filter((name) => name.startsWith("pages-"));
    await Promise.all(pages.map((name) => caches.delete(name)));
}"""


class Workers:
    """The phone's service workers, through DevTools."""

    def __init__(self, phone: Phone) -> None:
        self._origin = phone.url
        self._session: CDPSession = phone.context.new_cdp_session(phone.page)
        self._registration = ""
        self._session.on("ServiceWorker.workerRegistrationUpdated", self._note)
        self._session.send("ServiceWorker.enable")

    def _note(self, event) -> None:  # type: ignore[no-untyped-def]
        for registration in event["registrations"]:
            self._registration = registration["registrationId"]

    def sync(self) -> None:
        """Do what Chromium does when the network is back."""
        asked = {"origin": self._origin, "registrationId": self._registration}
        self._session.send(
            "ServiceWorker.dispatchSyncEvent", {**asked, "tag": "outbox", "lastChance": False}
        )

    def kill(self) -> None:
        """Do what a phone does that needs memory."""
        self._session.send("ServiceWorker.stopAllWorkers")


def test_what_waits_is_sent_while_no_page_is_open(phone: Phone, server: Server) -> None:
    phone.has_worker()
    workers = Workers(phone)
    server.kill()
    phone.logs("Sent from the pocket")
    phone.sees_status("Saved on this phone")
    phone.page.goto("about:blank")
    server.start()
    workers.sync()
    wins = phone.url + "/wins/"
    until(lambda: "Sent from the pocket" in phone.context.request.get(wins).text(), "the win")


def test_a_killed_worker_comes_back_with_the_page(phone: Phone, server: Server) -> None:
    phone.has_kept("/")
    workers = Workers(phone)
    server.kill()
    workers.kill()
    phone.open()
    phone.logs("After the worker was killed")
    expect(phone.page.locator(".as-of")).to_be_visible()


def test_today_is_kept_from_whatever_page_finds_it_missing(phone: Phone, server: Server) -> None:
    phone.has_kept("/outbox/")  # the last one: no caching goes on any more
    phone.page.evaluate(FORGETS_PAGES)
    phone.open("/objectives/")
    phone.waits_for(KEEPS, "/")
    server.kill()
    phone.open()
    phone.sees_today()
