"""Numbers typed on a phone, with scripts and without, online and off (R19, R25)."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.goals.test_goals import opens_more, says, serves_none
from tests.support.phones.chromium import Phone
from tests.support.phones.stored import change_held, held
from tests.support.proxy import Proxy

UNCLEAR = "2026-11-23;1.000;5\n2026-11-24;999;6\n2026-11-25;1.250;7"


def adds_indicator(phone: Phone, unit: str = "visits") -> None:
    """Make an indicator; returns on its page."""
    phone.open("/indicators/new")
    phone.page.get_by_label("Name").fill("Visits")
    phone.page.get_by_label("Unit").fill(unit)
    phone.sends("Save")


def adds_goal(phone: Phone, target: str = "1,500") -> Locator:
    """Set a goal of calls; returns the field of how many there were."""
    phone.open("/goals/new")
    phone.page.get_by_label("What do you want to have done?").fill("Call")
    opens_more(phone)
    phone.page.get_by_label("Number", exact=True).fill(target)
    phone.page.get_by_label("Of what").fill("calls")
    serves_none(phone)
    phone.sends("Save and set")
    says(phone, "")
    return phone.page.get_by_label("How far it is")


@pytest.fixture(params=["with scripts", "without"])
def any_phone(request: pytest.FixtureRequest, new_phone: Callable[..., Phone]) -> Phone:
    phone = new_phone(java_script_enabled=request.param == "with scripts")
    phone.sign_up()
    return phone


def test_a_value_is_read_asked_for_and_said(any_phone: Phone) -> None:
    adds_indicator(any_phone)
    value, page = any_phone.page.get_by_label("Value", exact=True), any_phone.page
    value.fill("1.000")
    any_phone.sends("Add the value")
    expect(page.get_by_text("“1.000” can mean 1 or 1000.")).to_be_visible()
    expect(value).to_have_value("1.000")
    value.fill("1,000")
    any_phone.sends("Add the value")
    expect(page.get_by_role("status").filter(has_text="Stored for")).to_contain_text("1,000 visits")
    expect(page.locator(".values").get_by_role("row")).to_have_count(2)


def test_a_table_that_can_mean_two_is_asked_for_and_stored_as_chosen(any_phone: Phone) -> None:
    adds_indicator(any_phone)
    page = any_phone.page
    page.get_by_role("link", name="Add a table").click()
    page.get_by_label("Or paste the lines here").fill(UNCLEAR)
    any_phone.taps("Look it over")
    page.get_by_label("A comma: 1.000 is 1000").check()
    any_phone.taps("Look it over again")
    expect(page.get_by_text("A comma stands before the fraction.")).to_be_visible()
    expect(page.locator(".values").get_by_role("cell", name="1,250")).to_be_visible()
    page.get_by_text("Read it in another way").click()
    page.get_by_label("Of how many").select_option("Not given")
    any_phone.taps("Look it over again")
    expect(page.get_by_text("Not read: Column 3: 5.")).to_be_visible()
    any_phone.sends("Store them")
    expect(page.get_by_text("3 values of the table are stored.")).to_be_visible()
    expect(page.locator(".values b").first).to_have_text("1,250")


def test_progress_is_read_asked_for_and_shown(any_phone: Phone) -> None:
    how_far = adds_goal(any_phone)
    how_far.fill("1,234")
    any_phone.page.locator(".mark").get_by_role("button", name="Save").click()
    expect(how_far).to_have_value("1234")
    expect(any_phone.page.get_by_text("of 1,500 calls")).to_be_visible()


def test_phone_and_server_agree_on_what_was_typed(phone: Phone) -> None:
    how_far = adds_goal(phone)
    how_far.fill("1.234,5")
    phone.taps("Save")
    phone.has_sent_all()
    assert [entry["fields"]["value"] for entry in held(phone)] == [1234.5]
    phone.page.reload()
    expect(how_far).to_have_value("1234.5")


def test_what_is_unclear_is_asked_before_it_is_stored_on_the_phone(phone: Phone) -> None:
    how_far = adds_goal(phone)
    phone.goes_offline()
    for typed, message in [
        ("1.000", "“1.000” can mean 1 or 1000. Write it as one of these."),
        ("many", "Give a number, such as 12 or 12.5: “many” is none."),
        ("12 %", "This is not counted in %. Write the number without this sign."),
        ("1e999", "This number is too large."),
    ]:
        how_far.fill(typed)
        phone.taps("Save")
        assert how_far.evaluate("(field) => field.validationMessage") == message
    assert held(phone) == []
    how_far.fill("١٬٠٠٠")
    phone.taps("Save")
    expect(how_far).to_have_value("1000")
    assert [entry["fields"]["value"] for entry in held(phone)] == [1000]


def test_before_and_after_are_read_offline(phone: Phone) -> None:
    adds_indicator(phone, unit="%")
    phone.open("/")
    phone.logs("Cut rework")
    phone.goes_offline()
    phone.page.get_by_role("link", name="Cut rework").click()
    phone.page.get_by_text("More", exact=True).click()
    phone.page.get_by_label("Indicator").select_option("Visits")
    phone.page.get_by_label("Before").fill("1.234,5")
    phone.page.get_by_label("After").fill("−12 ٪")
    phone.taps("Save")
    phone.page.get_by_role("link", name="Cut rework").click()
    phone.page.get_by_text("More", exact=True).click()
    expect(phone.page.get_by_label("Before")).to_have_value("1234.5")
    expect(phone.page.get_by_label("After")).to_have_value("−12")
    [change] = [entry["fields"] for entry in held(phone) if entry["verb"] == "edit_win"]
    assert (change["before"], change["after"]) == (1234.5, -12)


def test_a_number_that_was_refused_is_put_right(phone: Phone, line: Proxy) -> None:
    how_far = adds_goal(phone)
    line.set("refuse")
    how_far.fill("12")
    phone.taps("Save")
    change_held(phone, fields={"value": 1e16})
    line.set("pass")
    phone.open("/outbox/")
    phone.taps("Send now")
    expect(phone.page.get_by_text("Not accepted: This number is too large.")).to_be_visible()
    phone.taps("Correct")
    phone.page.get_by_label("How far it is").fill("1,234")
    phone.taps("Save and send")
    phone.sees_status("Sent")
    phone.open("/goals/")
    expect(phone.page.get_by_label("How far it is")).to_have_value("1234")


def test_a_refused_answer_is_put_right_in_other_digits(phone: Phone, line: Proxy) -> None:
    phone.open("/checkins/new")
    line.set("refuse")
    phone.chooses("7")
    change_held(phone, fields={"rating": 11})
    line.set("pass")
    phone.open("/outbox/")
    phone.taps("Send now")
    phone.taps("Correct")
    phone.page.get_by_label("Confidence, 0 to 10").fill("٧")
    phone.taps("Save and send")
    phone.sees_status("Sent")
    assert [e["fields"]["rating"] for e in held(phone) if e["verb"] == "check_in"] == [7]
