"""By keyboard: the focus stays near what was done and above the dock, and what was done is said."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.goals.test_goals import plans, sets
from tests.browser.site.test_keyboard import COVERED
from tests.support.phones.chromium import Phone
from tests.support.phones.stored import change_held

HEARD = """() => {
    globalThis.heard = [];
    const region = document.getElementById("said");
    new MutationObserver(() => region.textContent && heard.push(region.textContent))
        .observe(region, { childList: true, characterData: true, subtree: true });
}"""
SEEN = """(row) => {
    const {left, top, width, height} = row.getBoundingClientRect();
    const on_top = document.elementFromPoint(left + width / 2, top + height / 2);
    return row.contains(on_top);
}"""


def heard(phone: Phone, *sentences: str) -> None:
    wanted = json.dumps(json.dumps(sentences, separators=(",", ":")))
    phone.waits_for(f"() => JSON.stringify(heard) === {wanted}")


def focused(phone: Phone, name: str, role: str = "button") -> None:
    expect(phone.page.get_by_role(role, name=name, exact=True)).to_be_focused()


@pytest.fixture
def busy(phone: Phone) -> Phone:
    """Return a phone with presets, and more wins than it shows at once."""
    phone.open("/presets/")
    for _ in range(4):
        phone.page.get_by_role("button", name="Add: ").first.click()
        phone.page.wait_for_load_state()
    phone.open("/")
    for number in range(12):
        phone.logs(f"Win {number}")
    return phone


def test_a_day_by_keyboard(busy: Phone) -> None:
    page = busy.page
    expect(page.locator("#said")).to_have_text("Win logged: Win 11. Undo can take it back.")
    page.evaluate(HEARD)
    page.mouse.wheel(0, -5000)
    covered = []
    page.get_by_role("link", name="Skip to the content").focus()
    for _ in range(30):
        covered += page.evaluate(COVERED)
        page.keyboard.press("Tab")
    assert covered == []
    page.evaluate("scrollTo(0, 5000)")
    page.get_by_role("button", name="Milestone").press("Enter")
    expect(busy.wins.first).to_contain_text("Milestone")  # an older toast says "Sent", too
    expect(page.locator(".toast__state")).to_have_text("Sent")
    busy.waits_for(f"() => ({SEEN})(document.querySelector('#todays-wins > li'))")
    heard(busy, "Win logged: Milestone. Undo can take it back.")
    page.get_by_role("button", name="Undo").press("Enter")
    focused(busy, "Milestone")
    heard(busy, "Win logged: Milestone. Undo can take it back.", "Taken back")
    expect(page.get_by_role("img", name="Quick task").first).to_be_attached()
    busy.wins.nth(1).get_by_role("link").press("Enter")
    expect(page.locator(".win--edit [autofocus]")).to_be_focused()
    page.keyboard.press("Escape")
    expect(busy.wins.nth(1).get_by_role("link")).to_be_focused()
    busy.wins.nth(1).get_by_role("link").press("Enter")
    expect(page.locator(".win--edit [autofocus]")).to_be_focused()
    page.get_by_role("button", name="Delete", exact=True).press("Enter")
    expect(page.get_by_role("link", name="Win 9")).to_be_focused()  # the details go a moment later
    page.get_by_role("link", name="Check in", exact=True).press("Enter")
    page.get_by_role("radio", name="7").press("Space")
    expect(page.get_by_text("You said 7 of 10")).to_be_focused()


def test_a_goal_by_keyboard(phone: Phone) -> None:
    phone.open("/goals/new")
    plans(phone, "Send 1 page", "Summary")
    sets(phone)
    phone.open("/goals/")
    phone.page.get_by_role("button", name="All met").press("Enter")
    focused(phone, "Log the win")
    phone.page.get_by_role("button", name="Not yet met").press("Enter")
    focused(phone, "All met")
    walks(
        phone, ("All met", "Log the win"), ("Log the win", "Not yet met"), ("Undo", "Log the win")
    )


def walks(phone: Phone, *steps: tuple[str, str]) -> None:
    """Press each button by keyboard; then what has the focus has the name beside it."""
    for button, then in steps:
        phone.page.get_by_role("button", name=button, exact=True).last.press("Enter")
        expect(phone.page.locator(":focus")).to_have_accessible_name(then)


def test_what_goes_away_leaves_the_focus_near(phone: Phone) -> None:
    phone.open("/")
    walks(phone, ("Got it", "What counts as a small win?"))
    phone.open("/decisions/")
    phone.fills("What is to be decided?", "Which vendor?")
    walks(phone, ("Open", "Open"))
    expect(phone.page.locator("#said")).to_have_text("Decision opened. Undo can take it back.")
    walks(phone, ("Decided", "Open again"), ("Undo", "Decided"))
    phone.page.locator(".decision summary").press("Enter")
    row = "Which vendor? Routine · open again"
    walks(phone, ("Delete", "What is to be decided?"), ("Undo", row))
    phone.open("/#title=Notes&url=https://example.org/")
    walks(phone, ("Leave the link out", "What did you get done?"))


def test_what_waits_on_the_phone_by_keyboard(phone: Phone) -> None:
    phone.open()
    phone.goes_offline()
    phone.logs("One")
    phone.logs("Two")
    change_held(phone, state="refused", reason="The kind must be one of: quick.")
    phone.open("/outbox/")
    walks(phone, ("Correct", "What you got done"), ("Cancel", "Correct"))
    walks(phone, ("Delete", "Tap again to delete it for good"))
    walks(phone, ("Tap again to delete it for good", "Correct"))
    expect(phone.page.get_by_text("One", exact=True)).to_be_visible()
