"""The page of reminders: switched on by one press, what comes, a pause, later, and none at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.reminders.test_pushes import SUBSCRIBES
from tests.browser.site.test_accessible import TALL, violations
from tests.support.forks.server import ForkedServer
from tests.support.phones.chromium import Phone
from tests.support.push.browsers import PushBrowser
from tests.support.server import Server

pytestmark = pytest.mark.whole_browser
PAGE = "/reminders/"


@pytest.fixture
def server(data_folder: Path) -> Iterator[Server]:
    """Run the app as its operator set it up for pushes."""
    environ = {"SMALLWINS_PUBLIC_URL": "http://localhost:8000"}
    environ["SMALLWINS_PUSH_SUBJECT"] = "mailto:operator@example.org"
    with ForkedServer(data_folder, **environ) as running:
        yield running


def test_reminders_are_switched_on_paused_put_off_and_stopped(phone: Phone) -> None:
    phone.has_worker()
    phone.context.grant_permissions(["notifications"], origin=phone.url)
    phone.open(PAGE)
    page = phone.page
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    expect(page.get_by_text("What would come")).to_be_visible()
    assert violations(page) == []
    page.evaluate(SUBSCRIBES, PushBrowser().form)
    phone.taps("Remind me on this phone")
    expect(page.get_by_text("What will come")).to_be_visible()
    expect(page.get_by_role("link", name="Phones that they come to 1 phone")).to_be_visible()
    expect(page.get_by_role("button", name="Send me one now")).to_be_visible()
    assert violations(page) == []
    phone.taps("Pause reminders")
    expect(page.get_by_text("No reminders come from")).to_be_visible()
    phone.taps("End the pause")
    phone.taps("In 2 hours")
    expect(page.get_by_role("button", name="Pause reminders")).to_be_visible()
    phone.open("/reminders/current/edit")
    page.get_by_label("Not at all").check()
    phone.taps("Save")
    expect(page.get_by_text("Reminders are off: nothing is sent to you.")).to_be_visible()
    assert violations(page) == []
