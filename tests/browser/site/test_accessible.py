"""axe and HTML_CodeSniffer find nothing on any page, light and dark, either way the lines run (W4),
and no page breaks the policy (A2)."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.goals.test_goals import plans, says
from tests.support.phones.chromium import Phone
from tests.support.phones.stored import change_held

AXE = Path(__file__).parents[3] / "node_modules/axe-core/axe.min.js"
SNIFFER = AXE.parents[1] / "html_codesniffer/build/HTMLCS.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]
# What passes is not described, which takes longer than to find what does not.
ASKED = f'{{runOnly: {RULES}, resultTypes: ["violations"], selectors: false}}'
RUN = f"""async () => (await axe.run(document, {ASKED})).violations.map(
    (found) => found.id + ": " + found.nodes.map((node) => node.html).join(" | "))"""
# Without 1.3.5: it does not know that an address can be a user name, and fails on saying so.
SNIFF = """() => new Promise((done) => {
    const said = HTMLCS.getTranslation;
    HTMLCS.getTranslation = (key) => said.call(HTMLCS, key) ?? key;
    HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages()
        .filter(({ type, code }) => type === HTMLCS.ERROR && !code.includes("1_3_5"))
        .map(({ code, element }) => `${code}: ${element.outerHTML?.slice(0, 120)}`)));
})"""
PAGES = [
    "/",
    "/wins/",
    "/wins/?counted=no",
    "/goals/",
    "/goals/new",
    "/goals/calibration/",
    "/cadences/",
    "/cadences/quick/edit",
    "/checkins/",
    "/checkins/new",
    "/settings/",
    "/settings/?saved=theme",
    "/settings/day_start/edit",
    "/settings/fixed_zone/edit",
    "/settings/workdays/edit",
    "/settings/areas/edit",
    "/absences/",
    "/reminders/devices/",
    "/reminders/",
    "/reminders/current/edit",
    "/mails/",
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
    "/help/",
    "/nothing",
]
# A row that is half behind the tab bar would count as too small, though it scrolls.
TALL = {"width": 390, "height": 2400}
DOORS = ["/", "/sessions/new", "/people/new", "/resets/a-link", "/resets/new", "/help/"]


def violations(page: Page) -> list[str]:
    """Return what axe and HTML_CodeSniffer find wrong with what the page shows now."""
    if not page.evaluate("'axe' in window && 'HTMLCS' in window"):
        page.evaluate(AXE.read_text())
        page.evaluate(SNIFFER.read_text())
    found: list[str] = page.evaluate(RUN) + page.evaluate(SNIFF)
    return found


Found = dict[str, list[str]]


def faults(found: Found) -> Found:
    return {path: rules for path, rules in found.items() if rules}


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "ar")])
def test_axe_and_the_sniffer_find_nothing(new_phone, theme: str, language: str) -> None:
    phone: Phone = new_phone(color_scheme=theme, language=language, viewport=TALL)
    found: Found = {}
    for path in DOORS:
        phone.open(path)
        found[path] = violations(phone.page)
    phone.sign_up()
    found["empty"] = violations(phone.page)
    phone.logs("Fixed the flaky sign-in test")
    phone.checks_in(7)
    found["answered"] = violations(phone.page)
    phone.page.locator("a.win__open").click()
    phone.page.locator("li.win--edit").wait_for()
    found["details"] = violations(phone.page)
    phone.sees_status("Sent")
    for path in PAGES:
        phone.open(path)
        found[path] = violations(phone.page)
    phone.open()
    phone.goes_offline()
    phone.logs("Not yet sent")
    change_held(phone, state="refused", reason="The kind must be one of: quick.")
    phone.open("/outbox/")
    found["refused"] = violations(phone.page)
    phone.taps("Correct")
    found["correct"] = violations(phone.page)
    assert faults(found) == {}
    assert phone.trouble == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_and_the_sniffer_find_nothing_in_what_opens_on_the_way(new_phone, theme: str) -> None:
    phone: Phone = new_phone(color_scheme=theme, viewport=TALL)
    phone.sign_up()
    found = {**shared_with(phone), **goals_of(phone), **lattice_of(phone)}
    for path in ("/presets/", "/absences/", "/goals/", "/objectives/", "/indicators/"):
        phone.open(path)
        found[path] = violations(phone.page)
    assert faults(found) == {}
    assert phone.trouble == []


def shared_with(phone: Phone) -> Found:
    """Return what is wrong where another app shares words, and on pages with content."""
    phone.open("/#title=Notes&url=https://example.org/")
    found = {"shared": violations(phone.page)}
    phone.open("/presets/")
    phone.sends("Add: Fixed a recurring snag")
    phone.open("/absences/")
    phone.sends("Add")
    return found


def goals_of(phone: Phone) -> Found:
    """Return what is wrong on the pages of a goal, from its draft to its dependencies."""
    phone.open("/goals/new")
    phone.page.locator(".picker > summary").click()
    found = {"sheet": violations(phone.page)}
    phone.taps("Done")
    plans(phone, "Send 1 page", "Summary", weekly=True, days=28)
    found["draft"] = violations(phone.page)
    stack = phone.page.get_by_role("link", name="What it depends on").get_attribute("href")
    phone.sends("Set this goal")
    found["sure"] = violations(phone.page)
    says(phone, "")
    found["goal"] = violations(phone.page)
    phone.open("/goals/")
    phone.taps("All met")
    phone.page.get_by_role("button", name="Undo").wait_for()
    found["met"] = violations(phone.page)
    phone.open(str(stack))
    found["stack"] = violations(phone.page)
    return found


def lattice_of(phone: Phone) -> Found:
    """Return what is wrong on the pages of objectives, indicators and decisions."""
    found: Found = {}
    phone.open("/decisions/")
    phone.page.get_by_label("What is to be decided?").fill("Which vendor?")
    phone.taps("Open as important")
    phone.page.get_by_role("button", name="Undo").wait_for()
    found["decision"] = violations(phone.page)
    phone.open("/templates/quality/objectives/new")
    phone.sends("Save")
    found["objective"] = violations(phone.page)
    phone.page.get_by_role("link", name="Defects").click()
    phone.page.get_by_label("Value", exact=True).fill("3")
    phone.sends("Add the value")
    found["indicator"] = violations(phone.page)
    phone.page.get_by_role("link", name="Add a table").click()
    phone.page.get_by_label("Or paste the lines here").fill("2026-11-23;1;40\n2026-11-24;2;40")
    phone.taps("Look it over")
    phone.page.get_by_text("2 values").wait_for()
    found["table"] = violations(phone.page)
    return found
