"""The log on a phone, with and without a network: details, deletion and the way back."""

from playwright.sync_api import Locator, expect

from tests.support.phones.chromium import Phone
from tests.support.phones.stored import has_unsent, held

ARABIC = "أرسلت تحديثًا 🎉"


def opens(phone: Phone, what: str) -> Locator:
    """Open the form of a win in its row, with all folds."""
    phone.page.get_by_role("link", name=what).click()
    form = phone.page.locator("li.win--edit")
    for fold in form.locator("summary").all():
        fold.click()
    return form


def saves(phone: Phone) -> None:
    phone.taps("Save")
    expect(phone.page.locator("li.win--edit")).to_have_count(0)


def fills_everything(form: Locator) -> None:
    form.get_by_label("Kind").select_option("process")
    form.get_by_label("Area").fill("Support")
    form.get_by_label("Its effect can be measured").check()
    form.get_by_label("Link to evidence").fill("https://docs.example.org/a?b=1&c=2")
    form.get_by_label("It moves on").select_option("skill")
    form.get_by_label("What worked").fill(ARABIC)


def has_everything(form: Locator) -> None:
    expect(form.get_by_label("Kind")).to_have_value("process")
    expect(form.get_by_label("Area")).to_have_value("Support")
    expect(form.get_by_label("Its effect can be measured")).to_be_checked()
    expect(form.get_by_label("Link to evidence")).to_have_value(
        "https://docs.example.org/a?b=1&c=2"
    )
    expect(form.get_by_label("It moves on")).to_have_value("skill")
    expect(form.get_by_label("What worked")).to_have_value(ARABIC)


def test_all_details_are_changed_offline_and_reach_the_server(phone: Phone, new_phone) -> None:
    phone.has_worker()
    phone.open()
    phone.goes_offline()
    phone.logs("Shipped the importer")
    fills_everything(opens(phone, "Shipped the importer"))
    saves(phone)
    expect(phone.wins.first.get_by_role("link", name="docs.example.org")).to_be_visible()
    phone.page.reload()
    has_everything(opens(phone, "Shipped the importer"))
    phone.goes_online()
    phone.has_sent_all()
    other = new_phone()
    other.sign_in()
    has_everything(opens(other, "Shipped the importer"))
    assert phone.trouble == other.trouble == []


def test_only_what_was_changed_is_sent(phone: Phone) -> None:
    phone.logs("Fixed it")
    fills_everything(opens(phone, "Fixed it"))
    saves(phone)
    form = opens(phone, "Fixed it")
    form.get_by_label("Area").fill("")
    form.get_by_label("Its effect can be measured").uncheck()
    saves(phone)
    [_, _, last] = sorted(held(phone), key=lambda entry: entry["seq"])
    assert {**last["fields"], "target": ""} == {"target": "", "area": "", "measurable": False}


def test_what_needs_evidence_is_corrected_in_one_tap_offline_too(phone: Phone) -> None:
    phone.logs("Fixed it")
    phone.sees_status("Sent")
    phone.open("/wins/?counted=no")
    phone.goes_offline()
    phone.page.get_by_label("Measurable").check()
    phone.sees_status("Saved on this phone")
    phone.page.get_by_label("Measurable").uncheck()
    has_unsent(phone, 2)
    phone.sees_status("Saved on this phone")
    said = [
        entry["fields"].get("measurable") for entry in held(phone) if entry["verb"] != "log_win"
    ]
    assert said == [True, False]


def test_words_are_shown_in_their_own_direction(phone: Phone) -> None:
    phone.logs(ARABIC)
    direction = "(row) => getComputedStyle(row).direction"
    assert phone.page.locator(".win__what").first.evaluate(direction) == "rtl"
    assert phone.page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_a_text_that_is_too_long_is_neither_cut_nor_sent(phone: Phone) -> None:
    phone.logs("Fixed it")
    form = opens(phone, "Fixed it")
    form.get_by_label("What worked").fill("🎉" * 2001)
    says = "(box) => box.validationMessage"
    assert "2001 characters" in form.get_by_label("What worked").evaluate(says)
    phone.taps("Save")
    expect(form.get_by_label("What worked")).to_have_value("🎉" * 2001)
    form.get_by_label("What worked").fill("🎉" * 2000)
    saves(phone)


