"""A lattice of three levels by hand, and an indicator from a file (R24, R25)."""

from pathlib import Path

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone


def adds(phone: Phone, name: str, serves: str = "") -> None:
    """Fill in the form for a new objective."""
    phone.open("/objectives/new")
    phone.page.get_by_label("Name").fill(name)
    if serves:
        phone.page.get_by_label(serves, exact=True).check()
    phone.taps("Save")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text(name)


def test_three_levels_are_drawn_and_can_be_walked_by_keyboard(phone: Phone) -> None:  # R24
    adds(phone, "Satisfaction")
    adds(phone, "Quick answers", "Satisfaction")
    adds(phone, "First answer in a day", "Quick answers")
    expect(phone.page.locator(".way")).to_contain_text("Quick answers")
    phone.open("/objectives/")
    rows = phone.page.locator(".tree__row")
    expect(rows).to_have_count(3)
    expect(phone.page.locator(".tree ul ul")).to_contain_text("First answer in a day")
    rows.nth(1).focus()
    expect(phone.page.locator(".tree__row.is-lit")).to_have_text(["Satisfaction", "Quick answers"])
    phone.page.keyboard.press("Tab")
    expect(rows.nth(2)).to_be_focused()
    phone.page.keyboard.press("Enter")
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("First answer in a day")


def test_a_finger_lights_the_way_up_and_opens_with_the_second_tap(phone: Phone) -> None:
    adds(phone, "Satisfaction")
    adds(phone, "Quick answers", "Satisfaction")
    phone.open("/objectives/")
    low = phone.page.locator(".tree__row", has_text="Quick answers")
    low.tap()
    expect(phone.page.locator(".tree__row.is-lit")).to_have_count(2)
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    phone.page.locator(".lattice a", has_text="Quick answers").tap()
    expect(phone.page.locator(".lattice path.is-lit")).to_have_count(1)
    phone.page.locator(".lattice a", has_text="Quick answers").tap()
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Quick answers")


def test_a_circle_is_refused_by_name(phone: Phone) -> None:
    adds(phone, "Top")
    adds(phone, "Low", "Top")
    phone.open("/objectives/")
    phone.page.locator(".tree").get_by_role("link", name="Top", exact=True).click()
    phone.page.get_by_role("link", name="Edit").click()
    phone.page.get_by_label("Low", exact=True).check()
    phone.taps("Save")
    expect(phone.page.locator("#serves-problem")).to_contain_text("Top → Low → Top")


def test_a_file_is_looked_over_and_stored(phone: Phone, tmp_path: Path) -> None:  # R25
    phone.open("/indicators/new")
    phone.page.get_by_label("Name").fill("Days to done")
    phone.taps("Save")
    phone.page.get_by_role("link", name="Add a table").click()
    days = range(1, 29)
    lines = "".join(f"{n:02}.10.2026;{20 - n // 2},{n % 2 * 5};40\n" for n in days)
    file = tmp_path / "days.csv"
    file.write_bytes(f"Tag;Wert;Anzahl\n{lines}".encode("utf-16"))
    phone.page.get_by_label("CSV file").set_input_files(file)
    phone.taps("Look it over")
    expect(phone.page.get_by_text("28 values")).to_be_visible()
    phone.taps("Store them")
    expect(phone.page.get_by_role("img", name="Days to done")).to_be_visible()
    expect(phone.page.locator(".values").get_by_role("row")).to_have_count(29)


def test_a_bad_line_is_told_and_what_was_pasted_stays(phone: Phone) -> None:
    phone.open("/indicators/new")
    phone.page.get_by_label("Name").fill("Days to done")
    phone.taps("Save")
    phone.page.get_by_role("link", name="Add a table").click()
    box = phone.page.get_by_label("Or paste the lines here")
    box.fill("2026-11-24;1\nnever;2")
    phone.taps("Look it over")
    expect(phone.page.get_by_text("Line 2: “never” is no date.")).to_be_visible()
    expect(box).to_have_value("2026-11-24;1\nnever;2")
