"""From a mate's win to their evidence: thanks in two taps, the second one offline (R33)."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.teams.test_reviews import joins, makes_team
from tests.support.phones.chromium import Phone

WIN = "Cut the release list from 14 steps to 6"


def shows_a_win(phone: Phone) -> None:
    """Log a win and show it to the team, from its details."""
    phone.open()
    phone.logs(WIN)
    phone.page.locator("#todays-wins .win__open").click()
    phone.page.locator(".win--edit summary", has_text="More").click()
    phone.page.get_by_label("Who may see it").select_option(index=1)
    phone.taps("Save")
    phone.has_sent_all()


def test_thanks_reach_the_evidence_of_who_did_it(
    phone: Phone, new_phone: Callable[..., Phone]
) -> None:
    ben = joins(new_phone(), "Ben", makes_team(phone))
    shows_a_win(ben)
    phone.open("/teams/")
    phone.page.get_by_role("link", name="Thank", exact=True).click()
    only, team = (
        phone.page.get_by_role("button", name=name) for name in ("Only to", "To the team")
    )
    expect(phone.page.get_by_label("What was achieved?")).to_have_value(WIN)
    expect(only).to_be_enabled()
    expect(team).to_be_disabled()
    phone.fills("Why does it matter?", "Great job, thank you so much")
    phone.reads("#hint", "This praises the effort. What is different now because of it?")
    phone.fills("Why does it matter?", "Thursday nights are free again")
    expect(team).to_be_enabled()
    phone.goes_offline()
    expect(phone.page.locator(".form-note--offline")).to_have_count(0)  # it is stored here
    only.click()
    expect(phone.page.locator("#thanked")).to_be_visible()
    phone.sees_status("Saved on this phone")
    phone.goes_online()
    phone.has_sent_all()
    phone.open("/teams/")
    expect(phone.page.locator("#board")).to_contain_text("Thanked")
    ben.open()
    ben.page.get_by_role("link", name="said something about your outcomes").click()
    expect(ben.page.locator(".thanks")).to_have_count(1)
    expect(ben.page.locator(".thanks")).to_contain_text("Thursday nights are free again")
    ben.open("/evidence/")
    expect(ben.page.locator(".record").last).to_contain_text("Thursday nights are free again")
    assert [one.trouble for one in (phone, ben)] == [[], []]
