"""Bad networks: a tap is confirmed at once, its state is shown, and it arrives once (R13)."""

import pytest
from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy
from tests.support.server import Server

LINES = ["refuse", "reset", "blackhole", "lose_reply", "cut_reply"]
PORTAL = "<!doctype html><h1>Welcome to Hotel Wi-Fi</h1>"
SAVED = "Saved on this phone"
PORTALS_PAGE = (200, PORTAL, {"Content_Type": "text/html"})
PORTALS_REDIRECT = (302, "", {"Location": "http://127.0.0.1:1/sign-in"})
# The browser looks for a newer worker, and for the manifest of an installed app.
ASK_AGAIN = """async () => {
    const registration = await navigator.serviceWorker.ready;
    const newer = await registration.update().then(() => "a worker", () => "no worker of ours");
    await fetch(document.querySelector("link[rel=manifest]").href).catch(() => {});
    return [newer, [registration.installing, registration.waiting].filter(Boolean).length];
}"""
KEPT = """async () => {
    const kept = [];
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
            const bytes = (await (await cache.match(url)).arrayBuffer()).byteLength;
            kept.push(`${name} ${new URL(url).pathname} ${bytes}`);
        }
    }
    return kept.sort();
}"""
ANSWERS = [
    (200, SAVED, {"Content_Type": "text/html"}),
    (200, SAVED, {"Content_Type": "application/json"}),
    (204, SAVED, {}),
    (302, SAVED, {"Location": "/sessions/new"}),
    (401, SAVED, {}),
    (403, SAVED, {}),
    (413, SAVED, {}),
    (429, SAVED, {"Retry_After": "1"}),
    (500, SAVED, {}),
    (502, SAVED, {"Content_Type": "text/html"}),
    (503, SAVED, {"Retry_After": "nonsense"}),
    (507, SAVED, {}),
]


@pytest.mark.parametrize("mode", LINES)
def test_on_a_bad_line(phone: Phone, line: Proxy, mode: str) -> None:
    line.set(mode)
    phone.logs("In the lift")
    phone.sees_status(SAVED)
    arrives_once(phone, line)


@pytest.mark.parametrize(("status", "says", "headers"), ANSWERS)
def test_with_somebody_elses_answer(
    phone: Phone, line: Proxy, status: int, says: str, headers: dict[str, str]
) -> None:
    line.answers(status, PORTAL if status == 200 else "", **headers)
    phone.logs("In the hotel")
    phone.sees_status(says)
    arrives_once(phone, line)


def test_with_400_ms_and_400_kbit(phone: Phone, line: Proxy) -> None:
    line.set("pass", delay=0.2, rate=50_000)
    phone.logs("In the train")
    phone.sees_status("Sent")
    arrives_once(phone, line)


@pytest.mark.parametrize("answer", [PORTALS_PAGE, PORTALS_REDIRECT])
def test_a_captive_portal_does_not_pass_for_the_app(
    phone: Phone, line: Proxy, answer: tuple[int, str, dict[str, str]]
) -> None:
    phone.has_kept("/outbox/")
    kept = phone.page.evaluate(KEPT)
    status, body, headers = answer
    line.answers(status, body, **headers)
    phone.open()
    phone.sees_today()
    assert phone.page.evaluate(ASK_AGAIN) == ["no worker of ours", 0]
    assert phone.page.evaluate(KEPT) == kept
    phone.open("/wins/")
    expect(phone.page.get_by_role("heading", name="Wins")).to_be_visible()
    line.set("pass")


def test_a_dead_line_does_not_hold_up_a_page(phone: Phone, line: Proxy, server: Server) -> None:
    phone.has_kept("/wins/")
    line.set("blackhole")
    phone.open("/wins/")
    expect(phone.page.get_by_role("heading", name="Wins")).to_be_visible()


def arrives_once(phone: Phone, line: Proxy) -> None:
    line.set("pass")
    phone.goes_online()
    phone.sees_status("Sent")
    phone.page.reload()
    phone.sees_today()
    expect(phone.wins).to_have_count(1)
