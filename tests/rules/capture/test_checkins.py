"""Ratings, and when the question is open."""

from datetime import date

import pytest

from tests.support.make import NOON
from webapp.rules.capture.checkins import SCALE_ID, is_due, parse_checkin_edit, parse_rating
from webapp.rules.shared.problems import Invalid

ID = "0b9e2f4c-1111-4222-8333-444455556666"


@pytest.mark.parametrize("value", range(11))
def test_whole_numbers_from_0_to_10_are_ratings(value):
    assert parse_rating({"rating": value}, NOON).value == value


@pytest.mark.parametrize("value", [-1, 11, 7.0, 7.5, "7", "", True, False, None, [7], 10**30])
def test_anything_else_is_no_rating(value):
    with pytest.raises(Invalid, match="Choose a whole number from 0 to 10"):
        parse_rating({"rating": value}, NOON)


def test_a_missing_rating_is_never_zero():
    with pytest.raises(Invalid):
        parse_rating({}, NOON)


def test_an_answer_to_another_scale_is_refused():
    with pytest.raises(Invalid, match="not asked any more"):
        parse_rating({"rating": 7, "scale_id": "mood-1-5-v1"}, NOON)


def test_an_answer_that_names_no_scale_is_to_todays():
    assert parse_rating({"rating": 7}, NOON).scale_id == SCALE_ID


@pytest.mark.parametrize("note", [None, 7, "a\0b", "x" * 2001])
def test_a_note_that_cannot_be_stored_is_refused(note):
    with pytest.raises(Invalid) as refused:
        parse_rating({"rating": 7, "note": note}, NOON)
    assert refused.value.problems[0].field == "note"


def test_a_note_can_be_emptied_but_something_must_change():
    assert parse_checkin_edit({"target": ID, "note": " "}, NOON).values == (("note", ""),)
    with pytest.raises(Invalid):
        parse_checkin_edit({"target": ID}, NOON)


@pytest.mark.parametrize("value", [-1, 11, 7.0, "7", "", True, None, [7], 10**30])
def test_a_number_is_corrected_to_a_whole_number_from_0_to_10_only(value):
    with pytest.raises(Invalid, match="Choose a whole number from 0 to 10"):
        parse_checkin_edit({"target": ID, "rating": value}, NOON)


# A week of November 2026: Monday the 16th to Sunday the 22nd.
MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(16, 23))
LAST_FRI, LONG_AGO = date(2026, 11, 13), date(2026, 1, 5)

DUE = [  # (today, first win, last check-in, deferred on, due)
    (MON, None, None, None, False),  # not before the first win
    (MON, LONG_AGO, None, None, True),  # never answered
    (MON, LONG_AGO, LAST_FRI, None, True),  # Monday asks again
    (MON, LONG_AGO, MON, None, False),  # answered today
    (MON, MON, None, None, True),  # the first win was today, a chosen day
    (TUE, TUE, None, None, False),  # the first win came after Monday's question
    (WED, TUE, None, None, True),  # Wednesday is the first chosen day since
    (TUE, LONG_AGO, LAST_FRI, None, True),  # Monday's question is open until it is answered
    (TUE, LONG_AGO, MON, None, False),  # Monday's was answered
    (TUE, LONG_AGO, TUE, None, False),  # answered a day late
    (WED, LONG_AGO, TUE, None, True),  # a late answer does not answer the next question
    (SUN, LONG_AGO, THU, None, True),  # Friday's question over the weekend
    (SUN, LONG_AGO, FRI, None, False),  # no question on a day off
    (SUN, LONG_AGO, SAT, None, False),  # Friday's was answered on Saturday
    (MON, LONG_AGO, LAST_FRI, MON, False),  # "Later" hides it for that day
    (TUE, LONG_AGO, LAST_FRI, MON, True),  # ... and for that day only
    (MON, LONG_AGO, LAST_FRI, SUN, True),  # yesterday's "Later" is over
    (MON, LONG_AGO, WED, None, False),  # answered further east, where it is later already
]


@pytest.mark.parametrize(("today", "first_win", "last_checkin", "deferred", "due"), DUE)
def test_the_question_is_open_when_it_was_asked_and_not_answered(
    today, first_win, last_checkin, deferred, due
):
    assert is_due(today, first_win, last_checkin, deferred) is due


@pytest.mark.parametrize(
    ("weekdays", "due"),
    [
        (frozenset(), False),  # no chosen days: never asked
        (frozenset(range(7)), True),  # every day
        (frozenset({3}), True),  # Thursdays: last asked yesterday
        (frozenset({5}), False),  # Saturdays: last asked on the 14th, answered on the 15th
    ],
)
def test_the_chosen_days_are_the_days_it_is_asked(weekdays, due):
    assert is_due(FRI, LONG_AGO, date(2026, 11, 15), None, weekdays) is due
