"""The home screen."""

from flask import Flask

from tests.support.make import DAY, NOON, Someone, win
from tests.support.plans import READY, active_goal
from tests.support.queries import counted_queries
from tests.web.conftest import Browser
from webapp.domain.account.settings import change_setting
from webapp.domain.capture.presets import add_preset
from webapp.domain.outbox.outbox import deliver
from webapp.rules.capture.presets import NewPreset
from webapp.storage.capture.wins import own_wins
from webapp.web.shared.clock import now


def test_today_lists_todays_wins_newest_first(as_ana: Browser, ana: Someone) -> None:
    moment = now()
    ana.sends(win("First", at=moment - 2), win("Second", at=moment - 1), now=moment)
    page = as_ana.get("/").text
    assert 0 < page.index("Second") < page.index("First")


def test_what_the_list_has_no_room_for_is_folded_and_counted_without_scripts_too(
    as_ana: Browser, ana: Someone
) -> None:
    moment = now()
    for first in (0, 60):
        wins = [win(f"Win {n}.", at=moment - n) for n in range(first, first + 60)]
        ana.sends(*wins, now=moment)
    shown, _, folded = as_ana.get("/").text.partition('id="earlier"')
    assert ">Win 29.</span>" in shown
    assert ">Win 30.</span>" not in shown
    assert "90 earlier wins today" in folded
    assert "Win 99." in folded
    assert "Win 100." not in folded
    day = shown.partition('data-day="')[2][:10]
    assert f'href="/wins/?from={day}&amp;to={day}"' in folded


def test_another_persons_wins_are_not_there(as_ben: Browser, ana: Someone) -> None:
    ana.sends(win("Ana only", at=now()), now=now())
    assert "Ana only" not in as_ben.get("/").text


def test_whoever_was_signed_in_before_is_led_to_sign_in(signed_out: Browser) -> None:
    signed_out.client.set_cookie("device", "known")
    answer = signed_out.get("/")
    assert (answer.status_code, answer.location) == (303, "/sessions/new")


def test_words_are_text_and_never_markup(as_ana: Browser, ana: Someone) -> None:
    nasty = "<img src=x onerror=alert(1)> {kind} {{ 7*7 }} \" '"
    ana.sends(win(nasty, at=now()), now=now())
    page = as_ana.get("/").text
    assert "<img src=x" not in page
    assert "&lt;img src=x onerror=alert(1)&gt; {kind} {{ 7*7 }} &#34; &#39;" in page


def test_an_unchanged_page_is_not_built_again(as_ana: Browser, ana: Someone) -> None:
    tag = as_ana.get("/").headers["ETag"]
    assert as_ana.get("/", headers={"If-None-Match": tag}).status_code == 304
    ana.sends(win())
    assert as_ana.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_the_next_person_on_a_phone_is_never_told_that_nothing_changed(
    as_ana: Browser, as_ben: Browser
) -> None:
    tag = as_ana.get("/").headers["ETag"]
    assert as_ben.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_the_phones_zone_decides_which_day_it_is(as_ana: Browser) -> None:
    days = set()
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        as_ana.client.set_cookie("zone", zone)
        days.add(as_ana.get("/").text.partition('data-day="')[2][:10])
    assert len(days) == 2  # 25 hours apart: never the same day


def test_a_zone_that_is_none_is_ignored(as_ana: Browser) -> None:
    as_ana.client.set_cookie("zone", "../../etc/passwd")
    assert as_ana.get("/").status_code == 200


def test_without_scripts_times_are_of_the_zone_that_a_phone_told_last(
    as_ana: Browser, ana: Someone
) -> None:
    assert logs_at(as_ana) == "13:00"  # Berlin, told at sign-up
    ana.sends({**win(), "zone": "Asia/Tokyo", "offset": 540})
    assert logs_at(as_ana) == "21:00"
    as_ana.client.set_cookie("zone", "Europe/Berlin")  # this browser has run scripts
    assert logs_at(as_ana) == "13:00"
    change_setting(ana.me, "fixed_zone", ["America/New_York"])
    assert logs_at(as_ana) == "07:00"


def logs_at(browser: Browser) -> str:
    """Log a win by a plain form; return the time that its row shows."""
    browser.post("/wins/", what="Walked", kind="quick")
    return browser.get("/").text.partition('class="win__time">')[2][:5]


def test_its_queries_do_not_grow_with_its_rows(app: Flask, as_ana: Browser, ana: Someone) -> None:
    moment = now()
    deliver(ana.me, [win("Win", at=moment)], moment)
    as_ana.get("/")
    with counted_queries() as few:
        as_ana.get("/")
    deliver(ana.me, [win(f"Win {n}", at=moment - n) for n in range(100)], moment)
    with counted_queries() as many:
        as_ana.get("/")
    assert len(few) == len(many) <= 6


