"""A page that stays open becomes the new day, and shows what another tab has logged."""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone


def opens_with_a_clock(phone: Phone) -> None:
    """Open Today with a clock that the test can move."""
    phone.page.clock.install()
    phone.open()


def test_an_open_page_becomes_the_new_day_offline_and_keeps_the_words(phone: Phone) -> None:
    opens_with_a_clock(phone)
    phone.logs("Yesterday's win")
    phone.goes_offline()
    box = phone.page.get_by_label("What did you get done?")
    box.fill("half a sentence")
    day = phone.page.locator("#shown-day").get_attribute("data-day")
    phone.page.clock.fast_forward("24:01:00")
    expect(phone.page.locator("#shown-day")).not_to_have_attribute("data-day", day or "")
    expect(phone.page.locator("#todays-wins > li")).to_have_count(0)
    expect(box).to_have_value("half a sentence")
    expect(box).to_be_focused()


def test_what_another_tab_logged_is_there_when_a_page_is_looked_at_again(phone: Phone) -> None:
    phone.open()
    phone.has_worker()
    other = phone.page.context.new_page()
    other.goto(phone.page.url)
    other.get_by_label("What did you get done?").fill("From the other tab")
    other.get_by_role("button", name="Quick task").click()
    expect(phone.page.locator("#todays-wins")).to_contain_text("From the other tab")
