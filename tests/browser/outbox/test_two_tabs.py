"""What was done in one tab, or a minute ago, shows in the other and on pages that come from the
phone."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.goals.test_goals import goal, plans, sets
from tests.support.phones.chromium import Phone
from tests.support.phones.scripts import KEEPS_NEWEST
from tests.support.phones.verbs import EMAIL
from tests.support.server import Server
from tests.support.visitor import Visitor

MET = "li.goal-line[data-met]"


def has_set(phone: Phone, statement: str) -> None:
    """Set a goal, and wait until every page that opens offline is as new."""
    phone.has_worker()
    phone.open("/goals/new")
    plans(phone, statement, "Sent")
    sets(phone)
    for path in ("/", "/goals/"):
        phone.waits_for(KEEPS_NEWEST, path)


def another_tab(phone: Phone, path: str) -> Page:
    tab = phone.context.new_page()
    tab.goto(phone.url + path)
    return tab


def test_a_goal_set_a_minute_ago_is_met_offline_and_every_tab_shows_it(phone: Phone) -> None:
    has_set(phone, "Send one page")
    phone.goes_offline()
    today = another_tab(phone, "/")
    expect(today.locator("li.goal-line")).to_contain_text("open to meet it")
    phone.open("/goals/")  # for the first time since the goal was set
    goal(phone, "Send one page").get_by_role("button", name="All met").click()
    expect(today.locator(MET)).to_contain_text("met for now")
    phone.open()
    expect(phone.page.locator(MET)).to_be_visible()
    phone.open("/goals/")
    goal(phone, "Send one page").get_by_role("button", name="Not yet met").click()
    expect(today.locator(MET)).to_have_count(0)
    phone.open()
    expect(phone.page.locator("li.goal-line")).to_have_count(1)
    expect(phone.page.locator(MET)).to_have_count(0)


def test_what_one_tab_saves_shows_in_the_others(phone: Phone) -> None:
    phone.has_worker()
    tabs = {path: another_tab(phone, path) for path in ("/", "/goals/", "/decisions/", "/presets/")}
    settings, form = another_tab(phone, "/settings/"), another_tab(phone, "/objectives/new")
    form.get_by_label("Name").fill("Half a name")
    phone.open("/presets/new")
    phone.fills("What a tap logs", "Walked the dog")
    phone.sends("Save")
    for path in ("/", "/presets/"):
        expect(tabs[path].get_by_text("Walked the dog").first).to_be_visible()
    phone.open("/goals/new")
    plans(phone, "Send one page", "Sent")
    sets(phone)
    expect(goal_in(tabs["/goals/"])).to_be_visible()
    expect(tabs["/"].locator("li.goal-line")).to_contain_text("Send one page")
    phone.open("/settings/areas/edit")
    phone.page.locator("main textarea").fill("Support")
    phone.sends("Save")
    expect(settings.get_by_text("Support")).to_be_visible()
    expect(form.get_by_label("Name")).to_have_value("Half a name")
    settings.get_by_role("button", name="Sign out").click()  # scripts know the page as it is now
    expect(tabs["/goals/"].get_by_role("heading", name="Sign in")).to_be_visible()
    assert phone.trouble == []


def test_what_another_device_saved_opens_offline_after_a_look(phone: Phone, server: Server) -> None:
    phone.has_kept("/settings/")
    phone.page.clock.install()
    phone.open()
    with Visitor(server.port) as laptop:
        laptop.signs_in(EMAIL)
        laptop.post("/settings/areas?_method=PATCH", areas="Support")
    phone.page.clock.fast_forward("00:10")
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    expect(phone.page.locator("body")).not_to_have_attribute("data-rev", "1")
    phone.waits_for(KEEPS_NEWEST, "/settings/")
    phone.goes_offline()
    phone.open("/settings/")
    expect(phone.page.get_by_text("Support")).to_be_visible()


def test_two_tabs_that_both_answer_meet_and_edit_say_the_same(phone: Phone) -> None:
    has_set(phone, "Send one page")
    phone.open()
    phone.logs("Wrote the letter")
    phone.has_sent_all()
    phone.goes_offline()
    other = another_tab(phone, "/")
    if other.locator("#ask").is_hidden():  # on a day off one asks oneself
        other.get_by_role("link", name="Check in").click()
    phone.checks_in(7)
    expect(other.get_by_text("You said 7 of 10.")).to_be_visible()
    edits_in_both(phone.page, other)
    for tab in (phone.page, other):
        tab.goto(phone.url + "/goals/")
    for tab in (phone.page, other):  # the second one before, or after, it has heard of the first
        met = tab.get_by_role("button", name="All met", include_hidden=True)
        met.evaluate("one => one.click()")
    other.get_by_role("button", name="Not yet met").click()
    for tab in (phone.page, other):
        expect(tab.get_by_role("button", name="All met")).to_be_visible()
    phone.goes_online()
    phone.has_sent_all()
    phone.open()
    expect(phone.page.locator("li.goal-line:not([data-met])")).to_have_count(1)
    expect(phone.wins.first).to_contain_text("Posted the letter")
    expect(phone.wins.first).to_contain_text("One reader more")


def edits_in_both(first: Page, second: Page) -> None:
    second.get_by_role("link", name="Wrote the letter").click()
    second.get_by_label("What it changed").fill("One reader more")
    first.get_by_role("link", name="Wrote the letter").click()
    first.get_by_label("What you got done").fill("Posted the letter")
    first.get_by_role("list", name="Today's wins").get_by_role("button", name="Save").click()
    expect(first.locator(".win__what").first).to_have_text("Posted the letter")
    second.get_by_role("list", name="Today's wins").get_by_role("button", name="Save").click()
    for tab in (first, second):
        expect(tab.locator(".win__what").first).to_have_text("Posted the letter")
        expect(tab.locator(".win__impact").first).to_have_text("One reader more")


def goal_in(tab: Page) -> Locator:
    return tab.locator("li.goal", has_text="Send one page")
