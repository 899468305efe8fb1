"""A page that stays open becomes the new day, and one that was cached becomes the newest."""

import pytest
from playwright.sync_api import expect

from tests.support.phones.chromium import Phone
from tests.support.proxy import Proxy
from tests.support.visitor import PASSWORD

SLOW = 1.0  # seconds, each way: a page that is cached is shown long before


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


CACHED_AS_NEW = """async () => {
  for (const name of await caches.keys()) {
    const page = await (await caches.open(name)).match("/");
    if (page?.headers.get("Smallwins-Rev") === document.body.dataset.rev) return true;
  }
  return false;
}"""


def test_a_page_that_was_cached_before_a_change_is_new_without_a_connection(phone: Phone) -> None:
    phone.has_kept("/")
    phone.open("/settings/areas/edit")
    phone.page.get_by_label("One on each line").fill("Support")
    phone.sends("Save")
    phone.waits_for(CACHED_AS_NEW)
    phone.goes_offline()
    phone.open()
    assert "Support" in phone.page.content()


def test_a_cached_page_comes_first_and_the_answer_late(phone: Phone, line: Proxy) -> None:
    phone.has_kept("/")
    other = phone.page.context.new_page()
    other.goto(line.url)
    other.close()
    line.set("pass", delay=SLOW)
    phone.open()
    box = phone.page.get_by_label("What did you get done?")
    box.fill("typed before the answer")
    expect(phone.page.locator("html")).to_have_attribute("data-from", "phone")
    expect(box).to_have_value("typed before the answer")


@pytest.mark.parametrize("ending", ["its cookie is gone", "another device ended it"])
def test_a_late_answer_for_nobody_leads_to_sign_in_and_keeps_words(
    phone: Phone, line: Proxy, ending: str
) -> None:
    phone.has_kept("/")
    token = phone.page.context.cookies()
    phone.page.context.clear_cookies()
    if ending == "another device ended it":
        phone.page.context.add_cookies([{**token[0], "value": "x" * 43}])
    line.set("pass", delay=SLOW)
    phone.open()
    phone.page.get_by_label("What did you get done?").fill("typed before the answer")
    phone.page.wait_for_url("**/sessions/new")
    line.set("pass")
    phone.sign_in()
    expect(phone.page.get_by_label("What did you get done?")).to_have_value(
        "typed before the answer"
    )


def test_after_a_form_no_page_is_shown_that_was_cached_before_it(phone: Phone, line: Proxy) -> None:
    phone.has_kept("/settings/")
    phone.open("/people/current/edit")
    phone.page.get_by_label("E-mail").fill("ana.new@example.org")
    phone.page.get_by_label("Password").fill(PASSWORD)
    line.set("pass", delay=0.3)
    with phone.page.expect_response(f"{line.url}/settings/") as first:
        phone.sends("Save")
    assert "ana.new@example.org" in first.value.text()
