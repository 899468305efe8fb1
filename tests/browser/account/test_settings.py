"""Settings and presets on a phone: with a thumb, by keyboard, without scripts."""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone

BACKGROUND = "() => getComputedStyle(document.body).backgroundColor"


def test_one_tap_makes_the_app_dark_and_says_so(phone: Phone) -> None:
    phone.open("/settings/")
    phone.page.get_by_role("link", name="Look").click()
    phone.taps("Dark")
    expect(phone.page.get_by_role("link", name="Look Saved Dark")).to_be_visible()
    phone.open()
    assert phone.page.evaluate(BACKGROUND) == "rgb(14, 20, 18)"


def test_settings_open_offline_and_tell_what_waits(phone: Phone) -> None:
    phone.has_kept("/settings/")
    phone.goes_offline()
    phone.logs("Saved for later")
    phone.open("/settings/")
    expect(phone.page.get_by_role("link", name="What waits on this phone 1")).to_be_visible()
    expect(phone.page.get_by_role("link", name="Storage")).to_be_visible()


def test_how_much_room_is_used_is_told_in_plain_words(phone: Phone) -> None:
    phone.open("/outbox/")
    expect(phone.page.locator("#storage-used")).to_contain_text("The app uses ")


def test_a_day_of_settings_without_scripts(new_phone) -> None:
    phone: Phone = new_phone(java_script_enabled=False)
    phone.sign_up()
    phone.open("/settings/workdays/edit")
    phone.page.get_by_label("Saturday").check()
    phone.taps("Save")
    expect(phone.page.get_by_text("Thu, Fri, Sat")).to_be_visible()
    phone.open("/absences/")
    phone.page.get_by_label("First day").fill("2027-02-01")
    phone.taps("Add")
    expect(phone.page.get_by_role("listitem")).to_contain_text("Mon 1 Feb")
    phone.open("/presets/")
    phone.taps("Add: Fixed a recurring snag")
    phone.taps("Add: Gave a customer a clear update")
    phone.taps("Move up: Gave a customer a clear update")
    expect(phone.page.locator(".preset__open")).to_have_text(
        ["Gave a customer a clear update", "Fixed a recurring snag"]
    )


def test_a_preset_is_moved_by_keyboard_and_keeps_the_focus(phone: Phone) -> None:
    phone.open("/presets/")
    for name in ("Fixed a recurring snag", "Gave a customer a clear update"):
        phone.taps(f"Add: {name}")
    down = phone.page.get_by_role("button", name="Move down: Fixed a recurring snag")
    down.focus()
    phone.page.keyboard.press("Enter")
    expect(phone.page.locator(".preset__open").last).to_have_text("Fixed a recurring snag")
    expect(down).to_be_focused()
