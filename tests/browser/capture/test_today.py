"""Today besides taps: momentum, areas after a check-in, and what needs a connection."""

from playwright.sync_api import expect

from tests.support.phones.chromium import Phone


def test_the_first_win_of_the_day_fills_its_dot_and_undo_empties_it(phone: Phone) -> None:
    dots = phone.page.locator(".dot--won")
    expect(phone.page.locator("#momentum")).to_be_hidden()
    phone.goes_offline()
    phone.logs()
    expect(phone.page.locator("#momentum")).to_be_visible()
    if phone.page.locator("#today-dot").count():  # a weekend has none
        expect(dots).to_have_count(1)
        expect(phone.page.locator("#won")).to_have_text("1")
    phone.undoes()
    expect(dots).to_have_count(0)


def test_a_preset_is_one_tap_offline_too_and_leaves_words_being_typed(phone: Phone) -> None:
    phone.open("/presets/new")
    phone.page.get_by_label("What a tap logs").fill("Cut rework")
    phone.page.get_by_label("Kind").select_option("process")
    phone.page.get_by_label("What it changes").fill("Saves 3 hours")
    phone.sends("Save")
    phone.has_kept("/")
    phone.open()
    expect(phone.page.get_by_role("button", name="Cut rework")).to_be_visible()
    phone.goes_offline()
    phone.page.get_by_label("What did you get done?").fill("half a sentence")
    phone.taps("Cut rework")
    phone.lists("Cut rework")
    expect(phone.page.locator(".win__impact")).to_have_text("Saves 3 hours")
    expect(phone.page.get_by_label("What did you get done?")).to_have_value("half a sentence")
    phone.undoes()
    phone.taps("Cut rework")
    phone.lists("Cut rework")
    phone.goes_online()
    phone.sees_status("Sent")
    phone.open()
    phone.lists("Cut rework")


def test_an_area_is_one_more_tap_after_the_answer_offline_too(phone: Phone) -> None:
    phone.open("/settings/areas/edit")
    phone.page.get_by_label("One on each line").fill("Support\nRelease")
    phone.sends("Save")
    phone.has_worker()
    phone.open("/checkins/new")  # cached again, with the areas
    phone.page.wait_for_load_state("networkidle")
    phone.goes_offline()
    phone.open("/checkins/new")
    phone.chooses("7")
    phone.taps("Undo")
    phone.chooses("7")  # the same number again
    phone.page.get_by_label("Note").fill("After the release")
    phone.taps("Support")
    expect(phone.page.locator(".answer__about")).to_have_text("Support")
    expect(phone.page.get_by_label("Note")).to_have_value("After the release")
    phone.goes_online()
    phone.sees_status("Sent")


NO_STEPS = """() => document.querySelector(".welcome").remove()"""
FOLDS_A_WIN = """() => document.querySelector("#todays-wins ~ .empty").insertAdjacentHTML(
    "afterend", "<details class=fold><summary>1 earlier win today</summary></details>")"""


def test_nothing_stacked_yet_never_stands_above_a_folded_win(phone: Phone) -> None:
    empty = phone.page.get_by_text("Nothing stacked yet today")
    phone.logs()
    phone.undoes()
    phone.page.evaluate(NO_STEPS)
    expect(empty).to_be_visible()
    phone.page.evaluate(FOLDS_A_WIN)
    expect(empty).to_be_hidden()


WATCHES_UNDO = """() => {
    window.undone = [];
    const list = document.getElementById("todays-wins");
    new MutationObserver(() => {
        const undo = document.querySelector("#toast form");
        const newest = list.firstElementChild.id.slice("win-".length);
        window.undone.push(undo ? undo.dataset.target === newest : null);
    }).observe(list, {childList: true});
}"""


def test_undo_beside_a_new_row_never_takes_back_the_win_before(phone: Phone) -> None:
    phone.logs("The first")
    expect(phone.page.get_by_role("button", name="Undo")).to_be_visible()
    phone.page.evaluate(WATCHES_UNDO)
    phone.logs("The second")
    phone.undoes()
    phone.lists("The first")
    assert False not in phone.page.evaluate("undone")


SENDS_WINS = """async (count) => {
    const [at, zone] = [Date.now(), "UTC"];
    const entries = Array.from({length: count}, (_, n) => ({
        v: 1, id: crypto.randomUUID(), verb: "log_win", at: at - n, offset: 0, zone,
        fields: {what: `Win ${n}`, kind: "quick"},
    }));
    const body = JSON.stringify({person: document.body.dataset.person, entries});
    await fetch("/outbox/", {method: "POST", body});
}"""


def test_what_needs_a_connection_says_so(phone: Phone) -> None:
    phone.page.evaluate(SENDS_WINS, 40)
    phone.open("/wins/")
    phone.goes_offline()
    phone.page.get_by_role("link", name="Earlier wins").click()
    phone.sees_status("That needs a connection.")
