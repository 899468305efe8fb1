"""From the permission to a reminder that is shown once, and from a tap on it to the check-in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, expect

from tests.support.forks.server import ForkedServer
from tests.support.phones.chromium import Phone
from tests.support.phones.patience import until
from tests.support.push.browsers import PushBrowser
from tests.support.push.pushed import MESSAGE
from tests.support.server import Server
from webapp.rules.reminders.payloads import Words, payload_of

pytestmark = pytest.mark.whole_browser
PAGE = "/reminders/devices/"
# No push service can be reached here: the browser's subscription has keys of the test's own.
SUBSCRIBES = """(form) => {
    let made = null;
    const keys = { p256dh: form.p256dh, auth: form.auth };
    PushManager.prototype.getSubscription = async () => made;
    PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
        const json = { endpoint: form.endpoint, keys };
        made = { ...json, options: {}, toJSON: () => json, unsubscribe: async () => {} };
        window.subscribedWith = { userVisibleOnly, applicationServerKey };
        return made;
    };
}"""
SHOWN = """async () => {
    const { getNotifications } = ServiceWorkerRegistration.prototype;
    const shown = await getNotifications.call(await navigator.serviceWorker.ready);
    return shown.map(({ title, body, tag }) => ({ title, body, tag }));
}"""
TAPS = """async () => {
    const [notification] = await registration.getNotifications();
    dispatchEvent(new NotificationEvent("notificationclick", { notification, action: "" }));
}"""


@pytest.fixture
def server(data_folder: Path) -> Iterator[Server]:
    """Run the app as its operator set it up for pushes."""
    environ = {"SMALLWINS_PUBLIC_URL": "http://localhost:8000"}
    environ["SMALLWINS_PUSH_SUBJECT"] = "mailto:operator@example.org"
    with ForkedServer(data_folder, **environ) as running:
        yield running


class Pushes:
    """What reaches a phone from its push service, through DevTools."""

    def __init__(self, phone: Phone) -> None:
        self._phone = phone
        self._session: CDPSession = phone.context.new_cdp_session(phone.page)
        self._registration = ""
        self._session.on("ServiceWorker.workerRegistrationUpdated", self._note)
        self._session.send("ServiceWorker.enable")

    def _note(self, event: Any) -> None:
        for registration in event["registrations"]:
            self._registration = registration["registrationId"]

    def _knows_worker(self) -> str:
        self._phone.page.evaluate("0")  # DevTools tell meanwhile
        return self._registration

    def arrives(self, device: str) -> None:
        """Deliver the message to the worker."""
        until(self._knows_worker, "the worker")
        words = Words("Check in", "Later", "You have checked in already.")
        content = payload_of(MESSAGE, device, "https://wins.example.org", words).decode()
        to = {"origin": self._phone.url, "registrationId": self._registration}
        self._session.send("ServiceWorker.deliverPushMessage", {**to, "data": content})


def switched_on(phone: Phone) -> PushBrowser:
    """Let Ana switch reminders on, by the button on the page."""
    browser = PushBrowser()
    phone.context.grant_permissions(["notifications"], origin=phone.url)
    phone.open(PAGE)
    phone.page.evaluate(SUBSCRIBES, browser.form)
    phone.taps("Remind me on this phone")
    expect(phone.page.locator("[data-phone]")).to_have_count(1)
    return browser


def shown(phone: Phone) -> list[dict[str, str]]:
    found: list[dict[str, str]] = phone.page.evaluate(SHOWN)
    return found


def test_a_reminder_is_shown_once_and_a_tap_on_it_opens_the_check_in(phone: Phone) -> None:
    phone.has_worker()
    device = switched_on(phone).subscription.id
    expect(phone.page.get_by_text("Reminders come to this phone.")).to_be_visible()
    pushes = Pushes(phone)
    for _ in range(2):  # a worker of the server was killed between sending and storing
        pushes.arrives(device)
        until(lambda: shown(phone), "the notification")
    says = phone.context.request.get
    until(lambda: "Shown on this phone" in says(phone.url + PAGE).text(), "the report")
    expected = {"title": MESSAGE.title, "body": MESSAGE.text, "tag": MESSAGE.tag}
    assert shown(phone) == [expected]
    [worker] = phone.context.service_workers
    with phone.page.expect_navigation(url="**/checkins/new"):
        worker.evaluate(TAPS)
    phone.chooses("7")
    until(lambda: "Opened" in says(phone.url + PAGE).text(), "the report")
    assert shown(phone) == []


def test_a_check_in_that_is_done_makes_its_reminder_calm(phone: Phone) -> None:
    phone.has_worker()
    device = switched_on(phone).subscription.id
    phone.open("/checkins/new")
    phone.chooses("7")
    phone.has_sent_all()
    Pushes(phone).arrives(device)
    until(lambda: shown(phone), "the notification")
    assert [one["body"] for one in shown(phone)] == ["You have checked in already."]


def test_where_notifications_are_blocked_the_page_says_where_to_allow_them(phone: Phone) -> None:
    phone.open(PAGE)
    offered = phone.page.get_by_role("button", name="Remind me on this phone")
    expect(offered).to_be_visible()  # the page has looked at what is permitted, and offers it
    phone.page.evaluate(
        """() => {
            const { defineProperty } = Object;
            defineProperty(Notification, "requestPermission", { value: async () => "denied" });
            defineProperty(Notification, "permission", { get: () => "denied" });
        }"""
    )
    phone.taps("Remind me on this phone")
    expect(phone.page.get_by_text("Notifications of this site are blocked")).to_be_visible()
    expect(offered).to_be_hidden()
