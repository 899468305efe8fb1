"""Goals on a phone: the plan, meeting it offline, the win that came of it, the next one."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import Locator, expect

from tests.support.phones.chromium import Phone

TODAY = datetime.now(UTC).date()
CRITERIA = ["Summary", "Two visuals", "A recommended next step", "No errors in the data"]


def plans(
    phone: Phone, statement: str, *criteria: str, days: int = 3, weekly: bool = False
) -> None:
    """Fill in the plan and keep it; returns on the page of the goal."""
    fills_in(phone, statement, *criteria, days=days)
    page = phone.page
    if weekly:
        opens_more(phone)
        page.get_by_label("How often").select_option("Weekly")
        page.get_by_label("Fri", exact=True).check()
        page.get_by_label("Time of day").fill("17:00")
    phone.taps("Save")
    expect(page.get_by_role("heading", level=1)).to_have_text(statement)


def fills_in(phone: Phone, statement: str, *criteria: str, days: int = 3) -> None:
    page = phone.page
    page.get_by_label("What do you want to have done?").fill(statement)
    for number, criterion in enumerate(criteria, start=1):
        page.get_by_label(f"Criterion {number}", exact=True).fill(criterion)
    page.get_by_role("radio", name="Pick").check()
    page.get_by_label("Due day").fill((TODAY + timedelta(days=days)).isoformat())
    serves_none(phone)


def serves_none(phone: Phone) -> None:
    phone.page.locator(".picker > summary").click()
    phone.page.get_by_label("No objective yet").check()


def opens_more(phone: Phone) -> None:
    if not phone.page.locator(".plan__more[open]").count():
        phone.page.locator(".plan__more > summary").click()


def sets(phone: Phone, sure: str = "") -> None:
    """Set the goal of this page; returns on its page again, with that answer or none (R12)."""
    phone.taps("Set this goal")
    says(phone, sure)


def says(phone: Phone, sure: str) -> None:
    expect(phone.page.get_by_role("heading", name="How sure are you to meet this")).to_be_visible()
    if sure:
        phone.page.get_by_role(
            "radio", name=sure, exact=True
        ).click()  # the answer leads on: there is no tick to wait for
    else:
        phone.page.locator(".scale__skip").click()
    expect(phone.page.get_by_role("banner").get_by_text("Active")).to_be_visible()


def opens_goals_offline(phone: Phone) -> None:
    phone.has_kept("/goals/")
    phone.open("/goals/")
    phone.goes_offline()
    phone.page.reload()


def goal(phone: Phone, statement: str) -> Locator:
    return phone.page.locator("li.goal", has_text=statement)


def test_the_weekly_update_goes_in_as_it_stands(phone: Phone) -> None:  # R19, R22, R23
    # The example: one page, data-backed, on a key milestone, weekly at the end of the day.
    phone.open("/goals/new")
    opens_more(phone)
    phone.page.get_by_label("What will it change?").fill("Clearer project, faster decisions")
    update = "A one-page, data-backed update on a key milestone"
    plans(phone, update, *CRITERIA, days=28, weekly=True)
    sets(phone)
    expect(phone.page.get_by_text("Clearer project, faster decisions")).to_be_visible()
    expect(phone.page.get_by_text("Weekly, Fri, 17:00 · until")).to_be_visible()
    phone.open("/goals/")
    row = goal(phone, update)
    expect(row.get_by_role("checkbox")).to_have_text(CRITERIA)
    expect(row.locator(".goal__due")).to_contain_text("17:00")
    expect(row.locator(".goal__due")).to_contain_text("Fri")
    row.get_by_role("button", name="All met").click()
    expect(row.get_by_text("Met for Fri")).to_be_visible()
    phone.has_sent_all()
    phone.page.reload()
    expect(goal(phone, update).get_by_text("Met for Fri")).to_be_visible()
    assert phone.trouble == []


def test_from_the_plan_to_met_offline_to_the_win_to_the_next_goal(phone: Phone) -> None:
    phone.has_worker()
    phone.open("/goals/new")
    plans(phone, "Draft 5 customer insights", "Five quotes", "One page")
    sets(phone, sure="8")
    expect(phone.page.get_by_text("8 of 10")).to_be_visible()
    opens_goals_offline(phone)
    row = goal(phone, "Draft 5 customer insights")
    all_met = row.get_by_role("button", name="All met")
    row.get_by_role("checkbox", name="Five quotes").click()
    expect(row.get_by_role("checkbox", name="Five quotes")).to_be_checked()
    all_met.click()
    phone.takes_back("Goal met")
    expect(row.get_by_role("checkbox", name="One page")).not_to_be_checked()
    row.get_by_role("checkbox", name="One page").click()
    expect(row.get_by_role("img", name="Met: 2 of 2")).to_be_visible()
    row.get_by_role("button", name="Met, log the win").click()
    expect(row.get_by_text("Win logged")).to_be_visible()
    phone.sees_status("Saved on this phone")
    phone.page.reload()  # from the phone, and caught up
    expect(row.get_by_text("Win logged")).to_be_visible()
    phone.goes_online()
    phone.has_sent_all()
    phone.open("/goals/")
    expect(phone.page.get_by_text("0 of 3 active")).to_be_visible()
    phone.page.get_by_role("link", name="Draft 5 customer insights").click()
    won = phone.page.get_by_role("link", name="Draft 5 customer insights")
    win_id = str(won.get_attribute("href")).split("/")[2]
    phone.open(f"/goals/new?win={win_id}")  # R27: the next one stacks on it
    plans(phone, "Show 3 of them to the team", "Shown")
    expect(phone.page.get_by_text("Draft 5 customer insights ✓")).to_be_visible()
    phone.open("/goals/")
    expect(phone.page.get_by_role("heading", name="Now possible")).to_be_visible()
    assert phone.trouble == []


def test_a_tick_moves_nothing_and_a_goal_met_today_is_taken_back_offline(phone: Phone) -> None:
    phone.open("/goals/new")
    plans(phone, "Draft 5 customer insights", "Five quotes", "One page")
    sets(phone)
    opens_goals_offline(phone)
    all_met = phone.page.get_by_role("button", name="All met")
    stood = all_met.bounding_box()
    phone.page.get_by_role("checkbox", name="Five quotes").click()
    expect(phone.page.get_by_text("saved", exact=True)).to_be_visible()
    phone.sees_status("Saved on this phone")
    assert all_met.bounding_box() == stood
    all_met.click()
    phone.goes_online()
    phone.has_sent_all()
    phone.open()
    phone.goes_offline()
    phone.page.reload()
    phone.page.get_by_role("link", name="Draft 5 customer insights").click()
    phone.taps("Not yet met")
    expect(phone.page.get_by_role("checkbox", name="Five quotes")).to_be_checked()
    expect(phone.page.get_by_role("checkbox", name="One page")).not_to_be_checked()
    phone.goes_online()
    phone.has_sent_all()
    phone.open("/goals/")
    expect(phone.page.get_by_text("1 of 3 active")).to_be_visible()


def test_a_wins_next_step_becomes_a_goal_from_its_details(phone: Phone) -> None:  # R27
    phone.logs("Asked 3 customers")
    phone.sees_status("Sent")
    phone.wins.first.locator("a.win__open").click()
    phone.page.get_by_label("Next step").fill("Show 3 answers to the team")  # and not saved
    phone.page.get_by_role("link", name="Make it a micro-goal").click()
    statement = phone.page.get_by_label("What do you want to have done?")
    expect(statement).to_have_value("Show 3 answers to the team")
    phone.taps("Save")
    expect(phone.page.get_by_text("Asked 3 customers ✓")).to_be_visible()


def test_of_two_tabs_at_the_limit_one_swaps_and_the_other_is_told(phone: Phone) -> None:  # R21
    for n in range(5):
        phone.open("/goals/new")
        plans(phone, f"Send {n} pages", "Sent")
        if n < 3:
            sets(phone)
        else:
            phone.taps("Set this goal")
            phone.page.get_by_role("heading", name="Which one waits?").wait_for()
        if n == 3:
            other = phone.context.new_page()
            other.goto(phone.url + "/goals/")
            other.get_by_role("link", name="Send 3 pages").click()
            other.get_by_role("button", name="Set this goal").click()
    park = "Park this one : Send 0 pages"
    phone.page.get_by_role("button", name=park).click()
    says(phone, "")
    other.get_by_role("button", name=park).click()
    expect(other.get_by_role("alert")).to_contain_text("not active any more")
    expect(other.get_by_role("button", name="Park this one")).to_have_count(3)


def test_goals_without_scripts(new_phone) -> None:  # type: ignore[no-untyped-def]
    phone: Phone = new_phone(java_script_enabled=False)
    phone.sign_up()
    phone.open("/goals/new")
    fills_in(phone, "Send 1 page", "Summary")
    phone.taps("Save and set")
    says(phone, "")
    phone.page.get_by_role("checkbox", name="Summary").click()
    expect(phone.page.get_by_role("checkbox", name="Summary")).to_be_checked()
    phone.taps("Met, log the win")
    expect(phone.page.get_by_text("Win logged")).to_be_visible()
    phone.open()
    phone.lists("Send 1 page")


def test_lessons_come_as_objective_or_area_is_chosen(phone: Phone) -> None:  # R28
    phone.open("/goals/new")
    opens_more(phone)
    with phone.page.expect_response(lambda answer: "/lessons/" in answer.url) as asked:
        phone.page.get_by_label("Area").fill("Support")
        phone.page.get_by_label("Area").blur()
    assert "area=Support" in asked.value.url
    assert asked.value.status == 200


def test_nothing_is_wider_than_the_smallest_phone(new_phone) -> None:  # type: ignore[no-untyped-def]
    phone: Phone = new_phone(viewport={"width": 320, "height": 640})
    phone.sign_up()
    phone.open("/goals/new")
    plans(phone, "Send 1 page", "x" * 200)
    sets(phone)
    for path in ("/goals/", "/goals/new", phone.page.url.removeprefix(phone.url)):
        phone.open(path)
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= 320
