"""Three people hold a review on their phones; one loses the network, and no line is lost (R35)."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.site.test_accessible import violations
from tests.support.phones.chromium import Phone

LINES = "#room-lines .line__what"


def makes_team(phone: Phone) -> str:
    """Make a team and return the address of an invitation into it."""
    phone.open("/teams/new")
    phone.fills("Team name", "Platform")
    phone.taps("Create team")
    team = re.search(r"/teams/\d+", phone.page.url)
    assert team
    phone.open(f"{team[0]}/invitations/new")
    phone.sends("Invite")
    return phone.page.url.removeprefix(phone.url)


def joins(phone: Phone, name: str, invitation: str) -> Phone:
    phone.sign_up(name, f"{name.lower()}@example.org")
    phone.open(invitation)
    phone.sends("Join team")
    return phone


def is_in_review(phone: Phone, button: str) -> Locator:
    """Start or join the review of the team, whose page has the worker; return its lines."""
    phone.open("/teams/")
    phone.page.get_by_role("link", name="Reviews").click()
    phone.sends(button)
    phone.has_worker()
    return phone.page.locator(LINES)


def says(phone: Phone, what: str) -> None:
    phone.fills("Add a line", what)
    phone.taps("Add")


def test_three_hold_a_review_and_one_loses_the_network(
    phone: Phone, new_phone: Callable[..., Phone]
) -> None:
    invitation = makes_team(phone)
    ben, cleo = (joins(new_phone(), name, invitation) for name in ("Ben", "Cleo"))
    of_ana = is_in_review(phone, "Start review")
    of_ben, of_cleo = (is_in_review(one, "Join it") for one in (ben, cleo))
    says(phone, "We paired on the import")
    expect(of_ben).to_have_text(["We paired on the import"])
    expect(of_cleo).to_have_text(["We paired on the import"])
    cleo.waits_for("async () => Boolean(await caches.match(location.pathname))")
    cleo.goes_offline()
    says(cleo, "Said without a network")
    expect(cleo.page.locator(".line--waits")).to_have_count(1)
    cleo.page.reload()
    expect(cleo.page.locator("#room-waiting .line__what")).to_have_text(["Said without a network"])
    says(cleo, "And one more")
    says(ben, "Asked support first")
    expect(of_ana).to_have_text(["We paired on the import", "Asked support first"])
    ben.fills("Add a line", "Not sent yet")
    cleo.goes_online()
    everything = [
        "We paired on the import",
        "Said without a network",
        "And one more",
        "Asked support first",
    ]
    for lines in (of_ana, of_ben, of_cleo):
        expect(lines).to_have_text(everything)
    expect(ben.page.get_by_label("Add a line")).to_have_value("Not sent yet")
    assert [one.trouble for one in (phone, ben, cleo)] == [[], [], []]
    for path in ("", "?step=obstacles", "?step=next"):
        phone.page.goto(f"{ben.page.url}{path}")
        assert violations(phone.page) == []
