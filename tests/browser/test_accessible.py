"""axe finds nothing on any page, light and dark, either way the lines run (W4), and no page breaks
the policy (A2)."""

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
    "/wins/?counted=no",
    "/goals/",
    "/goals/new",
    "/goals/calibration/",
    "/cadences/",
    "/checkins/",
    "/checkins/new",
    "/settings/",
    "/settings/?saved=theme",
    "/settings/day_start/edit",
    "/settings/fixed_zone/edit",
    "/settings/workdays/edit",
    "/settings/areas/edit",
    "/absences/",
    "/presets/",
    "/presets/new",
    "/shares/new?title=Notes&url=https://example.org/",
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
    "/help/",
    "/nothing",
]
# A row that is half behind the tab bar would count as too small, though it scrolls.
TALL = {"width": 390, "height": 2400}
DOORS = ["/sessions/new", "/people/new", "/resets/a-link", "/help/"]


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(RUN)
    return found


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "ar")])
def test_axe_finds_nothing(new_phone, theme: str, language: str) -> None:
    phone: Phone = new_phone(color_scheme=theme, language=language, viewport=TALL)
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
    phone.open("/#title=Notes&url=https://example.org/")
    found["shared"] = violations(phone.page)
    phone.open("/presets/")
    phone.taps("Add: Fixed a recurring snag")
    phone.open("/absences/")
    phone.taps("Add")
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
