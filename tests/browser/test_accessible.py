"""axe finds nothing on any page, light and dark (W4), and no page breaks the policy (A2)."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.held import change_held
from tests.browser.phone import Phone

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"""async () => (await axe.run(document, {{runOnly: {RULES}}})).violations.map(
    (found) => found.id + ": " + found.nodes.map((node) => node.html).join(" | "))"""
PAGES = [
    "/",
    "/wins/",
    "/checkins/",
    "/checkins/new",
    "/settings/",
    "/outbox/",
    "/decisions/",
    "/objectives/",
    "/objectives/new",
    "/templates/quality/objectives/new",
    "/indicators/",
    "/indicators/new",
    "/devices/",
    "/people/current/edit",
    "/passwords/current/edit",
    "/offline",
    "/signed-out",
    "/nothing",
]
DOORS = ["/sessions/new", "/people/new", "/resets/a-link"]


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(RUN)
    return found


def lattice_of(phone: Phone) -> dict[str, list[str]]:
    """What is wrong on the pages of objectives, indicators and decisions that there are."""
    found: dict[str, list[str]] = {}
    phone.open("/decisions/")
    phone.page.get_by_label("What is to be decided?").fill("Which vendor?")
    phone.taps("Important")
    found["decision"] = violations(phone.page)
    phone.open("/templates/quality/objectives/new")
    phone.taps("Save")
    found["objective"] = violations(phone.page)
    phone.page.get_by_role("link", name="Defects").click()
    phone.page.get_by_label("Value", exact=True).fill("3")
    phone.taps("Add the value")
    found["indicator"] = violations(phone.page)
    phone.page.get_by_role("link", name="Add a table").click()
    phone.page.get_by_label("Or paste the lines here").fill("2026-11-23;1;40\n2026-11-24;2;40")
    phone.taps("Look it over")
    phone.page.get_by_text("2 values").wait_for()
    found["table"] = violations(phone.page)
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(new_phone, theme: str) -> None:
    phone: Phone = new_phone(color_scheme=theme)
    found: dict[str, list[str]] = {}
    for path in DOORS:
        phone.open(path)
        found[path] = violations(phone.page)
    phone.sign_up()
    found["empty"] = violations(phone.page)
    phone.logs("Fixed the flaky sign-in test")
    phone.checks_in(7)
    found["answered"] = violations(phone.page)
    phone.page.locator("a.win__open").click()
    found["details"] = violations(phone.page)
    phone.sees_status("Sent")
    found |= lattice_of(phone)
    for path in PAGES:
        phone.open(path)
        found[path] = violations(phone.page)
    phone.open()
    phone.context.set_offline(True)
    phone.logs("Not yet sent")
    change_held(phone, state="refused", reason="The kind must be one of: quick.")
    phone.open("/outbox/")
    found["refused"] = violations(phone.page)
    phone.taps("Mend")
    found["mend"] = violations(phone.page)
    assert {path: rules for path, rules in found.items() if rules} == {}
    assert phone.trouble == []
