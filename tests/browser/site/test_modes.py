"""What people set for their eyes: forced colours, high zoom, a phone on its side, paper."""

import pytest

from tests.browser.goals.test_goals import plans, sets
from tests.browser.teams.test_reviews import is_in_review, makes_team
from tests.support.phones.chromium import Phone

REACHED = """() => {
    const main = document.getElementById("main");
    const hidden = [...main.querySelectorAll("a, button, input")].filter((one) => {
        if (!one.getClientRects().length || one.closest(".visually-hidden")) return false;
        one.scrollIntoView({ block: "center" });
        const { left, top, width, height } = one.getBoundingClientRect();
        const on_top = document.elementFromPoint(left + width / 2, top + height / 2);
        return !(one.contains(on_top) || on_top?.contains(one));
    });
    return hidden.map((one) => one.outerHTML.slice(0, 80));
}"""
ABOVE = """() => {
    const bottom = [...document.querySelectorAll(".bottom > *, .bottom")]
        .filter((one) => getComputedStyle(one).position === "sticky" && one.offsetHeight);
    scrollTo(0, 0);
    return Math.min(innerHeight, ...bottom.map((one) => one.getBoundingClientRect().top));
}"""
IS_CHOSEN = """(one) => {
    const chosen = one.cloneNode();
    chosen.style.color = "HighlightText";
    one.after(chosen);
    return getComputedStyle(one).color === getComputedStyle(chosen).color;
}"""
BESIDE = """(one) => {
    const box = (which) => document.querySelector(which).getBoundingClientRect();
    const [settings, title] = [box(one), box(".top__title")];
    return settings.top < title.bottom && title.top < settings.bottom;
}"""
NO_BAR = """(one) => getComputedStyle(one).borderBlockEndColor ===
    getComputedStyle(document.body).backgroundColor"""
LARGE_TEXT = ["--blink-settings=defaultFontSize=32"]


@pytest.mark.parametrize(
    ("width", "height", "flags"),
    [(320, 256, []), (844, 390, []), (390, 844, LARGE_TEXT)],
    ids=["400 %", "on its side", "text of 200 %"],
)
def test_the_dock_gives_way_where_it_would_cover_today(
    new_phone, width: int, height: int, flags: list[str]
) -> None:
    screen = {"width": width, "height": height}
    phone: Phone = new_phone(viewport=screen, is_mobile=False, flags=flags)
    phone.sign_up()
    phone.logs("Fixed the flaky test")
    assert phone.page.evaluate(ABOVE) >= height / 2
    assert phone.page.evaluate(REACHED) == []


def test_large_text_leaves_words_whole_and_the_settings_beside_the_title(new_phone) -> None:
    phone: Phone = new_phone(is_mobile=False, flags=LARGE_TEXT)
    phone.sign_up()
    phone.open("/goals/")
    assert phone.page.evaluate(BESIDE, ".top > .icon-link")
    makes_team(phone)
    phone.open("/teams/")
    phone.fills("What did the team get done?", "Shipped the release to everybody")
    phone.taps("Milestone")
    phone.has_sent_all()
    phone.open("/teams/")
    row = phone.page.locator("#board .shown-win__open")
    assert row.evaluate("(one) => one.clientWidth === one.parentElement.clientWidth")
    is_in_review(phone, "Start review")
    assert phone.page.evaluate("document.documentElement.scrollWidth") == phone.page.evaluate(
        "innerWidth"
    )


def test_forced_colours_keep_what_is_ticked_and_chosen(new_phone) -> None:
    phone: Phone = new_phone(forced_colors="active")
    phone.sign_up()
    phone.open("/goals/new")
    plans(phone, "Send 1 page", "Summary", "Two visuals")
    sets(phone)
    phone.open("/")
    assert phone.page.locator(".goal-line__open").evaluate(NO_BAR)
    phone.open("/goals/")
    boxes = phone.page.get_by_role("checkbox")
    boxes.first.click()
    ticked, open_box = (boxes.nth(at).locator(".mark__box").screenshot() for at in (0, 1))
    assert ticked != open_box
    assert boxes.nth(1).locator(".icon").evaluate("(one) => getComputedStyle(one).visibility") == (
        "hidden"
    )
    lines = phone.page.locator(".sections__one").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).borderBlockEndWidth)"
    )
    assert lines == ["3px", "0px", "0px", "0px"]
    phone.open("/reviews/")
    phone.taps("Start review")
    assert phone.page.locator(".steps__step [aria-current]").evaluate(IS_CHOSEN)


def test_on_paper_there_are_only_words(phone: Phone) -> None:
    phone.logs("Fixed the flaky test")
    phone.open("/decisions/")
    phone.fills("What is to be decided?", "Which vendor for the import?")
    phone.taps("Open")
    phone.page.emulate_media(media="print")
    phone.sees(".decision__what", "Which vendor for the import?")
    for path in (
        *("/", "/wins/", "/goals/", "/decisions/"),
        *("/help/", "/evidence/", "/reviews/", "/objectives/"),
    ):
        phone.open(path)
        assert phone.count(".tabs, .dock, .foot, .icon-link, .skip, .ask, .button, .pill") == 0
        assert phone.count(".field, .top__action") == 0
        adjusts = phone.page.locator("main").evaluate(
            "(one) => getComputedStyle(one).printColorAdjust"
        )
        assert adjusts == "exact"  # ticks and dots are backgrounds, which browsers leave out
    phone.page.emulate_media(media="screen")
    assert phone.count(".tabs") == 1
