"""axe finds nothing on any page, light and dark (W4), and no page breaks the policy (A2)."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.held import change_held
from tests.browser.phone import Phone
from tests.browser.test_goals import plans, sets

AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"""async () => (await axe.run(document, {{runOnly: {RULES}}})).violations.map(
    (found) => found.id + ": " + found.nodes.map((node) => node.html).join(" | "))"""
PAGES = [
    "/",
    "/wins/",
    "/goals/",
    "/goals/new",
    "/goals/calibration/",
    "/checkins/",
    "/checkins/new",
    "/settings/",
    "/outbox/",
    "/insights/",
    "/insights/method",
    "/patterns/",
    "/evidence/",
    "/reviews/",
    "/review-plans/current/edit",
    "/adjustments/",
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
    phone.open("/goals/new")
    plans(phone, "Send 1 page", "Summary", weekly=True, days=28)
    found["draft"] = violations(phone.page)
    stack = phone.page.get_by_role("link", name="What it depends on").get_attribute("href")
    sets(phone)
    found["goal"] = violations(phone.page)
    phone.open("/goals/")
    phone.taps("All met")
    found["met"] = violations(phone.page)
    phone.open(str(stack))
    found["stack"] = violations(phone.page)
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
