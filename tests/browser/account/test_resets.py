"""Choosing a new password with a link, on a phone where another person is signed in."""

import pytest
from playwright.sync_api import expect

from tests.support.aside import open_at
from tests.support.phones.chromium import Phone
from tests.support.phones.stored import held
from tests.support.proxy import Proxy
from webapp.config import read_settings
from webapp.domain.account.one_time_links import create_reset_link
from webapp.domain.account.people import create_person
from webapp.rules.account.people import NewPerson
from webapp.web.shared.clock import now

BEN = NewPerson("Ben", "ben@example.org", "correct horse battery", "UTC")
SLOW = 1.3  # s each way: longer than the worker waits before it shows what it has cached
NOTES = """addEventListener("DOMContentLoaded", () => {
    const shown = localStorage.getItem("shown") ?? "";
    localStorage.setItem("shown", `${shown}${document.body.dataset.person ?? ""} `);
})"""


@pytest.fixture
def link(data_folder, phone: Phone) -> str:
    """Return the path of a reset link for Ben."""
    keys = read_settings({"SMALLWINS_DATA": str(data_folder)}).keys
    with open_at(data_folder / "smallwins.db"):
        create_person(BEN)
        return f"/resets/{create_reset_link(BEN.email, keys, now())}"


def test_nothing_of_who_was_signed_in_is_shown_to_the_next_person(
    phone: Phone, line: Proxy, link: str
) -> None:
    phone.has_kept("/")
    phone.context.route("**/outbox/", lambda route: route.abort())
    phone.logs("Ana only")
    ana = phone.page.evaluate("document.body.dataset.person")
    phone.open(link)
    phone.fills("New password", "battery staple")
    phone.context.add_init_script(NOTES)
    line.set("pass", delay=SLOW)
    phone.sends("Save and sign in")
    phone.sees_today()
    line.set("pass")
    shown = phone.page.evaluate("localStorage.getItem('shown')").split()
    assert len(shown) == 1
    assert ana not in shown
    expect(phone.wins).to_have_count(0)
    assert [entry["fields"]["what"] for entry in held(phone)] == ["Ana only"]
