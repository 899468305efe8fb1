"""The dock of Today: presets beyond the first row, words after a tap, and where a win went."""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone

WHOLE = """() => [...document.querySelectorAll(".presets__list button")].filter((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
}).length"""
SELECTED = """() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value?.slice(selectionStart, selectionEnd);
}"""


def test_a_preset_out_of_sight_is_two_taps_away_offline_too(phone: Phone) -> None:
    phone.open("/presets/")
    for _ in range(5):
        phone.page.get_by_role("button", name="Add: ").first.click()
        phone.page.wait_for_load_state()
    phone.open("/")
    phone.goes_offline()
    assert phone.page.evaluate(WHOLE) < 5
    edit = phone.page.get_by_role("link", name="Edit presets")
    phone.page.locator(".presets__list button").last.focus()
    phone.page.keyboard.press("Tab")
    expect(edit).to_be_focused()
    phone.page.get_by_text("All 5").click()
    expect(edit).to_be_visible()
    assert phone.page.evaluate(WHOLE) == 5
    phone.page.get_by_role("button", name="Sent a data-backed update").click()
    phone.lists("Sent a data-backed update that clarified next steps")
    phone.page.keyboard.press("Escape")
    assert phone.page.evaluate(WHOLE) < 5


def test_words_and_another_day_are_given_after_the_tap_offline_too(phone: Phone) -> None:
    phone.goes_offline()
    phone.page.get_by_label("What did you get done?").fill("Forgot it")
    phone.taps("Yesterday")
    expect(phone.page.locator("#said")).to_contain_text("Forgot it. Undo")
    expect(phone.page.locator("#toast")).to_contain_text("Forgot it")
    expect(phone.wins).to_have_count(0)
    phone.logs()
    phone.taps("Add words")
    expect(phone.page.get_by_label("What you got done")).to_be_focused()
    phone.waits_for(f"() => ({SELECTED})() === 'Quick task'")
    phone.page.keyboard.type("Told Ben")
    phone.taps("Save")
    phone.lists("Told Ben")
    expect(phone.page.locator("#toast")).to_be_empty()
    phone.wins.first.get_by_role("link").first.click()
    phone.page.get_by_label("When it happened").fill("2026-11-02T12:00")
    phone.taps("Save")
    expect(phone.wins).to_have_count(0)
    expect(phone.page.locator("#said")).to_contain_text("Filed under")
    link = phone.page.locator("#toast").get_by_role("link")
    expect(link).to_have_attribute("href", "/wins/?from=2026-11-02&to=2026-11-02")
