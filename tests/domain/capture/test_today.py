"""What the home screen shows."""

import pytest

from tests.support.make import DAY, HOUR, MINUTE, NOON, edit, entry, rating, undo, win
from webapp.domain.account.settings import change_setting
from webapp.domain.capture.routines import mark_seen
from webapp.domain.capture.today import day_of, today_of
from webapp.storage.account.absences import Absence
from webapp.storage.capture.today import MOST_OF_DAY

MONDAY = NOON + DAY


def today(person, now=NOON, zone="Europe/Berlin"):
    """Return what a person sees on a phone in this zone."""
    return today_of(person.me, zone, now)


def words(rows):
    """Return the words of the wins in a list."""
    return [row.fields.what for row in rows]


def evidence(person):
    """Return the words of the wins that the phone makes the evidence of."""
    return [seen.what for seen in today(person).evidence]


@pytest.fixture
def asked(ana):
    """Return Ana on Monday, noon: she logged a win last week, and the question is open."""
    ana.sends(win("last week", at=NOON - 5 * DAY))
    return ana


def test_a_new_person_sees_an_empty_day_and_no_question(ana):
    seen = today(ana)
    assert (seen.day.isoformat(), seen.due) == ("2026-11-22", False)
    assert (seen.wins, seen.earlier, seen.evidence) == ([], [], [])


def test_todays_wins_are_shown_newest_first(ana):
    ana.sends(win("first", at=NOON - 2 * HOUR), win("second", at=NOON - HOUR), win("third"))
    assert words(today(ana).wins) == ["third", "second", "first"]


def test_wins_of_other_days_and_people_are_not_shown(ana, ben):
    ana.sends(win("today"), win("yesterday", at=NOON - DAY), win("tomorrow", at=NOON + 17 * HOUR))
    ben.sends(win("Ben's"))
    assert words(today(ana).wins) == ["today"]


def test_a_win_at_half_past_one_belongs_to_the_day_that_is_not_over(ana):
    half_past_one = NOON + 13 * HOUR + 30 * MINUTE
    ana.sends(win("at noon"), win("at night", at=half_past_one), now=half_past_one)
    seen = today(ana, half_past_one)
    assert seen.day.isoformat() == "2026-11-22"
    assert words(seen.wins) == ["at night", "at noon"]


def test_at_four_a_new_day_begins(ana):
    four = NOON + 16 * HOUR
    ana.sends(win(), now=four)
    assert today(ana, four - 1).wins != []
    assert (today(ana, four).day.isoformat(), today(ana, four).wins) == ("2026-11-23", [])


@pytest.mark.parametrize(
    ("minutes", "zone", "now", "day"),
    [
        (0, "Europe/Berlin", NOON + 12 * HOUR, "2026-11-23"),
        (0, "Europe/Berlin", NOON + 12 * HOUR - 1, "2026-11-22"),
        (720, "Europe/Berlin", NOON - 1, "2026-11-21"),
        (720, "Europe/Berlin", NOON, "2026-11-22"),
        (240, "Pacific/Kiritimati", NOON + 3 * HOUR, "2026-11-23"),
        (240, "Etc/GMT+12", NOON, "2026-11-21"),
        (240, "Mars/Olympus", NOON, "2026-11-22"),
    ],
)
def test_the_day_is_that_of_the_phone_and_the_persons_day_start(ana, minutes, zone, now, day):
    change_setting(ana.me, "day_start", [str(minutes)])
    assert day_of(ana.me, zone, now).isoformat() == day


# 22 November lasts from the 21st, 14:00 UTC (+14) to the 23rd, 16:00 UTC (-12), days from 04:00.
EDGES = [
    ("first in the east", NOON - 21 * HOUR, 840, True),
    ("just before it", NOON - 21 * HOUR - 1, 840, False),
    ("last in the west", NOON + 29 * HOUR - 1, -720, True),
    ("just after it", NOON + 29 * HOUR, -720, False),
]


@pytest.mark.parametrize(("what", "at", "offset", "shown"), EDGES)
def test_a_win_from_the_ends_of_the_world_is_on_its_local_day(ana, what, at, offset, shown):
    ana.sends({**win(what, at=at), "offset": offset}, now=NOON + 2 * DAY)
    assert words(today(ana, NOON).wins) == ([what] if shown else [])


def test_days_of_every_length_lie_within_what_is_searched(ana):
    change_setting(ana.me, "day_start", ["720"])
    late = NOON + 40 * HOUR - 1  # 12:00 on the 23rd at -16:00, the widest offset that is taken
    ana.sends({**win(at=late), "offset": -960}, now=late)
    assert len(today(ana, NOON).wins) == 1


def test_while_the_question_is_open_earlier_wins_stay_folded(asked):
    asked.sends(
        win("this morning", at=MONDAY - 2 * HOUR),
        win("just now", at=MONDAY - MINUTE),
        now=MONDAY,
    )
    seen = today(asked, MONDAY)
    assert seen.due
    assert (words(seen.wins), words(seen.earlier)) == (["just now"], ["this morning"])


