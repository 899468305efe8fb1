"""What the app weighs (W1, W2)."""

from playwright.sync_api import CDPSession

from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy

KB = 1000
STORED = """async () => {
    const bytes = {};  // by language; what has none is of every language
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const language = /language=([a-z]+)/.exec(request.url) ?? /[.]([a-z]+)$/.exec(name);
            const size = (await (await cache.match(request)).arrayBuffer()).byteLength;
            bytes[language?.[1] ?? ""] = (bytes[language?.[1] ?? ""] ?? 0) + size;
        }
    }
    return bytes;
}"""


class Traffic:
    """Bytes and requests on the wire, of the page and of its worker, as DevTools counts them."""

    def __init__(self, phone: Phone) -> None:
        self._session: CDPSession = phone.context.new_cdp_session(phone.page)
        self.hosts: set[str] = set()
        self.bytes = 0
        self.requests = 0
        self._session.on("Network.responseReceived", self._answered)
        self._session.on("Network.loadingFinished", self._finished)
        self._session.send("Network.enable")

    def _answered(self, event) -> None:  # type: ignore[no-untyped-def]
        response = event["response"]
        self.hosts.add(response["url"].split("/")[2])
        if not response.get("fromServiceWorker") and not response.get("fromDiskCache"):
            self.requests += 1

    def _finished(self, event) -> None:  # type: ignore[no-untyped-def]
        self.bytes += event["encodedDataLength"]


def test_the_first_load_of_today_is_under_50_kb(new_phone, line: Proxy) -> None:
    first = new_phone()
    first.sign_up()
    cookies = first.context.cookies()
    fresh = new_phone()
    fresh.context.add_cookies(cookies)
    traffic = Traffic(fresh)
    fresh.open()
    fresh.page.wait_for_load_state("networkidle")
    assert traffic.bytes <= 50 * KB
    assert traffic.requests <= 12
    assert traffic.hosts == {line.url.removeprefix("http://")}


def test_the_worker_stores_under_100_kb_for_a_language(phone: Phone) -> None:
    phone.has_kept("/outbox/")
    stored = phone.page.evaluate(STORED)
    assert 10 * KB < stored[""] + stored["en"] <= 100 * KB
    assert stored["ar"] <= 15 * KB  # the pages that are shown without a person


def test_opening_again_takes_under_3_5_kb(phone: Phone, line: Proxy) -> None:
    phone.has_kept("/outbox/")  # the last: from now on the worker fetches nothing on the way
    phone.open()
    phone.page.wait_for_load_state("networkidle")
    before = line.carried
    phone.open()
    phone.page.wait_for_load_state("networkidle")
    carried = line.carried - before
    assert 0 < carried <= 3.5 * KB
