"""The page "On this phone": what waits there and why, and what can be done about it."""

import json
from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.support.phones.chromium import Phone
from tests.support.phones.stored import change_held, clear_storage, held, refuse_storage
from tests.support.proxy import Proxy
from tests.support.server import Server


def rows(phone: Phone) -> Locator:
    return phone.page.get_by_role("list", name="Not sent yet").get_by_role("listitem")


def logs_badly(phone: Phone, line: Proxy) -> None:
    """Leave two entries on the phone, of which the server will not accept the second."""
    line.set("refuse")
    phone.logs("Bad")
    change_held(phone, fields={"kind": "heroic"})
    phone.logs("Good")
    line.set("pass")


def test_what_waits_is_listed_offline_too(phone: Phone, server: Server) -> None:
    phone.has_kept("/outbox/")
    server.kill()
    phone.logs("In the cellar")
    phone.status.get_by_role("link", name="Saved on this phone").click()
    expect(phone.page.get_by_role("heading", name="On this phone")).to_be_visible()
    expect(rows(phone)).to_have_count(1)
    expect(rows(phone)).to_contain_text("In the cellar")
    expect(rows(phone)).to_contain_text("Waits to be sent.")
    expect(phone.page.locator("#waiting-count")).to_have_text("1 win")
    server.start()
    phone.taps("Send now")
    phone.sees_status("Sent")
    expect(phone.page.get_by_text("Nothing waits here")).to_be_visible()


def test_a_refused_entry_stays_with_its_reason_and_its_neighbours_go(
    phone: Phone, line: Proxy
) -> None:
    logs_badly(phone, line)
    phone.goes_online()
    phone.sees_status("Not accepted")
    expect(phone.wins.last).to_contain_text("The kind must be one of")
    expect(phone.wins.first).not_to_have_attribute("data-state", "saved")
    phone.status.get_by_role("link").click()
    expect(rows(phone)).to_contain_text("Not accepted: The kind must be one of")


def test_a_corrected_entry_keeps_its_id_and_is_sent(phone: Phone, line: Proxy) -> None:
    logs_badly(phone, line)
    [bad] = [entry["id"] for entry in held(phone) if entry["fields"]["what"] == "Bad"]
    phone.open("/outbox/")
    phone.taps("Correct")
    phone.page.get_by_label("What you got done").fill("Better")
    phone.page.get_by_label("Kind").select_option("milestone")
    phone.taps("Save and send")
    phone.sees_status("Sent")
    phone.open()
    phone.lists("Good", "Better")
    expect(phone.page.locator(f"#win-{bad}")).to_have_attribute("data-kind", "milestone")


def test_deleting_takes_a_second_tap(phone: Phone, line: Proxy) -> None:
    logs_badly(phone, line)
    phone.open("/outbox/")
    phone.taps("Delete")
    expect(rows(phone)).to_have_count(1)
    phone.taps("Tap again to delete it for good")
    expect(rows(phone)).to_have_count(0)
    phone.open()
    phone.lists("Good")


def test_a_stuck_entry_can_be_tried_again(phone: Phone, line: Proxy) -> None:
    line.set("refuse")
    phone.logs("Nobody wanted it")
    change_held(phone, state="stuck", tries=50)
    line.set("pass")
    phone.open("/outbox/")
    phone.sees_status("Could not be sent")
    expect(rows(phone)).to_contain_text("many times or for 30 days")
    phone.taps("Try again")
    phone.sees_status("Sent")
    phone.open()
    phone.lists("Nobody wanted it")


def test_what_waits_can_be_saved_as_a_file(phone: Phone, line: Proxy, tmp_path: Path) -> None:
    phone.has_kept("/outbox/")
    line.set("refuse")
    phone.logs("Worth a copy")
    phone.open("/outbox/")
    with phone.page.expect_download() as download:
        phone.taps("Save a copy as a file")
    download.value.save_as(tmp_path / "copy.json")
    [entry] = json.loads((tmp_path / "copy.json").read_text())
    assert (entry["verb"], entry["fields"]["what"]) == ("log_win", "Worth a copy")


def test_where_storage_is_refused_the_network_keeps_it(phone: Phone) -> None:
    refuse_storage(phone)
    phone.logs("Straight to the server")
    phone.sees_status("This phone keeps nothing")
    phone.open("/wins/")
    expect(phone.page.get_by_text("Straight to the server")).to_be_visible()


def test_where_nothing_can_keep_it_the_words_stay_and_the_app_says_so(
    phone: Phone, line: Proxy
) -> None:
    refuse_storage(phone)
    line.set("refuse")
    box = phone.page.get_by_role("textbox", name="What did you get done?")
    box.fill("Nowhere to go")
    phone.taps("Quick task")
    phone.sees_status("Not saved")
    expect(box).to_have_value("Nowhere to go")
    expect(phone.wins).to_have_count(0)


def test_a_phone_that_cleared_its_storage_says_what_is_lost(phone: Phone, line: Proxy) -> None:
    line.set("refuse")
    phone.logs("Never sent")
    phone.sees_status("Saved on this phone")
    phone.page.goto("about:blank")
    clear_storage(phone)
    line.set("pass")
    phone.open()
    phone.sees_status("an unsent entry is lost")
    phone.status.get_by_role("link").click()
    expect(phone.page.get_by_role("alert")).to_contain_text("an unsent entry is lost")
    phone.open()
    expect(phone.status).to_be_empty()
