"""One morning with the app, online, and the same again without a connection (issue 5)."""

import pytest
from playwright.sync_api import expect

from tests.support.phones.chromium import Phone

pytestmark = pytest.mark.whole_browser


@pytest.mark.parametrize("connected", [True, False], ids=["online", "offline"])
def test_a_morning(phone: Phone, connected: bool) -> None:
    set_up(phone)
    phone.context.set_offline(not connected)
    phone.open("/?from=home")
    phone.checks_in(7)
    shares(phone)
    phone.logs("Answered the oldest ticket")
    phone.taps("Fixed a recurring snag")
    phone.lists("Fixed a recurring snag", "Answered the oldest ticket", "Notes of the launch")
    phone.undoes()
    phone.lists("Answered the oldest ticket", "Notes of the launch")
    adds_impact(phone, "Answered the oldest ticket", "Waited 9 days")
    filters(phone, "9 days", "Answered the oldest ticket")
    switches(phone)
    phone.goes_online()
    phone.has_sent_all()  # a page that saw entries wait says "Sent" until the next one
    phone.open()
    phone.sees_status("")
    phone.lists("Answered the oldest ticket", "Notes of the launch")


EARLIER = """async () => {
    const at = Date.now() - 5 * 86_400_000;
    const said = {verb: "log_win", fields: {what: "Last week", kind: "quick"}};
    const entry = {v: 1, id: crypto.randomUUID(), at, offset: 0, zone: "UTC", ...said};
    const body = JSON.stringify({person: document.body.dataset.person, entries: [entry]});
    await fetch("/outbox/", {method: "POST", body});
}"""


def set_up(phone: Phone) -> None:
    """Store one preset, and a win of last week, so that no first steps are shown."""
    phone.page.evaluate(EARLIER)
    phone.open("/presets/")
    phone.taps("Add: Fixed a recurring snag")
    for language in ("العربية", "English"):  # shown once in each, so that both are cached
        phone.open("/")
        phone.switches_to(language)
        phone.page.wait_for_load_state("networkidle")
    phone.has_kept("/wins/")
    for path in ("/wins/", "/"):  # cached again, with the new wins
        phone.open(path)
        phone.page.wait_for_load_state("networkidle")


def shares(phone: Phone) -> None:
    """Share words and a link from another app; one tap logs them."""
    phone.open("/shares/new?title=Notes+of+the+launch&url=https://example.org/notes")
    box = phone.page.get_by_label("What did you get done?")
    expect(box).to_have_value("Notes of the launch")
    phone.taps("Quick task")
    expect(phone.wins.first).to_contain_text("example.org")


def adds_impact(phone: Phone, what: str, impact: str) -> None:
    phone.wins.filter(has_text=what).locator("a.win__open").click()
    phone.page.get_by_label("What it changed").fill(impact)
    phone.taps("Save")
    expect(phone.wins.filter(has_text=what)).to_contain_text(impact)


def filters(phone: Phone, sought: str, found: str) -> None:
    phone.open("/wins/")
    phone.page.get_by_label("Search your wins").fill(sought)
    rows = phone.page.locator("#main .win:visible .win__what")
    expect(rows).to_have_text([found])


def switches(phone: Phone) -> None:
    phone.open()
    phone.switches_to("العربية")
    expect(phone.page.locator("html")).to_have_attribute("dir", "rtl")
    phone.switches_to("English")
    expect(phone.page.locator("html")).to_have_attribute("dir", "ltr")
