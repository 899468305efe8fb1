"""Prompts are planned, and planned again when something changed; each says what became of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.support.make import DAY, HOUR, KEYS, MINUTE, NOON, Someone, entry, rating, win
from tests.support.queries import counted_queries
from webapp.domain.account.absences import add_absence
from webapp.domain.account.sessions import find_person
from webapp.domain.account.settings import change_setting
from webapp.domain.reminders.planning import plan_due, still_wanted
from webapp.domain.reminders.snoozing import snooze
from webapp.domain.reminders.wishes import pause, store_wishes
from webapp.rules.reminders.kinds import MOVED, Kind, Way
from webapp.rules.reminders.settings import Wishes
from webapp.rules.shared.calendars import Pause
from webapp.rules.shared.problems import Invalid
from webapp.storage.reminders.prompts import Prompt, one_prompt

MONDAY = NOON + DAY - 4 * HOUR  # 23 November 2026, 08:00 in Berlin
AT = MONDAY + 5 * HOUR  # when the check-in is asked for
TODAY = "2026-11-23"


@pytest.fixture
def asked(ana: Someone) -> Someone:
    """Return Ana, who has logged a win and switched reminders on."""
    ana.sends(win())
    store_wishes(ana.me, Wishes(), NOON)
    plan_all(MONDAY)
    return ana


def plan_all(now: int) -> None:
    while plan_due(now):
        pass


def prompt(someone: Someone, what: str = "check_in", number: int = 1, day: str = TODAY) -> Prompt:
    found = one_prompt(someone.me.id, what, day, number)
    assert found is not None
    return found


def states(someone: Someone, what: str = "check_in") -> list[tuple[str, str]]:
    return [(row.state, row.reason) for row in (prompt(someone, what), prompt(someone, what, 2))]


def sent(someone: Someone, at: int, **which: Any) -> None:
    row = prompt(someone, **which)
    its = (Prompt.person == row.person_id, Prompt.what == row.what, Prompt.day == row.day)
    done = Prompt.update(state="sent", sent=at, lease=None)
    done.where(*its, Prompt.number == row.number).execute()


def test_a_check_in_day_has_a_prompt_and_a_follow_up(asked: Someone) -> None:
    assert [prompt(asked, number=one).due for one in (1, 2)] == [AT, AT + 4 * HOUR]
    assert states(asked) == [("waiting", ""), ("waiting", "")]


def test_nobody_has_prompts_who_was_not_asked(ana: Someone) -> None:
    ana.sends(win())
    plan_all(MONDAY)
    assert Prompt.select().count() == 0


def test_planning_is_over_when_nothing_changed(asked: Someone) -> None:
    assert plan_due(MONDAY + HOUR) == 0
    asked.sends(win("Another"), now=MONDAY + HOUR)
    assert plan_due(MONDAY + HOUR) == 1


def test_an_answer_that_arrives_late_counts_from_its_arrival(asked: Someone) -> None:
    asked.sends(rating(at=MONDAY), now=AT - MINUTE)  # answered offline, five hours before
    assert still_wanted(prompt(asked), AT) == "done"
    assert states(asked) == [("skipped", "done")] * 2


def test_later_hides_the_prompt_as_it_hides_the_question(asked: Someone) -> None:
    asked.sends(entry("defer_check_in", at=MONDAY), now=MONDAY)
    assert still_wanted(prompt(asked), AT) == "done"


def test_a_prompt_is_wanted_at_its_time_by_one_statement(asked: Someone) -> None:
    row = prompt(asked)
    with counted_queries() as statements:
        assert still_wanted(row, AT) is None
    assert len(statements) == 1


def test_a_follow_up_waits_four_hours_from_when_the_prompt_was_sent(asked: Someone) -> None:
    sent(asked, AT + 20 * MINUTE)
    assert still_wanted(prompt(asked, number=2), AT + 4 * HOUR) == MOVED
    assert prompt(asked, number=2).due == AT + 20 * MINUTE + 4 * HOUR
    assert still_wanted(prompt(asked, number=2), AT + 4 * HOUR + 20 * MINUTE) is None


def test_what_was_not_sent_is_not_followed_up(asked: Someone) -> None:
    assert still_wanted(prompt(asked, number=2), AT + 4 * HOUR) == "late"


def test_nobody_is_followed_up_who_was_not_here_since_the_last_two(asked: Someone) -> None:
    sent(asked, AT)
    plan_all(AT + 2 * DAY - HOUR)
    sent(asked, AT + 2 * DAY, day="2026-11-25")
    friday = {"what": "check_in", "number": 2, "day": "2026-11-27"}
    plan_all(MONDAY + 4 * DAY)
    assert prompt(asked, **friday).reason == "unheard"
    find_person(asked.token, KEYS, MONDAY + 4 * DAY)  # as any page does
    asked.sends(win("Another", at=MONDAY + 4 * DAY), now=MONDAY + 4 * DAY)
    plan_all(MONDAY + 4 * DAY)
    assert prompt(asked, **friday).state == "waiting"


def test_a_flight_moves_what_waits(asked: Someone) -> None:
    change_setting(asked.me, "fixed_zone", ["America/New_York"])
    assert still_wanted(prompt(asked), AT) == MOVED
    assert prompt(asked).due == AT + 6 * HOUR


def test_a_pause_and_a_day_off_say_so(asked: Someone) -> None:
    pause(asked.me, Pause(date(2026, 11, 23), date(2026, 11, 24)), MONDAY)
    plan_all(MONDAY)
    assert states(asked)[0] == ("skipped", "paused")
    pause(asked.me, None, MONDAY)
    add_absence(asked.me, TODAY, "")
    plan_all(MONDAY)
    assert states(asked)[0] == ("skipped", "away")


def test_a_pause_that_ends_early_lets_prompts_come_again(asked: Someone) -> None:
    pause(asked.me, Pause(date(2026, 11, 23), date(2026, 11, 24)), MONDAY)
    plan_all(MONDAY)
    pause(asked.me, None, MONDAY)
    plan_all(MONDAY)
    assert states(asked) == [("waiting", ""), ("waiting", "")]


def test_reminders_that_are_off_are_not_sent(asked: Someone) -> None:
    store_wishes(asked.me, replace(Wishes(), way=Way.NONE), MONDAY)
    assert still_wanted(prompt(asked), AT) == "off"


def test_a_server_that_was_off_says_that_it_is_too_late(asked: Someone) -> None:
    plan_all(MONDAY + 3 * DAY)
    days = ("2026-11-23", "2026-11-25")
    assert [prompt(asked, day=day).reason for day in days] == ["late", "late"]


def test_what_was_due_before_reminders_were_on_is_not_sent(ana: Someone) -> None:
    ana.sends(win())
    store_wishes(ana.me, Wishes(), AT + MINUTE)
    plan_all(AT + MINUTE)
    assert prompt(ana).reason == "off"


def test_a_prompt_that_a_worker_has_stays_as_it_is(asked: Someone) -> None:
    Prompt.update(lease=AT + MINUTE).where(Prompt.person == asked.id).execute()
    change_setting(asked.me, "fixed_zone", ["America/New_York"])
    plan_all(AT)
    assert prompt(asked).due == AT


def test_a_silence_of_two_weeks_is_asked_about_and_ends_with_a_sign_of_life(asked: Someone) -> None:
    for day in range(1, 17):
        plan_all(MONDAY + day * DAY)
    silent = Prompt.select().where(Prompt.what == Kind.SILENT)
    assert [row.day for row in silent] == ["2026-12-07"]
    assert prompt(asked, day="2026-12-07").reason == "silent"


def test_nothing_is_of_use_any_more_when_quiet_hours_begin(asked: Someone) -> None:
    store_wishes(asked.me, Wishes(habit_at=10 * 60, quiet_from=15 * 60), MONDAY)
    plan_all(MONDAY)
    assert [prompt(asked, number=one).until - MONDAY for one in (1, 2)] == [5 * HOUR, 7 * HOUR]
    store_wishes(asked.me, Wishes(habit_at=10 * 60, quiet_from=11 * 60), MONDAY)
    plan_all(MONDAY)
    assert prompt(asked).until == MONDAY + 3 * HOUR


def test_the_question_about_a_silence_waits_for_the_end_of_quiet_hours(asked: Someone) -> None:
    store_wishes(asked.me, Wishes(habit_at=0, quiet_until=10 * 60), NOON)
    for day in range(1, 17):
        plan_all(MONDAY + day * DAY)
    asked_on = prompt(asked, what=Kind.SILENT, day="2026-12-07")
    assert asked_on.due == MONDAY + 14 * DAY + 2 * HOUR


def test_a_snooze_comes_once_instead_of_the_follow_up(asked: Someone) -> None:
    sent(asked, AT)
    due = snooze(asked.me, "check_in", 60, "Europe/Berlin", AT + MINUTE)
    snooze(asked.me, "check_in", 60, "Europe/Berlin", AT + MINUTE + 900)
    assert due == AT + 61 * MINUTE
    assert prompt(asked, number=2).reason == "snoozed"
    assert [row.number for row in Prompt.select().where(Prompt.what == "snooze:check_in")] == [1]
    assert still_wanted(prompt(asked, what="snooze:check_in"), due) is None


def test_a_snooze_waits_for_the_end_of_quiet_hours(asked: Someone) -> None:
    evening = AT + 6 * HOUR + 30 * MINUTE  # 19:30
    assert snooze(asked.me, "check_in", 60, "Europe/Berlin", evening) == MONDAY + DAY


def test_only_times_that_are_offered_can_be_snoozed(asked: Someone) -> None:
    with pytest.raises(Invalid):
        snooze(asked.me, "check_in", 9999, "Europe/Berlin", AT)
