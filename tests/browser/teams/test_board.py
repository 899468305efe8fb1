"""A board on a phone: a win is shown from its details, and a tap for the team waits offline."""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone


def test_a_win_is_shown_to_the_team_and_a_tap_for_it_waits_without_a_connection(
    phone: Phone,
) -> None:
    phone.open("/teams/new")
    phone.fills("Team name", "Platform")
    phone.taps("Create team")
    phone.open()
    phone.logs("Cut the build")
    phone.page.locator("#todays-wins .win__open").click()
    phone.page.locator(".win--edit summary", has_text="More").click()
    phone.page.get_by_label("Who may see it").select_option(index=1)
    phone.taps("Save")
    phone.has_sent_all()
    phone.open("/teams/")
    shown = phone.page.locator("#board .shown-win__what")
    expect(shown).to_have_text(["Cut the build"])
    phone.goes_offline()
    phone.fills("What did the team get done?", "Shipped it")
    phone.taps("Milestone")
    phone.reads(".board__waiting .win__what", "Shipped it")
    phone.sees_status("Saved on this phone")
    phone.goes_online()
    phone.has_sent_all()
    phone.open("/teams/")
    expect(shown).to_have_text(["Shipped it", "Cut the build"])
    phone.open()
    phone.lists("Cut the build")
