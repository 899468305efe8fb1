"""Everything can be done with a keyboard."""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone

COVERED = """() => {
    const focused = document.activeElement;
    const { left, top, width, height } = focused.getBoundingClientRect();
    const on_top = document.elementFromPoint(left + width / 2, top + height / 2);
    const seen = focused === document.body || focused.contains(on_top) || on_top?.contains(focused);
    return seen ? [] : [focused.outerHTML.slice(0, 80)];
}"""


def test_arrow_keys_look_and_space_answers(phone: Phone) -> None:
    phone.page.get_by_role("link", name="Check in", exact=True).press("Enter")
    radios = phone.page.get_by_role("radio")
    expect(radios.first).to_be_focused()
    for _ in range(6):
        phone.page.keyboard.press("ArrowRight")
    expect(phone.page.get_by_text("You said")).to_have_count(0)
    phone.page.keyboard.press("Space")
    expect(phone.page.get_by_text("You said 6 of 10")).to_be_visible()


def test_the_first_tab_leads_past_the_header(phone: Phone) -> None:
    phone.open("/")
    phone.page.keyboard.press("Tab")
    expect(phone.page.get_by_role("link", name="Skip to the content")).to_be_focused()


def test_cancel_puts_the_row_and_the_focus_back(phone: Phone) -> None:
    phone.logs("Untouched")
    phone.page.get_by_role("link", name="Untouched").press("Enter")
    phone.page.get_by_label("What you got done").fill("Changed my mind")
    phone.page.get_by_role("link", name="Cancel").press("Enter")
    phone.lists("Untouched")
    expect(phone.page.get_by_role("link", name="Untouched")).to_be_focused()


def test_what_has_the_focus_is_never_covered(phone: Phone) -> None:
    phone.page.set_viewport_size({"width": 390, "height": 664})
    for _ in range(8):
        phone.logs()
    phone.wins.first.get_by_role("link").press("Enter")
    phone.page.get_by_label("What you got done").focus()
    covered = []
    for _ in range(16):
        covered += phone.page.evaluate(COVERED)
        phone.page.keyboard.press("Tab")
    assert covered == []
