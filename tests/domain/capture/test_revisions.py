"""Editing: every value is stored, the newest of each field is the current one."""

from itertools import permutations

import pytest

from tests.support.make import DAY, HOUR, MINUTE, NOON, correct, edit, entry, rating, win
from webapp.storage.capture.checkins import own_checkins
from webapp.storage.capture.revisions import revisions_of
from webapp.storage.capture.wins import own_wins


def the_win(person):
    """Return the only win of a person."""
    (stored,) = own_wins(person.id)
    return stored


def history(person, tap, field="what"):
    """Return all values that a field was given, oldest first."""
    rows = [row for row in revisions_of(person.id, tap["id"]) if row.field == field]
    return [row.value for row in sorted(rows, key=lambda row: (row.entry != tap["id"], row.at))]


def happened(at, offset=60, zone="Europe/Berlin"):
    """Return a moment as an edit sends it."""
    return {"at": at, "offset": offset, "zone": zone}


def test_an_edit_changes_what_it_names_and_nothing_else(ana):
    tap = win("Fixed it", impact="Saves an hour")
    ana.sends(tap)
    ana.sends(edit(tap, what="Fixed the flaky test", next_step="Tell Ben"))
    stored = the_win(ana)
    assert (stored.what, stored.next_step) == ("Fixed the flaky test", "Tell Ben")
    assert (stored.impact, stored.kind) == ("Saves an hour", "quick")


def test_a_field_can_be_emptied(ana):
    tap = win(impact="Saves an hour")
    ana.sends(tap, edit(tap, impact=""))
    assert the_win(ana).impact == ""


def test_an_edit_that_overtakes_its_win_waits_for_it(ana):
    tap = win("first")
    assert ana.sends(edit(tap, what="second")).verdicts[0].outcome.value == "stored"
    ana.sends(tap)
    assert the_win(ana).what == "second"


def test_a_note_that_overtakes_its_check_in_waits_for_it(ana):
    answer = rating(7, note="first")
    ana.sends(entry("edit_check_in", at=NOON + 1, target=answer["id"], note="second"))
    ana.sends(answer)
    assert own_checkins(ana.id).get().note == "second"


@pytest.mark.parametrize("arrived", list(permutations(range(3))), ids=str)
def test_the_newest_words_of_two_phones_count_in_any_order(ana, arrived):
    tap = win("first")
    sent = [
        tap,
        edit(tap, at=NOON + MINUTE, what="phone one", impact="one"),
        edit(tap, at=NOON + 2 * MINUTE, what="phone two"),
    ]
    for place in arrived:
        ana.sends(sent[place])
    assert (the_win(ana).what, the_win(ana).impact) == ("phone two", "one")


@pytest.mark.parametrize("arrived", list(permutations(range(3))), ids=str)
def test_the_last_number_of_two_phones_counts_in_any_order(ana, arrived):
    answer = rating(7, note="first")
    sent = [
        answer,
        correct(answer, at=NOON + MINUTE, rating=3, note="phone one"),
        correct(answer, at=NOON + 2 * MINUTE, rating=0),
    ]
    for place in arrived:
        ana.sends(sent[place])
    stored = own_checkins(ana.id).get()
    assert (stored.rating, stored.note) == (0, "phone one")
    assert history(ana, answer, "rating") == ["7", "3", "0"]


@pytest.mark.parametrize("arrived", list(permutations(range(3))), ids=str)
def test_the_words_that_were_replaced_stay_readable(ana, arrived):
    tap = win("first")
    sent = [tap, edit(tap, what="second"), edit(tap, at=NOON + HOUR, what="third")]
    for place in arrived:
        ana.sends(sent[place])
    assert history(ana, tap) == ["first", "second", "third"]


def test_an_edit_sent_twice_is_stored_once(ana):
    tap = win("first")
    change = edit(tap, what="second")
    ana.sends(tap, change)
    ana.sends(change)
    assert history(ana, tap) == ["first", "second"]


