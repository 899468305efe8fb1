"""Which weeks count, and what is missing until more can be said."""

from datetime import date, timedelta

from webapp.rules.insights.weeks import (
    Answer,
    Missing,
    Week,
    WeeklyMean,
    current_scale,
    judged_weeks,
    week_of,
    weekly_means,
    what_is_missing,
)

NOW, OLD = "capability-0-10-v2", "capability-0-10-v1"
MONDAY = date(2026, 11, 2)
LATER = date(2027, 6, 1)


def on(day, value=5, scale=NOW):
    return Answer(day, value, scale)


def weeks_of(*counts, first=MONDAY):
    """Return answers in consecutive weeks, so many in each."""
    return [
        on(first + timedelta(weeks=week, days=day))
        for week, count in enumerate(counts)
        for day in range(count)
    ]


def missing(answers, today, needed=4):
    since = min((answer.day for answer in answers), default=None)
    return what_is_missing(weekly_means(answers, NOW, today), since, today, needed)


def test_a_week_is_the_mean_of_its_answers():
    answers = [on(MONDAY, 4), on(MONDAY, 6), on(date(2026, 11, 8), 8)]
    assert weekly_means(answers, NOW, LATER) == [WeeklyMean(Week(2026, 45), 6.0, 3)]


def test_one_answer_makes_no_week():
    assert weekly_means(weeks_of(1, 2, 1), NOW, LATER) == [WeeklyMean(Week(2026, 46), 5.0, 2)]


def test_the_week_over_new_year_is_one():
    answers = [on(date(2026, 12, 31), 4), on(date(2027, 1, 1), 6)]
    assert weekly_means(answers, NOW, LATER) == [WeeklyMean(Week(2026, 53), 5.0, 2)]


def test_neighbours_are_one_apart_over_new_year():
    assert week_of(date(2027, 1, 4)).index - week_of(date(2027, 1, 3)).index == 1
    assert week_of(date(2027, 1, 4)) == Week(2027, 1) > Week(2026, 53)
    assert Week(2026, 53).monday == date(2026, 12, 28)


def test_scales_are_never_averaged_together():
    answers = [on(MONDAY, 2, OLD), on(MONDAY, 8, NOW), on(MONDAY, 8, NOW)]
    assert [mean.mean for mean in weekly_means(answers, NOW, LATER)] == [8.0]
    assert weekly_means(answers, OLD, LATER) == []


def test_the_scale_of_the_latest_answer_is_judged():
    assert current_scale([on(LATER, 5, NOW), on(MONDAY, 5, OLD)]) == NOW
    assert current_scale([]) is None


def test_a_week_counts_when_it_is_over():
    answers = weeks_of(3)
    assert weekly_means(answers, NOW, date(2026, 11, 8)) == []
    assert len(weekly_means(answers, NOW, date(2026, 11, 9))) == 1


def test_the_last_twelve_counted_weeks_are_judged():
    means = weekly_means(weeks_of(*[2] * 20), NOW, LATER)
    assert judged_weeks(means) == means[8:]


def test_a_newcomer_sees_the_shortest_time():
    """Friday of the first week: this one and three more, each to its Sunday."""
    assert missing(weeks_of(3), date(2026, 11, 6)) == Missing(4, 2, 24)
    assert missing([], date(2026, 11, 6)) == Missing(4, 2, 24)


def test_a_first_week_of_one_answer_leaves_nothing_to_go_by():
    assert missing(weeks_of(1), date(2026, 11, 9)) == Missing(4, 2, None)


def test_half_of_the_weeks_take_twice_as_long():
    assert missing(weeks_of(2, 0, 2, 1), date(2026, 11, 30)) == Missing(2, 2, 28)


def test_one_check_in_a_week_for_a_year_never_gets_there():
    year = weeks_of(*[1] * 52)
    assert missing(year, date(2027, 11, 1)) == Missing(4, 2, None)


def test_only_the_last_eight_weeks_make_the_pace():
    answers = weeks_of(2, 2, 2, *[0] * 8)
    assert missing(answers, date(2027, 1, 18)) == Missing(1, 2, None)


def test_nothing_is_missing_with_weeks_enough():
    assert missing(weeks_of(2, 2, 2, 2), LATER) is None
