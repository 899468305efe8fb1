"""Check-ins are corrected and deleted from their list, offline too."""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone


def test_check_ins_are_corrected_and_deleted_offline(phone: Phone) -> None:
    rows = phone.page.locator("li.checkin")
    phone.has_kept("/checkins/")
    phone.goes_offline()
    for _ in range(2):
        phone.logs("Helped a colleague")
    phone.logs("Taken back")
    phone.undoes()
    phone.follows("Check in")
    phone.chooses("7")
    expect(phone.page.locator("#evidence li")).to_have_text(["Helped a colleague ×2"])
    phone.open("/checkins/")
    expect(rows).to_have_count(1)
    rows.get_by_role("link").click()
    phone.page.get_by_label("Confidence, 0 to 10").select_option("0")
    phone.page.get_by_label("Note").fill("After the release")
    phone.taps("Save")
    expect(rows).to_contain_text("After the release")
    expect(phone.page.locator("#said")).to_have_text("Saved")
    rows.get_by_role("link").click()
    phone.taps("Delete")
    expect(rows).to_have_count(0)
    phone.taps("Undo")
    expect(rows.locator(".checkin__rating")).to_have_text("0 of 10")
    phone.goes_online()
    phone.sees_status("Sent")
    phone.open("/checkins/")
    expect(rows).to_contain_text("After the release")
    expect(rows.locator(".checkin__rating")).to_have_text("0 of 10")
    assert phone.trouble == []
