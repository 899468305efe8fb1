"""Today beyond the tap: momentum, areas after a check-in, and what needs a connection says so."""

from playwright.sync_api import expect

from tests.browser.phone import Phone


def test_the_first_win_of_the_day_fills_its_dot_and_undo_empties_it(phone: Phone) -> None:
    dots = phone.page.locator(".dot--won")
    expect(phone.page.locator("#momentum")).to_be_hidden()
    phone.context.set_offline(True)
    phone.logs()
    expect(phone.page.locator("#momentum")).to_be_visible()
    if phone.page.locator("#today-dot").count():  # a weekend has none
        expect(dots).to_have_count(1)
        expect(phone.page.locator("#won")).to_have_text("1")
    phone.undoes()
    expect(dots).to_have_count(0)


SENDS_WINS = """async (count) => {
    const [at, zone] = [Date.now(), "UTC"];
    const entries = Array.from({length: count}, (_, n) => ({
        v: 1, id: crypto.randomUUID(), verb: "log_win", at: at - n, offset: 0, zone,
        fields: {what: `Win ${n}`, kind: "quick"},
    }));
    const body = JSON.stringify({person: document.body.dataset.person, entries});
    await fetch("/outbox/", {method: "POST", body});
}"""


def test_what_needs_a_connection_says_so(phone: Phone) -> None:
    phone.page.evaluate(SENDS_WINS, 40)
    phone.open("/wins/")
    phone.context.set_offline(True)
    phone.page.get_by_role("link", name="Earlier wins").click()
    phone.sees_status("That needs a connection.")
