"""Between which ratings a person's answers usually lie, and when too little is known."""

from datetime import date, timedelta

from webapp.rules.insights.usual import Usual, usual_range
from webapp.rules.insights.weeks import Answer

NOW, OLD = "capability-0-10-v2", "capability-0-10-v1"
MONDAY = date(2026, 11, 2)
LATER = date(2027, 6, 1)


def weeks_of(*values, scale=NOW, first=MONDAY):
    """Return three answers a week, with these values one after the other."""
    days = (first + timedelta(weeks=at // 3, days=at % 3) for at in range(len(values)))
    return [Answer(day, value, scale) for day, value in zip(days, values, strict=True)]


def test_the_smallest_and_the_largest_of_twelve_answers_are_the_ends():
    answers = weeks_of(6, 5, 7, 6, 6, 5, 7, 4, 6, 6, 8, 6)
    assert usual_range(answers, LATER) == Usual(4, 8)


def test_of_thirty_answers_two_at_each_end_are_left_out():
    answers = weeks_of(0, 1, 10, 10, *[5, 6] * 13)
    assert usual_range(answers, LATER) == Usual(5, 6)


def test_three_weeks_are_too_few():
    assert usual_range(weeks_of(6, 5, 7, 6, 6, 5, 7, 4, 6), LATER) is None


def test_eight_answers_are_too_few():
    four_weeks = weeks_of(*[6] * 12)
    assert usual_range([one for one in four_weeks if one.day.weekday() < 2], LATER) is None


def test_the_week_of_today_and_weeks_of_one_answer_are_left_out():
    running = weeks_of(0, 0, 0, first=MONDAY + timedelta(weeks=4))
    lonely = [Answer(MONDAY - timedelta(weeks=1), 10, NOW)]
    answers = weeks_of(*[6] * 12) + running + lonely
    assert usual_range(answers, MONDAY + timedelta(weeks=4, days=4)) == Usual(6, 6)


def test_answers_to_an_earlier_question_are_left_out():
    earlier = weeks_of(*[2] * 12, scale=OLD, first=MONDAY - timedelta(weeks=8))
    assert usual_range(earlier + weeks_of(*[6] * 12), LATER) == Usual(6, 6)
    assert usual_range(earlier + weeks_of(6, 6), LATER) is None


def test_what_lies_further_back_than_twelve_weeks_is_left_out():
    answers = weeks_of(*[2] * 12, *[7] * 36)
    assert usual_range(answers, LATER) == Usual(7, 7)


def test_nobody_answered():
    assert usual_range([], LATER) is None