def test_after_the_answer_nothing_is_folded(asked):
    asked.sends(win("this morning", at=MONDAY - 2 * HOUR), rating(at=MONDAY), now=MONDAY)
    seen = today(asked, MONDAY + MINUTE)
    assert (seen.due, words(seen.wins), seen.earlier) == (False, ["this morning"], [])


def test_after_later_nothing_is_folded(asked):
    later = entry("defer_check_in", at=MONDAY)
    asked.sends(win("this morning", at=MONDAY - 2 * HOUR), later, now=MONDAY)
    assert words(today(asked, MONDAY).wins) == ["this morning"]


def test_a_first_win_on_a_chosen_day_opens_the_question(ana):
    ana.sends(win(at=MONDAY), now=MONDAY)
    assert today(ana, MONDAY).due


def test_taking_the_only_win_back_closes_the_question(ana):
    tap = win(at=MONDAY)
    ana.sends(tap, now=MONDAY)
    ana.sends(undo(tap, at=MONDAY + 1), now=MONDAY + 1)
    assert not today(ana, MONDAY + MINUTE).due


def test_the_evidence_is_the_wins_since_the_last_answer(asked):
    asked.sends(rating(at=NOON - DAY), win("since", at=NOON - HOUR), win("now"))
    assert evidence(asked) == ["now", "since"]


def test_without_an_answer_all_wins_are_evidence(asked):
    asked.sends(win("now"))
    assert evidence(asked) == ["now", "last week"]


def test_the_evidence_is_made_of_the_last_fifty(ana):
    ana.sends(*[win(str(number), at=NOON - number * MINUTE) for number in range(60)])
    assert evidence(ana) == [str(number) for number in range(50)]


def dots(person, now=NOON):
    """Return the days of a person's momentum with a win, as working days ago."""
    shown = today(person, now).momentum.dots[::-1]
    return [ago for ago, dot in enumerate(shown) if dot.won]


def test_momentum_begins_with_the_first_win(ana):
    assert (today(ana).begun, dots(ana)) == (False, [])
    ana.sends(win(at=NOON - DAY))
    assert today(ana).begun


def test_momentum_counts_days_with_a_win_among_the_last_fourteen_working_days(ana):
    friday, thursday = MONDAY - 3 * DAY, MONDAY - 4 * DAY
    ana.sends(win(at=MONDAY), win(at=MONDAY + 1), win(at=thursday), win(at=NOON), now=MONDAY)
    assert friday > thursday
    assert dots(ana, MONDAY) == [0, 2]  # Sunday is no working day
    assert len(today(ana, MONDAY).momentum.dots) == 3  # from the first win on


def test_a_backdated_win_repairs_it(ana):
    tap = win(at=MONDAY)
    ana.sends(tap, now=MONDAY)
    moved = {"at": MONDAY - 3 * DAY, "offset": 60, "zone": "Europe/Berlin"}
    ana.sends(edit(tap, happened=moved, at=MONDAY + 1), now=MONDAY)
    assert dots(ana, MONDAY) == [1]


def test_days_off_and_paused_days_are_left_out(ana):
    Absence.create(person=ana.id, first="2026-11-20", last="2026-11-20")
    ana.sends(win(at=MONDAY - 4 * DAY), now=MONDAY)
    assert dots(ana, MONDAY) == [1]


def test_another_persons_days_do_not_count(ana, ben):
    ben.sends(win(at=MONDAY - 3 * DAY), now=MONDAY)
    ana.sends(win(at=MONDAY), now=MONDAY)
    assert dots(ana, MONDAY) == [0]


def repeats(person, what, days, **more):
    """Log the same on the last `days` days, and answer the question."""
    person.sends(rating(), *[win(what, at=NOON - ago * DAY, **more) for ago in range(days)])


def test_the_same_words_on_five_days_are_a_routine_now(ana):
    repeats(ana, "Cleared the queue", 5)
    [routine] = today(ana).routines
    assert (routine.what, routine.days) == ("Cleared the queue", 5)


def test_a_routine_is_shown_once(ana):
    repeats(ana, "Cleared the queue", 5)
    mark_seen(ana.me, today(ana).routines[0].id, NOON)
    assert today(ana).routines == []
    ana.sends(win("cleared the queue!", at=NOON + 1))
    assert today(ana).routines == []


@pytest.mark.parametrize("days", [1, 4])
def test_less_is_no_routine_yet(ana, days):
    repeats(ana, "Cleared the queue", days)
    assert today(ana).routines == []


def test_words_of_the_app_are_no_routine(ana):
    repeats(ana, "Quick task", 5)
    assert today_of(ana.me, "Europe/Berlin", NOON, ["Quick task"]).routines == []


def test_while_the_question_is_open_no_routine_is_shown(asked):
    asked.sends(*[win("Cleared the queue", at=MONDAY - n * DAY) for n in range(6)], now=MONDAY)
    assert today(asked, MONDAY).due
    assert today(asked, MONDAY).routines == []


def test_a_day_shows_a_hundred_wins_and_says_that_there_are_more(ana):
    ana.sends(*[win(str(number)) for number in range(MOST_OF_DAY)])
    assert not today(ana).more
    ana.sends(win("One more"))
    seen = today(ana)
    assert (len(seen.wins) + len(seen.earlier), seen.more) == (MOST_OF_DAY, 1)