def test_a_field_nobody_edited_has_no_history(ana):
    tap = win("first", impact="Saves an hour")
    ana.sends(tap, edit(tap, what="second"))
    assert history(ana, tap, "impact") == []


def test_backdating_by_an_edit_changes_the_day(ana):
    tap = win()
    ana.sends(tap)
    ana.sends(edit(tap, happened=happened(NOON - 3 * DAY)))
    stored = the_win(ana)
    assert (stored.happened, stored.day) == (NOON - 3 * DAY, "2026-11-19")
    assert (stored.entered, stored.received) == (NOON, NOON)


def test_a_win_moved_to_half_past_one_belongs_to_the_day_before(ana):
    tap = win()
    half_past_one = NOON - 10 * HOUR - 30 * MINUTE
    ana.sends(tap, edit(tap, happened=happened(half_past_one)))
    assert the_win(ana).day == "2026-11-21"


def test_a_win_can_be_moved_to_another_zone(ana):
    tap = win()
    ana.sends(tap, edit(tap, happened=happened(NOON, 840, "Pacific/Kiritimati")))
    stored = the_win(ana)
    assert (stored.day, stored.offset, stored.zone) == ("2026-11-22", 840, "Pacific/Kiritimati")


def test_moving_a_win_and_changing_its_words_are_judged_apart(ana):
    tap = win("first")
    moved = edit(tap, at=NOON + MINUTE, happened=happened(NOON - DAY), what="older words")
    ana.sends(tap, edit(tap, at=NOON + HOUR, what="newer words"), moved)
    assert (the_win(ana).what, the_win(ana).happened) == ("newer words", NOON - DAY)


def test_a_backdated_win_takes_its_place_in_the_list(ana):
    old, new = win("old", at=NOON - HOUR), win("new")
    ana.sends(old, new, edit(new, happened=happened(NOON - DAY)))
    assert [stored.what for stored in own_wins(ana.id)] == ["old", "new"]


def test_a_note_is_put_to_a_check_in_and_the_rating_stays(ana):
    answer = rating(3)
    ana.sends(answer, entry("edit_check_in", at=NOON + 1, target=answer["id"], note="Hard week"))
    stored = own_checkins(ana.id).get()
    assert (stored.rating, stored.note) == (3, "Hard week")


def test_people_with_the_same_id_have_histories_of_their_own(ana, ben):
    tap = win("first")
    for person in (ana, ben):
        person.sends(tap)
    ana.sends(edit(tap, what="second"))
    assert (the_win(ana).what, the_win(ben).what) == ("second", "first")
    assert history(ben, tap) == []


@pytest.mark.parametrize("clock", [0, NOON + 700 * DAY])
def test_an_edit_by_a_wrong_clock_counts_from_its_arrival(ana, clock):
    tap = win("first")
    ana.sends(tap)
    ana.sends(edit(tap, at=clock, what="wrong clock"), now=NOON + MINUTE)
    assert the_win(ana).what == "wrong clock"
    ana.sends(edit(tap, at=NOON + HOUR, what="right clock"), now=NOON + HOUR)
    assert the_win(ana).what == "right clock"


def test_edits_by_a_wrong_clock_count_in_the_phones_own_sequence(ana):
    tap = win("first")
    one, two = edit(tap, at=2, what="one"), edit(tap, at=1, what="two")
    ana.sends(tap, {**two, "seq": 3}, {**one, "seq": 2})
    assert the_win(ana).what == "two"


def test_words_from_a_wrong_clock_do_not_hide_those_that_came_after(ana):
    tap = win("first", at=NOON + 400 * DAY)
    ahead = edit(tap, at=NOON + 400 * DAY, what="clock ahead")
    right = edit(tap, at=NOON - HOUR, what="clock put right")
    ana.sends(tap, {**ahead, "seq": 2}, {**right, "seq": 3})
    assert the_win(ana).what == "clock put right"
    assert history(ana, tap) == ["first", "clock ahead", "clock put right"]
