"""What somebody has under their hands in a review stays, whatever others do meanwhile (R35)."""

from playwright.sync_api import Page, expect

from tests.browser.teams.test_reviews import LINES
from tests.support.phones.chromium import Phone

BOX = "Add a line"


def says(page: Page, what: str) -> None:
    page.get_by_label(BOX).fill(what)
    page.keyboard.press("Enter")


def settles(page: Page, how: str) -> None:
    """Unfold how an obstacle was settled, and write it."""
    page.locator(".line__settle > summary").click()
    page.get_by_placeholder("How, if you like").fill(how)


def test_what_is_being_typed_stays_and_the_rest_is_brought_up_to_date(phone: Phone) -> None:
    phone.open("/reviews/")
    phone.sends("Start review")
    phone.page.goto(f"{phone.page.url}?step=obstacles")
    one, other = phone.page, phone.context.new_page()
    other.goto(one.url)
    says(one, "No test machine")
    expect(other.locator(LINES)).to_have_text(["No test machine"])
    settles(one, "Borrowed one")
    settles(other, "Bought one")
    other.keyboard.press("Enter")
    says(other, "The build is slow")
    expect(one.locator(LINES)).to_have_text(["No test machine", "The build is slow"])
    expect(one.get_by_placeholder("How, if you like").first).to_have_value("Borrowed one")
    one.get_by_placeholder("How, if you like").first.press("Enter")
    for page in (one, other):
        expect(page.locator(".line__facts").first).to_contain_text("Bought one")
        expect(page.locator(".line__facts").first).to_contain_text("Borrowed one")
    assert phone.trouble == []


def test_who_is_typing_is_told_that_the_room_moved_and_goes_when_they_like(phone: Phone) -> None:
    phone.open("/reviews/")
    phone.sends("Start review")
    one, other = phone.page, phone.context.new_page()
    other.goto(one.url)
    one.get_by_label(BOX).fill("Half a sent")
    other.get_by_role("button", name="On to: Obstacles").click()
    expect(one.locator("#room-moved")).to_be_visible()
    expect(one.get_by_label(BOX)).to_have_value("Half a sent")
    one.get_by_label(BOX).press("Enter")
    expect(one.locator("#room")).to_have_attribute("data-step", "obstacles")
    other.get_by_role("link", name="Progress").click()
    expect(other.locator(LINES)).to_have_text(["Half a sent"])
    assert phone.trouble == []