def test_after_a_tap_without_scripts_the_page_offers_undo(as_ana: Browser) -> None:
    answer = as_ana.post("/wins/", what="Shipped it", kind="milestone")
    page = as_ana.get(answer.location).text
    assert "Win logged" in page
    assert ">Undo</button>" in page


def test_the_question_is_open_on_the_day_of_the_first_win_if_it_is_a_chosen_day(
    ana: Someone,
) -> None:
    from webapp.domain.capture.today import today_of

    monday = NOON + DAY
    ana.sends(win(at=monday), now=monday)
    assert today_of(ana.me, "Europe/Berlin", monday).due


def test_the_first_win_on_a_day_off_is_answered_with_a_word_and_no_empty_days(
    as_ana: Browser, ana: Someone
) -> None:  # R7
    change_setting(ana.me, "workdays", [])
    ana.sends(win(at=now()), now=now())
    page = as_ana.get("/").text
    assert "A win on a day off" in page
    assert 'class="dot"' not in page


def test_the_first_win_on_a_working_day_is_one_of_one_day(
    as_ana: Browser, ana: Someone
) -> None:  # R7
    change_setting(ana.me, "workdays", list("0123456"))
    ana.sends(win(at=now()), now=now())
    assert '<b id="won">1</b> of 1 day<' in as_ana.get("/").text


def test_a_win_from_a_phone_with_a_wrong_clock_is_marked(as_ana: Browser, ana: Someone) -> None:
    moment = now()
    ana.sends(win("Right", at=moment), win("From 1999", at=0), now=moment)
    page = as_ana.get("/").text
    assert page.count('<span class="win__time">arrived ') == 1


def test_presets_are_one_tap_buttons_there(as_ana: Browser, ana: Someone) -> None:
    preset = NewPreset("Cut <rework>", "process", area="Support", impact="Saves 3 hours")
    preset_id = add_preset(ana.me, preset)
    assert "Cut &lt;rework&gt;" in as_ana.get("/").text
    as_ana.post("/wins/", preset=preset_id)
    stored = own_wins(ana.id).get()
    assert (stored.what, stored.kind, stored.preset) == ("Cut <rework>", "process", preset_id)
    assert (stored.area, stored.impact) == ("Support", "Saves 3 hours")


def test_another_persons_preset_logs_nothing(as_cleo: Browser, ana: Someone, cleo: Someone) -> None:
    preset_id = add_preset(ana.me, NewPreset("Mine"))
    assert as_cleo.post("/wins/", preset=preset_id).status_code == 404
    assert own_wins(cleo.id).count() == 0


def test_three_active_goals_at_most_are_one_line_each(as_ana: Browser, ana: Someone) -> None:  # R8a
    change_setting(ana.me, "goal_limit", ["4"])
    for _ in range(4):
        active_goal(ana)
    lines = as_ana.get("/").text.split('<li class="goal-line"')[1:]
    assert [READY.statement in line for line in lines] == [True] * 3


def test_the_tick_of_a_goal_opens_where_it_is_met(as_ana: Browser, ana: Someone) -> None:  # R8a
    goal_id = active_goal(ana)
    assert f'href="/goals/#goal-{goal_id}"' in as_ana.get("/").text
    page = as_ana.get("/goals/").text
    assert f'id="goal-{goal_id}"' in page
    assert f'action="/goals/{goal_id}/completion"' in page


def test_a_win_that_was_undone_is_not_said_to_be_logged(as_ana: Browser, ana: Someone) -> None:
    leads_to = as_ana.post("/wins/", what="Gone", kind="quick").location
    undo = f'data-target="{leads_to.partition("=")[2]}"'
    assert undo in as_ana.get(leads_to).text
    as_ana.post(f"/wins/{leads_to.partition('=')[2]}?_method=DELETE")
    assert undo not in as_ana.get(leads_to).text


def test_without_scripts_a_win_of_another_day_says_where_it_went(
    as_ana: Browser, ana: Someone
) -> None:
    ana.sends(win("Told late"))
    [one] = own_wins(ana.id)
    answer = as_ana.post(f"/wins/{one.id}?_method=PATCH", happened="2026-11-19T09:00")
    assert answer.location == "/?moved=2026-11-19"
    page = as_ana.get(answer.location).text
    assert '<a href="/wins/?from=2026-11-19&amp;to=2026-11-19">Thursday 19 November</a>' in page
    assert as_ana.get("/?moved=<b>").status_code == 200


def test_a_win_without_words_asks_for_them(as_ana: Browser) -> None:
    as_ana.post("/wins/", kind="quick")
    assert ">Add words</span>" in as_ana.get("/").text
