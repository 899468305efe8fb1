"""A push says what to show, in the person's language, and nothing that is private."""

import json
from dataclasses import replace

from tests.support.push.pushed import MESSAGE, SITE
from webapp.rules.reminders.kinds import Kind
from webapp.rules.reminders.payloads import Words, payload_of, words_for

BUTTONS = Words("Check in", "Later", "Done")


def test_a_phone_can_show_it_without_a_worker() -> None:
    said = json.loads(payload_of(MESSAGE, "d" * 32, SITE, BUTTONS))
    shown = said["notification"]
    assert (said["web_push"], said["app_badge"]) == (8030, 1)
    assert (shown["title"], shown["body"]) == (MESSAGE.title, MESSAGE.text)
    assert (shown["navigate"], shown["tag"]) == (f"{SITE}/checkins/new", MESSAGE.tag)
    assert (shown["lang"], shown["dir"], shown["silent"]) == ("en", "ltr", False)


def test_arabic_runs_from_the_right() -> None:
    said = json.loads(payload_of(replace(MESSAGE, language="ar"), "d", SITE, BUTTONS))
    assert (said["notification"]["lang"], said["notification"]["dir"]) == ("ar", "rtl")


def test_both_buttons_lead_somewhere_without_a_worker_too() -> None:
    shown = json.loads(payload_of(MESSAGE, "d", SITE, BUTTONS))["notification"]
    assert [(one["action"], one["title"]) for one in shown["actions"]] == [
        ("open", "Check in"),
        ("later", "Later"),
    ]
    assert all(one["navigate"].startswith(SITE) for one in shown["actions"])


def test_the_first_button_says_what_a_tap_does() -> None:
    kinds = (Kind.CHECK_IN, Kind.CAPTURE, Kind.REVIEW)
    assert [words_for(kind).act for kind in kinds] == ["Check in", "Log a win", "Have a look"]


def test_it_is_small_enough_for_every_service() -> None:
    long = replace(MESSAGE, language="ar", title="م" * 100, text="م" * 400)
    assert len(payload_of(long, "d" * 32, SITE, BUTTONS)) < 2_500


def test_only_a_check_in_can_be_done_before_its_reminder_comes() -> None:
    assert words_for(Kind.CHECK_IN).done
    assert not words_for(Kind.GOAL).done
