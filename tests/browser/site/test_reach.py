"""Nothing is cut off: on the narrowest phone, with text twice as large, right-to-left (R55)."""

from typing import NamedTuple

import pytest

from tests.support.everything import Everything
from tests.support.links import pages_of
from tests.support.owners.everything import fill_team
from tests.support.phones.chromium import Phone
from tests.support.phones.stored import change_held
from tests.support.server import Server
from tests.support.visitor import sign_up

LONG = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauamt"  # 60 letters, no break
MATE = f"{LONG[:58]}en"
ELSEWHERE = ["/offline", "/signed-out", "/not-sent", "/nothing", f"/wins/?q={LONG}"]
# How much wider than the screen the page is with all folds open: as it is, turned, with large text.
WIDER = """() => {
    const root = document.documentElement, { dir } = root;
    const wider = () => root.scrollWidth - innerWidth;
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const found = [wider()];
    root.dir = dir === "rtl" ? "ltr" : "rtl";
    found.push(wider());
    root.style.fontSize = "200%";
    found.push(wider());
    root.style.fontSize = "";
    root.dir = dir;
    return found;
}"""


class Filled(NamedTuple):
    """A phone whose person has something of everything, and the paths of all their pages."""

    phone: Phone
    paths: list[str]


@pytest.fixture
def filled(new_phone, server: Server) -> Filled:
    """Every field that Ana can type into holds one word that is longer than the screen is wide."""
    with sign_up(server.port, LONG) as ana, sign_up(server.port, MATE) as mate:
        Everything(ana, lambda _: LONG).fill()
        fill_team(ana, mate, lambda _: LONG)
        paths = pages_of(ana) + ELSEWHERE
    phone: Phone = new_phone(viewport={"width": 320, "height": 640}, is_mobile=False)
    phone.sign_in(f"{LONG.lower()}@example.org")
    return Filled(phone, paths)


def test_no_word_makes_a_page_wider_than_the_screen(filled: Filled) -> None:
    phone, paths = filled
    found = {}
    for path in paths:
        phone.open(path)
        found[path] = phone.page.evaluate(WIDER)
    found |= wider_after_taps(phone)
    assert {path: wider for path, wider in found.items() if any(wider)} == {}
    assert len(paths) > 100


def wider_after_taps(phone: Phone) -> dict[str, list[int]]:
    """Return how much wider than the screen the parts are that only the phone draws."""
    found = {}
    phone.open()
    phone.logs(LONG)
    found["toast"] = phone.page.evaluate(WIDER)
    phone.wins.first.get_by_role("link").first.press("Enter")
    phone.page.locator(".win--edit").wait_for()
    found["details"] = phone.page.evaluate(WIDER)
    phone.open()
    phone.goes_offline()
    phone.logs(LONG)
    change_held(phone, state="refused", reason=f"Not {LONG}.")
    phone.open("/outbox/")
    phone.page.get_by_role("button", name="Correct").first.wait_for()
    found["refused"] = phone.page.evaluate(WIDER)
    phone.page.get_by_role("button", name="Correct").first.click()
    found["correction"] = phone.page.evaluate(WIDER)
    return found


ABOVE_WINS = """() => [...document.querySelectorAll("#todays-wins > li")].filter((row) => {
    const {left, top, width, height} = row.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.closest("li") !== row;
}).length"""


def test_on_a_wide_screen_the_dock_stands_beside_the_wins(new_phone) -> None:
    phone: Phone = new_phone(viewport={"width": 1280, "height": 640}, is_mobile=False)
    phone.sign_up()
    phone.open()  # returns when the styles are there, too
    quick = phone.page.get_by_role("button", name="Quick task")
    before = quick.bounding_box()
    for number in range(5):
        phone.logs(f"Win {number}")
    assert quick.bounding_box() == before  # Undo came and pushed nothing away
    assert phone.page.evaluate(ABOVE_WINS) == 0
