"""Signing another device out: it shows so, and what it recorded meanwhile is not lost."""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.visitor import PASSWORD


def test_a_device_that_was_signed_out_keeps_its_entries_for_the_next_sign_in(
    phone: Phone, new_phone
) -> None:
    laptop: Phone = new_phone()
    laptop.sign_in()
    phone.open("/settings/")
    phone.page.get_by_role("link", name="Signed-in devices").click()
    phone.sends("Sign out everywhere else")
    phone.fills("Password", PASSWORD)
    phone.taps("Sign out everywhere else")
    expect(phone.page.get_by_text("This device")).to_be_visible()
    expect(phone.page.locator(".device")).to_have_count(1)
    laptop.logs("Not forgotten")
    laptop.sees_status("Sign in to send")
    laptop.sign_in()
    laptop.lists("Not forgotten")
    laptop.sees_status("Sent")


def test_a_new_password_signs_the_others_out_and_this_one_goes_on(phone: Phone, new_phone) -> None:
    laptop: Phone = new_phone()
    laptop.sign_in()
    phone.open("/passwords/current/edit")
    phone.page.get_by_label("Old password").fill(PASSWORD)
    phone.page.get_by_label("New password").fill("battery staple")
    phone.taps("Save")
    expect(phone.page.locator(".device")).to_have_count(1)
    phone.open()
    phone.logs("Still here")
    phone.sees_status("Sent")
    laptop.open("/wins/")
    expect(laptop.page.get_by_role("heading", name="Sign in")).to_be_visible()
