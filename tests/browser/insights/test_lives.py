"""What Insights says to four people with different lives (the golden lives)."""

import re
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.site.test_accessible import violations
from tests.support.phones.chromium import Phone
from tests.support.seeded import AREAS, life

SEND = """async (entries) => {
    const body = JSON.stringify({ person: document.body.dataset.person, entries });
    const headers = { "Content-Type": "application/json" };
    const answer = await fetch("/outbox/", { method: "POST", body, headers });
    return (await answer.json()).verdicts.filter((one) => one.verdict !== "stored").length;
}"""
DAY_START = timedelta(hours=4)  # until then it is the day before, on Mondays also the week before
LOOKS = [
    {"viewport": {"width": 320, "height": 700}, "color_scheme": "light"},
    {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
    {"viewport": {"width": 1280, "height": 800}, "color_scheme": "light"},
]


@pytest.fixture
def lived(phone: Phone, data_folder: Path) -> Callable[[str], Phone]:
    """Return the phone of a person with this life, on the screen Insights."""

    def live(name: str) -> Phone:
        entries = life(name, datetime.now(UTC) - DAY_START)
        for start in range(0, len(entries), 100):
            assert phone.page.evaluate(SEND, entries[start : start + 100]) == 0
        with sqlite3.connect(data_folder / "smallwins.db") as database:
            database.execute("UPDATE person SET areas = ?", ("\n".join(AREAS),))
        database.close()
        phone.open("/insights/")
        return phone

    return live


def says(phone: Phone) -> str:
    return phone.page.locator("main").inner_text()


def test_after_five_days_a_newcomer_sees_what_is_missing(lived) -> None:
    phone: Phone = lived("newcomer")
    page = says(phone)
    assert "of 4 weeks with two answers or more" in page
    # Which of the two follows from the weekday: the first week is not over, or was too short.
    assert re.search(r"Your first sentence about it (in about \d+ days|needs \d more weeks)", page)
    expect(phone.page.locator(".advice")).to_have_count(0)


def test_ten_flat_weeks_are_no_clear_change_and_never_no_progress(lived) -> None:
    phone: Phone = lived("flat")
    page = says(phone)
    assert "No clear change in 10 weeks." in page
    assert "likely between −2.0 and +2.0" in page
    assert "no progress" not in page.lower()


def test_ten_rising_weeks_are_a_sustained_rise(lived) -> None:
    phone: Phone = lived("rising")
    assert "A sustained rise: about 4.2 higher than 9 weeks ago." in says(phone)
    assert "30 check-ins in 10 weeks that count." in says(phone)
    expect(phone.page.locator(".advice")).to_have_count(0)


def test_the_busy_but_unconnected_are_asked_and_shown_the_rows(lived) -> None:
    phone: Phone = lived("busy")
    page = says(phone)
    assert "No clear change in 10 weeks." in page
    assert "Are your goals within reach, and do your wins connect to them?" in page
    assert "wins need evidence: the objective they serve" in page
    expect(phone.page.locator(".advice")).to_have_count(1)
    phone.page.get_by_role("button", name="Not now").first.click()
    expect(phone.page.locator(".advice")).to_contain_text("are about Releases.")


def test_the_numbers_behind_the_chart_are_a_table(lived) -> None:
    phone: Phone = lived("rising")
    phone.page.get_by_text("The numbers behind it").click()
    table = phone.page.get_by_role("table", name="Confidence and wins by week")
    expect(table.get_by_role("rowheader")).to_have_count(10)
    expect(phone.page.get_by_role("img", name="Confidence from 0 to 10")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS, ids=["320", "390 dark", "1280"])
def test_nothing_is_cut_off_and_axe_finds_nothing(lived, look: dict[str, object]) -> None:
    phone: Phone = lived("busy")
    phone.page.set_viewport_size(look["viewport"])
    phone.page.emulate_media(color_scheme=look["color_scheme"])
    found: dict[str, object] = {}
    for path in ("/insights/", "/patterns/", "/evidence/", "/reviews/", "/adjustments/"):
        phone.open(path)
        wide = phone.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found[path] = (wide > 0, violations(phone.page))
    assert {path: what for path, what in found.items() if what != (False, [])} == {}
    assert phone.trouble == []


def test_thirty_wins_of_three_kinds_are_a_record_of_one_page_on_paper(lived) -> None:
    phone: Phone = lived("rising")
    phone.open("/evidence/")
    paper = phone.page.pdf(format="A4", prefer_css_page_size=True)
    assert re.findall(rb"/Count (\d+)", paper) == [b"1"]


def test_a_review_is_held_by_thumb_and_the_time_runs(lived) -> None:
    phone: Phone = lived("newcomer")
    phone.open("/reviews/")
    phone.taps("Start review")
    expect(phone.page.get_by_role("timer")).to_contain_text("left")
    said = ("Asked first", "No test machine", "Send the update")
    for what, then in zip(said, ("On to: Obstacles", "On to: Next", ""), strict=True):
        phone.page.get_by_label("Add a line").fill(what)
        phone.taps("Add")
        expect(phone.page.get_by_role("listitem").filter(has_text=what)).to_be_visible()
        if then:
            phone.taps(then)
    phone.page.locator(".room__ways").get_by_role("button", name="End review").click()
    expect(phone.page.get_by_text("No test machine")).to_be_visible()
    assert phone.trouble == []
