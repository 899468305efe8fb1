"""What may be said about confidence, from stored rows: the limits of R38."""

from datetime import date, timedelta

import pytest

from tests.support.make import DAY, NOON, correct, edit, rating, undo, win
from webapp.domain.insights.confidence import confidence_of
from webapp.domain.insights.insights import show_insights
from webapp.rules.insights.trends import Direction, Standing
from webapp.storage.capture.checkins import CheckIn

TODAY = date(2026, 11, 22)  # a Sunday: this week is not over
ZONE = "Europe/Berlin"


def answers(someone, values, *, every=(6, 4, 2), weeks_ago=1, **more):
    """Send a check-in for each value and day: one value a week, the newest last."""
    entries = [
        rating(value, at=NOON - ((len(values) - 1 - week + weeks_ago) * 7 + ago) * DAY, **more)
        for week, value in enumerate(values)
        for ago in every
    ]
    for start in range(0, len(entries), 100):
        someone.sends(*entries[start : start + 100])
    return entries


def standing(someone, area=""):
    return confidence_of(someone.me, area, TODAY).trend.standing


def test_a_newcomer_sees_what_is_missing(ana):
    answers(ana, [6], weeks_ago=0)
    trend = confidence_of(ana.me, "", TODAY).trend
    assert (trend.standing, trend.missing.weeks) == (Standing.COLLECTING, 4)
    assert trend.missing.days == 22  # four Mondays from this Sunday on


def test_while_collecting_all_answers_are_counted(ana):
    answers(ana, [6])
    answers(ana, [6], weeks_ago=0)
    assert confidence_of(ana.me, "", TODAY).judged_answers == 6


def test_corrected_numbers_are_judged_as_they_are_now(ana):
    sent = answers(ana, [2] * 8)
    ana.sends(*[correct(one, rating=2 + at // 3) for at, one in enumerate(sent)])
    found = confidence_of(ana.me, "", TODAY)
    assert found.trend.standing is Standing.SUSTAINED
    assert {answer.value for answer in found.answers} == set(range(2, 10))


def test_after_a_flight_back_over_the_date_line_the_answer_given_there_is_of_today(ana):
    ana.sends(rating(6, at=NOON), win("There", at=NOON))
    yesterday = TODAY - timedelta(days=1)
    found = show_insights(ana.me, "Pacific/Honolulu", NOON + 1)
    assert found.today == yesterday
    assert [answer.day for answer in found.confidence.answers] == [yesterday]
    assert [one.day for one in found.wins] == [yesterday]


def test_without_answers_nothing_is_shown(ana):
    found = confidence_of(ana.me, "", TODAY)
    assert (found.trend.standing, found.answers, found.areas) == (Standing.COLLECTING, (), ())


def test_a_rise_of_ten_weeks_is_a_sustained_one(ana):
    answers(ana, [4, 4, 5, 5, 6, 6, 7, 7, 8, 8])
    trend = confidence_of(ana.me, "", TODAY).trend
    assert (trend.standing, trend.direction) == (Standing.SUSTAINED, Direction.RISING)


@pytest.mark.parametrize("weeks", [5, 10])
def test_all_answers_equal_are_no_rise(ana, weeks):
    answers(ana, [7] * weeks)
    trend = confidence_of(ana.me, "", TODAY).trend
    assert trend.direction is None
    assert trend.change.total == 0


def test_ties_alone_are_no_rise(ana):
    answers(ana, [6, 7, 6, 7, 6, 7, 6, 7])
    assert standing(ana) is Standing.NO_CLEAR_CHANGE


def test_one_checkin_a_week_for_a_year_says_what_would_be_needed(ana):
    answers(ana, [6] * 52, every=(4,))
    trend = confidence_of(ana.me, "", TODAY).trend
    assert (trend.standing, trend.missing.weeks) == (Standing.COLLECTING, 4)
    assert (trend.missing.answers, trend.missing.days) == (2, None)


def test_a_paused_month_leaves_a_gap_and_no_zero(ana):
    answers(ana, [4, 4, 5, 5], weeks_ago=6)
    answers(ana, [6, 7])
    found = confidence_of(ana.me, "", TODAY)
    assert len(found.trend.means) == 6
    assert found.trend.means[-1].week.index - found.trend.means[0].week.index == 8


def test_weeks_over_new_year_are_whole_weeks(ana):
    new_year = NOON + 39 * DAY  # Thursday 31 December 2026
    ana.sends(rating(6, at=new_year), rating(8, at=new_year + DAY), now=new_year + 10 * DAY)
    trend = confidence_of(ana.me, "", date(2027, 1, 10)).trend
    assert [(mean.week.number, mean.mean) for mean in trend.means] == [(53, 7.0)]


def test_a_day_is_that_of_the_phone_wherever_it_was(ana):
    late = {**rating(6, at=NOON - 6 * DAY), "offset": 840, "zone": "Pacific/Kiritimati"}
    ana.sends(late, rating(6, at=NOON - 6 * DAY))
    days = {answer.day for answer in confidence_of(ana.me, "", TODAY).answers}
    assert days == {date(2026, 11, 16)}


def test_answers_to_different_questions_are_never_averaged(ana):
    answers(ana, [2, 2, 2, 2], weeks_ago=5)
    CheckIn.update(scale_id="capability-0-10-v0").where(CheckIn.person == ana.id).execute()
    answers(ana, [8, 8, 8, 8])
    found = confidence_of(ana.me, "", TODAY)
    assert {mean.mean for mean in found.trend.means} == {8.0}
    assert (found.trend.change.total, found.other_scales > 0) == (0, True)


def test_imported_and_backdated_answers_count_on_their_days(ana):
    given = answers(ana, [4, 5, 6, 7])
    assert standing(ana) is Standing.EARLY_SIGN
    assert len(given) == len(confidence_of(ana.me, "", TODAY).answers)


def test_taking_an_old_answer_back_changes_what_is_said(ana):
    given = answers(ana, [4, 5, 6, 7], every=(6, 4))
    ana.sends(*[undo(one) for one in given[:2:2]])
    assert standing(ana) is Standing.COLLECTING


def test_an_area_is_judged_alone_where_it_has_the_weeks(ana):
    answers(ana, [4, 5, 6, 7], every=(6, 5), area="Support")
    answers(ana, [5, 5], every=(4, 3), area="Hiring")
    found = confidence_of(ana.me, "Support", TODAY)
    assert (found.areas, found.area) == (("Support",), "Support")
    assert found.trend.standing is Standing.EARLY_SIGN


def test_an_area_without_the_weeks_shows_all(ana):
    answers(ana, [5, 5], area="Hiring")
    assert confidence_of(ana.me, "Hiring", TODAY).area == ""


def test_nobody_sees_anothers_answers(ana, ben):
    answers(ana, [4, 5, 6, 7], area="Support")
    found = confidence_of(ben.me, "Support", TODAY)
    assert (found.answers, found.areas, found.trend.means) == ((), (), ())


def test_an_edited_win_moves_its_mark(ana):
    tap = win()
    ana.sends(tap)
    moved = {"at": NOON - 7 * DAY, "offset": 60, "zone": ZONE}
    ana.sends(edit(tap, happened=moved))
    assert [w.day for w in show_insights(ana.me, ZONE, NOON).wins] == [TODAY - timedelta(days=7)]
