"""Nothing typed is lost: after Back, in another language, on a dead line the words come back."""

import pytest
from playwright.sync_api import Locator, expect

from tests.support.phones.chromium import Phone
from tests.support.phones.verbs import EMAIL
from tests.support.proxy import Proxy
from tests.support.visitor import PASSWORD

WORDS = "Half a sentence"
TEXTS = "input:not([type]), input[type=text], textarea"
BACK = "Your words are back."
DRAFTS = "() => Object.keys(localStorage).filter((name) => name.startsWith('draft:'))"


def goal(phone: Phone) -> Locator:
    return phone.page.locator("#statement")


def types(box: Locator, words: str = WORDS) -> None:
    box.press_sequentially(words)


FORMS = ["/goals/new", "/objectives/new", "/indicators/new", "/presets/new", "/settings/areas/edit"]


def test_words_are_there_after_leaving_any_form_and_coming_back(phone: Phone) -> None:
    for path in FORMS:
        field = phone.page.locator(f"main form[method=post] :is({TEXTS})").first
        phone.open(path)
        field.fill(WORDS)
        phone.open("/help/")
        phone.page.go_back()
        expect(field).to_have_value(WORDS)


def test_words_in_the_box_of_today_are_there_after_back(phone: Phone) -> None:
    types(phone.page.locator("#what"))
    phone.open("/help/")
    phone.page.go_back()
    expect(phone.page.locator("#what")).to_have_value(WORDS)
    phone.taps("Quick task")
    phone.lists(WORDS)
    phone.open()
    expect(phone.page.locator("#what")).to_have_value("")


def test_words_are_there_in_the_other_language(phone: Phone) -> None:
    phone.open("/goals/new")
    types(goal(phone))
    phone.switches_to("العربية")
    expect(phone.page.locator("html")).to_have_attribute("lang", "ar")
    expect(goal(phone)).to_have_value(WORDS)


def test_words_come_back_after_a_line_that_was_cut_and_are_stored_once(
    phone: Phone, line: Proxy
) -> None:
    phone.has_worker()
    phone.open("/goals/new")
    types(goal(phone))
    line.set("lose_reply")
    phone.taps("Save")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Not sent", timeout=30_000)
    line.set("pass")
    phone.page.get_by_role("link", name="Back to the form").click()
    expect(goal(phone)).to_have_value(WORDS)
    expect(phone.page.get_by_text(BACK)).to_be_visible()
    phone.sends("Save")
    phone.open("/goals/")
    expect(phone.page.get_by_text(WORDS)).to_have_count(1)


def test_a_form_that_was_stored_is_empty_next_time(phone: Phone) -> None:
    phone.open("/goals/new")
    types(goal(phone))
    phone.sends("Save")
    phone.open("/goals/new")
    expect(goal(phone)).to_have_value("")
    assert phone.page.evaluate(DRAFTS) == []


def test_words_that_are_back_can_be_dropped(phone: Phone) -> None:
    phone.open("/goals/new")
    types(goal(phone))
    phone.open("/goals/new")
    phone.taps("Start empty")
    expect(goal(phone)).to_have_value("")
    phone.open("/goals/new")
    expect(goal(phone)).to_have_value("")


def test_words_of_a_refused_form_are_kept_too(phone: Phone) -> None:
    phone.open("/objectives/new")
    phone.page.locator("#name").fill("   ")
    phone.page.locator("#why").fill(WORDS)
    phone.page.locator("main form").evaluate("(form) => { form.noValidate = true }")
    phone.sends("Save")
    expect(phone.page.locator("#why")).to_have_value(WORDS)
    phone.open("/objectives/new")
    expect(phone.page.locator("#why")).to_have_value(WORDS)


def test_another_tab_has_them_and_both_store_them_once(phone: Phone) -> None:
    phone.open("/goals/new")
    types(goal(phone))
    phone.open("/goals/new")
    other = phone.context.new_page()
    other.goto(phone.url + "/goals/new")
    expect(other.locator("#statement")).to_have_value(WORDS)
    phone.sends("Save")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.get_by_role("heading", level=1)).to_have_text(WORDS)
    phone.open("/goals/")
    expect(phone.page.get_by_text(WORDS)).to_have_count(1)


@pytest.mark.parametrize("trouble", ["pass", "refuse"])
def test_nothing_is_left_after_signing_out(phone: Phone, line: Proxy, trouble: str) -> None:
    phone.has_kept("/outbox/")
    phone.open("/goals/new")
    types(goal(phone))
    phone.open("/settings/")
    assert phone.page.evaluate(DRAFTS) != []
    line.set(trouble)
    phone.taps("Sign out")
    says = "Sign in" if trouble == "pass" else "Signed out"
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(says)
    assert phone.page.evaluate(DRAFTS) == []


def test_another_person_on_the_phone_sees_none_of_them(phone: Phone) -> None:
    phone.open("/goals/new")
    types(goal(phone))
    phone.open("/help/")
    phone.context.clear_cookies()
    phone.sign_up("Ben", "ben@example.org")
    phone.open("/goals/new")
    expect(goal(phone)).to_have_value("")


def test_drafts_are_gone_after_seven_days(phone: Phone) -> None:
    phone.open("/goals/new")
    types(goal(phone))
    phone.open("/help/")
    phone.page.evaluate(
        """() => {
            for (const [name, text] of Object.entries(localStorage)) {
                if (!name.startsWith("draft:")) continue;
                const draft = JSON.parse(text);
                draft.at -= 7 * 24 * 3600 * 1000 + 1;
                localStorage.setItem(name, JSON.stringify(draft));
            }
        }"""
    )
    phone.open("/goals/new")
    expect(goal(phone)).to_have_value("")
    assert phone.page.evaluate(DRAFTS) == []


def test_no_password_is_ever_kept(phone: Phone) -> None:
    phone.open("/passwords/current/edit")
    for field in phone.page.locator("input[type=password]").all():
        field.fill("a secret of mine")
    phone.open("/help/")
    kept = phone.page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "secret" not in kept


def test_words_of_an_ended_session_are_there_after_signing_in(phone: Phone) -> None:
    phone.open("/goals/new?area=Support")
    types(goal(phone))
    phone.context.clear_cookies(name="session")
    phone.sends("Save")
    phone.page.get_by_label("E-mail").fill(EMAIL)
    phone.page.get_by_label("Password").fill(PASSWORD)
    phone.sends("Sign in")
    expect(goal(phone)).to_have_value(WORDS)
    phone.sends("Save")
    phone.open("/goals/")
    expect(phone.page.get_by_text(WORDS)).to_have_count(1)


def test_a_long_paste_is_told_and_not_cut(phone: Phone) -> None:
    for path, selector, button in [
        ("/", "#what", "Quick task"),
        ("/goals/new", "#statement", "Save"),
    ]:
        phone.open(path)
        phone.waits_for("() => document.querySelector('[name=once]')")
        box = phone.page.locator(selector)
        phone.page.wait_for_load_state("networkidle")
        box.fill("x" * 2_100)
        phone.taps(button)
        assert "2100" in box.evaluate("(box) => box.validationMessage")
        expect(box).to_have_value("x" * 2_100)
    phone.open()
    expect(phone.wins).to_have_count(0)
