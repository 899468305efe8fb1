"""Nothing is cut off: on the narrowest phone, with text twice as large, right-to-left (R55)."""

import pytest

from tests.support.phones.chromium import Phone

PAGES = [
    "/",
    "/wins/",
    "/checkins/new",
    "/settings/",
    "/settings/day_start/edit",
    "/settings/fixed_zone/edit",
    "/settings/workdays/edit",
    "/settings/areas/edit",
    "/absences/",
    "/presets/",
    "/presets/new",
    "/outbox/",
    "/devices/",
]
LARGE = "document.documentElement.style.fontSize = '200%'"
TURNED = "document.documentElement.dir = 'rtl'"
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("change", ["", LARGE, TURNED], ids=["as it is", "200 %", "turned"])
def test_no_page_scrolls_sideways(new_phone, change: str) -> None:
    phone: Phone = new_phone(viewport={"width": 320, "height": 640}, is_mobile=False)
    phone.sign_up()
    phone.logs("Fixed the flaky sign-in test that had kept everybody waiting")
    found = {}
    for path in PAGES:
        phone.open(path)
        phone.page.evaluate(change)
        found[path] = phone.page.evaluate(SIDEWAYS)
    assert {path: pixels for path, pixels in found.items() if pixels > 0} == {}


ABOVE_WINS = """() => [...document.querySelectorAll("#todays-wins > li")].filter((row) => {
    const {left, top, width, height} = row.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.closest("li") !== row;
}).length"""


def test_on_a_wide_screen_the_dock_stands_beside_the_wins(new_phone) -> None:
    phone: Phone = new_phone(viewport={"width": 1280, "height": 640}, is_mobile=False)
    phone.sign_up()
    quick = phone.page.get_by_role("button", name="Quick task")
    before = quick.bounding_box()
    for number in range(5):
        phone.logs(f"Win {number}")
    assert quick.bounding_box() == before  # Undo came and pushed nothing away
    assert phone.page.evaluate(ABOVE_WINS) == 0
