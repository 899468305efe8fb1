"""Deferring the question, and reading one's own check-ins."""

import pytest

from tests.support.make import DAY, HOUR, MINUTE, NOON, entry, rating, undo, win
from webapp.domain.capture.checkins import PAGE, checkin_of, checkins_page
from webapp.domain.capture.today import today_of
from webapp.rules.shared.problems import NotFound

MONDAY = NOON + DAY


def due(person, now):
    """Return whether the question is open on the person's phone in Berlin."""
    return today_of(person.me, "Europe/Berlin", now).due


@pytest.fixture
def asked(ana):
    """Return Return Ana on Monday: she logged a win last week, and the question is open."""
    ana.sends(win(at=NOON - 5 * DAY))
    assert due(ana, MONDAY)
    return ana


def test_later_hides_the_question_for_the_day(asked):
    asked.sends(entry("defer_check_in", at=MONDAY), now=MONDAY)
    assert not due(asked, MONDAY + HOUR)


def test_the_next_day_the_question_is_back(asked):
    asked.sends(entry("defer_check_in", at=MONDAY), now=MONDAY)
    assert due(asked, MONDAY + DAY)


def test_later_said_after_midnight_counts_for_the_day_that_is_not_over(asked):
    half_past_one = MONDAY + 13 * HOUR + 30 * MINUTE
    asked.sends(entry("defer_check_in", at=half_past_one), now=half_past_one)
    assert asked.me.deferred_on == "2026-11-23"
    assert due(asked, half_past_one + 3 * HOUR)


def test_of_two_deferrals_in_one_delivery_the_later_day_counts(asked):
    today, yesterday = (entry("defer_check_in", at=MONDAY - ago) for ago in (0, DAY))
    asked.sends(today, yesterday, now=MONDAY)
    assert asked.me.deferred_on == "2026-11-23"


def test_an_older_later_that_arrives_late_changes_nothing(asked):
    asked.sends(entry("defer_check_in", at=MONDAY), now=MONDAY)
    asked.sends(entry("defer_check_in", at=MONDAY - DAY), now=MONDAY)
    assert asked.me.deferred_on == "2026-11-23"


def test_later_by_a_wrong_clock_counts_for_the_day_of_arrival(asked):
    asked.sends(entry("defer_check_in", at=0), now=MONDAY)
    assert asked.me.deferred_on == "2026-11-23"


def test_later_is_said_for_oneself_only(asked, ben):
    ben.sends(entry("defer_check_in", at=MONDAY), now=MONDAY)
    assert due(asked, MONDAY)


def test_an_answer_closes_the_question_and_its_undo_opens_it_again(asked):
    answer = rating(at=MONDAY)
    asked.sends(answer, now=MONDAY)
    assert not due(asked, MONDAY + HOUR)
    asked.sends(undo(answer, at=MONDAY + 1), now=MONDAY)
    assert due(asked, MONDAY + HOUR)


def test_any_number_of_check_ins_a_day_is_stored(ana):
    ana.sends(*[rating(value, at=NOON + value) for value in (3, 7, 7)])
    ratings = [checkin.rating for checkin in checkins_page(ana.me)[0]]
    assert sorted(ratings) == [3, 7, 7]


def test_pages_are_newest_first_and_miss_nothing(ana):
    ana.sends(*[rating(number % 11, at=NOON - number * HOUR) for number in range(PAGE + 5)])
    first, more = checkins_page(ana.me)
    rest, still_more = checkins_page(ana.me, (first[-1].happened, first[-1].id))
    assert (len(first), more, len(rest), still_more) == (PAGE, True, 5, False)
    times = [checkin.happened for checkin in first + rest]
    assert times == [NOON - number * HOUR for number in range(PAGE + 5)]


def test_a_page_that_is_exactly_full_is_the_last(ana):
    ana.sends(*[rating(at=NOON - number) for number in range(PAGE)])
    page, more = checkins_page(ana.me)
    assert (len(page), more) == (PAGE, False)


def test_check_ins_of_one_moment_are_split_between_pages_without_loss(ana):
    ana.sends(*[rating(7) for _ in range(PAGE + 5)])
    first, _ = checkins_page(ana.me)
    rest, _ = checkins_page(ana.me, (first[-1].happened, first[-1].id))
    assert len({checkin.id for checkin in first + rest}) == PAGE + 5


def test_a_person_sees_their_own_check_ins_only(ana, ben):
    ana.sends(rating(2))
    assert checkins_page(ben.me) == ([], False)


def test_one_check_in_is_found_by_its_person(ana):
    answer = rating(2)
    ana.sends(answer)
    assert checkin_of(ana.me, answer["id"]).rating == 2


def test_anothers_check_in_and_none_are_the_same_not_found(ana, ben):
    answer = rating(2)
    ana.sends(answer)
    for checkin_id in (answer["id"], win()["id"], "nonsense"):
        with pytest.raises(NotFound):
            checkin_of(ben.me, checkin_id)
