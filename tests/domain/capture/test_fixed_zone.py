"""What the home screen shows on a phone far from the time zone that is fixed in Settings."""

import pytest

from tests.support.make import DAY, HOUR, NOON, edit, entry, win
from webapp.domain.account.settings import change_setting
from webapp.domain.capture.today import today_of

LATE = NOON + 8 * HOUR  # 20:00 in Berlin, the next morning in Auckland


@pytest.fixture
def flown(ana):
    """Return Return Ana, whose days are those of Auckland."""
    change_setting(ana.me, "fixed_zone", ["Pacific/Auckland"])
    return ana


def today(person, now):
    """Return what a person sees on a phone in Auckland."""
    return today_of(person.me, "Pacific/Auckland", now)


def words(rows):
    """Return the words of the wins in a list."""
    return [row.fields.what for row in rows]


def test_with_a_fixed_zone_a_tap_counts_for_the_day_that_is_shown(flown):  # R6
    flown.sends(win("in Berlin", at=LATE), now=LATE)
    seen = today(flown, LATE)
    assert (seen.day.isoformat(), words(seen.wins)) == ("2026-11-23", ["in Berlin"])


def test_with_a_fixed_zone_later_hides_the_question_of_that_day(flown):
    flown.sends(win(at=NOON - 5 * DAY))
    assert today(flown, LATE).due
    flown.sends(entry("defer_check_in", at=LATE), now=LATE)
    assert not today(flown, LATE).due


def test_with_a_fixed_zone_a_backdated_win_moves_to_its_day(flown):
    logged = win(at=LATE)
    moved = {"at": LATE - DAY, "offset": 60, "zone": "Europe/Berlin"}
    flown.sends(logged, edit(logged, happened=moved), now=LATE)
    assert words(today(flown, LATE - DAY).wins) == [logged["fields"]["what"]]


def test_a_wrong_clock_in_a_fixed_zone_costs_nothing(flown):  # R14
    flown.sends(win("lost in time", at=2**53), now=LATE)
    assert words(today(flown, LATE).wins) == ["lost in time"]
