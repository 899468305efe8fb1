"""Every form works without JavaScript."""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.visitor import PASSWORD


def test_a_day_without_scripts(new_phone) -> None:
    phone: Phone = new_phone(java_script_enabled=False)
    phone.sign_up()
    phone.taps("Got it")
    phone.switches_to("العربية")
    expect(phone.page.get_by_role("heading", name="اليوم")).to_be_visible()
    phone.switches_to("English")
    # Before the first win: with one, Today itself asks on some days, and the link is not there.
    phone.page.get_by_role("link", name="Check in", exact=True).click()
    phone.page.get_by_role("radio", name="7", exact=True).check()
    phone.taps("Save")
    expect(phone.page.get_by_text("You said 7 of 10")).to_be_visible()
    phone.page.get_by_role("link", name="Done").click()
    phone.logs("Shipped it", "Milestone")
    phone.lists("Shipped it")
    phone.page.get_by_role("link", name="Shipped it").click()
    phone.page.get_by_label("What it changed").fill("2 hours a week")
    phone.taps("Save")
    expect(phone.wins.first).to_contain_text("2 hours a week")
    phone.logs()
    phone.undoes()
    phone.open("/settings/")
    phone.page.get_by_role("link", name="Change e-mail").click()
    phone.page.get_by_label("New e-mail").fill("new@example.org")
    phone.page.get_by_label("Password").fill(PASSWORD)
    phone.taps("Save")
    expect(phone.page.get_by_text("new@example.org")).to_be_visible()
    phone.taps("Sign out")
    expect(phone.page.get_by_role("heading", name="Sign in")).to_be_visible()