def test_blanks_and_links_that_lead_nowhere_are_told_at_once(phone: Phone) -> None:
    phone.logs("Fixed it")
    form = opens(phone, "Fixed it")
    form.get_by_label("What you got done").fill("   ")
    says = form.get_by_label("What you got done").evaluate("(box) => box.validationMessage")
    assert says == "Say in a few words what you got done."
    form.get_by_label("What you got done").fill("Fixed it")
    form.get_by_label("Link to evidence").fill("javascript:alert(1)")
    phone.taps("Save")
    expect(form).to_be_visible()
    assert len(held(phone)) == 1


def test_a_deleted_win_can_be_had_back(phone: Phone) -> None:
    phone.logs("First")
    phone.logs("Second")
    phone.sees_status("Sent")
    opens(phone, "First")
    phone.taps("Delete")
    phone.lists("Second")
    phone.takes_back("Deleted: First")
    phone.lists("Second", "First")
    expect(phone.page.get_by_role("link", name="First")).to_be_focused()
    assert [entry["verb"] for entry in held(phone)] == ["log_win", "log_win"]


def test_a_deletion_is_on_the_phone_at_once_and_sent_when_the_way_back_is_gone(
    phone: Phone,
) -> None:
    phone.logs("First")
    phone.sees_status("Sent")
    opens(phone, "First")
    phone.taps("Delete")
    expect(phone.page.get_by_text("Deleted: First", exact=True)).to_be_visible()
    assert [entry["state"] for entry in held(phone) if entry["verb"] == "undo"] == ["held"]
    phone.logs("Second")  # another tap leaves it open
    phone.lists("Second")
    assert [entry["state"] for entry in held(phone) if entry["verb"] == "undo"] == ["held"]
    phone.open()
    phone.has_sent_all()
    phone.open()
    phone.lists("Second")


def test_two_deletions_are_taken_back_in_any_order(phone: Phone) -> None:
    for what in ("First", "Second", "Third"):
        phone.logs(what)
    phone.sees_status("Sent")
    for what in ("Third", "Second"):
        opens(phone, what)
        phone.taps("Delete")
    phone.lists("First")
    phone.takes_back("Deleted: Second")
    phone.takes_back("Deleted: Third")
    phone.lists("Third", "Second", "First")
    assert [entry["verb"] for entry in held(phone)] == ["log_win"] * 3


def test_undo_keeps_its_size_beside_a_long_name(phone: Phone) -> None:
    long = "A long name " * 20
    phone.logs(long)
    opens(phone, long.strip())
    phone.taps("Delete")
    toast = phone.page.locator(".toast", has_text="Deleted: A long name")
    button = toast.get_by_role("button", name="Undo")
    expect(button).to_be_visible()
    boxes = [one.bounding_box() for one in (toast, button)]
    assert [box and box["height"] for box in boxes] == [48, 48]


def test_another_tab_leaves_the_way_back_open(phone: Phone) -> None:
    phone.logs("First")
    phone.sees_status("Sent")
    opens(phone, "First")
    phone.taps("Delete")
    expect(phone.page.get_by_text("Deleted: First", exact=True)).to_be_visible()
    other = phone.context.new_page()
    other.goto(phone.url)
    expect(other.get_by_role("status")).to_contain_text("Saved on this phone")
    phone.takes_back("Deleted: First")
    phone.lists("First")


def test_a_phone_that_dies_meanwhile_deletes_when_it_is_opened_again(phone: Phone) -> None:
    phone.logs("First")
    phone.sees_status("Sent")
    opens(phone, "First")
    phone.taps("Delete")
    expect(phone.page.get_by_text("Deleted: First", exact=True)).to_be_visible()
    phone.restart()
    phone.open()
    expect(phone.wins).to_have_count(0)
    phone.has_sent_all()
    phone.open()
    expect(phone.wins).to_have_count(0)
