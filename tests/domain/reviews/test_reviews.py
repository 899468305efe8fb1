"""A review: begun once, filled from the log, micro-goals that return, an end (R35)."""

from datetime import timedelta

import pytest

from tests.domain.insights.test_confidence import TODAY
from tests.support.make import DAY, HOUR, NOON, line, win
from webapp.domain.goals.goals import draft_goal
from webapp.domain.reviews import reviews
from webapp.domain.reviews.agendas import agenda_of
from webapp.domain.reviews.endings import end_all_left_open
from webapp.domain.reviews.reviews import delete_review, reviews_page
from webapp.domain.reviews.schedules import review_schedule_of, set_review_schedule
from webapp.rules.goals.goals import Plan
from webapp.rules.reviews.reviews import ReviewSchedule, ReviewStep
from webapp.rules.shared.problems import Conflict, NotFound
from webapp.storage.reviews.lines import ReviewLine
from webapp.storage.reviews.reviews import Review, ReviewPlan


def held(someone, later: int = 0) -> str:
    """Hold a review `later` days later and return its id."""
    day = TODAY + timedelta(days=later)
    review = reviews.begin(someone.me, day, NOON + later * DAY)
    reviews.finish(someone.me, review, day, NOON + later * DAY)
    return review


def words_of_wins(someone, review: str, later: int = 0) -> list[str]:
    """Return the wins that a review has `later` days later."""
    day, now = TODAY + timedelta(days=later), NOON + later * DAY
    return [one.what for one in agenda_of(someone.me, review, day, now).wins]


def test_its_agenda_is_the_log_since_the_last_one(ana):
    ana.sends(win("before", at=NOON - 2 * DAY))
    held(ana)
    ana.sends(win("after", at=NOON + 2 * DAY), now=NOON + 2 * DAY)
    review = reviews.begin(ana.me, TODAY + timedelta(days=7), NOON + 7 * DAY)
    assert words_of_wins(ana, review, 7) == ["after"]


def test_wins_are_in_the_review_of_their_days(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    for later in (0, 5):
        ana.sends(win(f"day {later}", at=NOON + later * DAY), now=NOON + later * DAY)
    assert words_of_wins(ana, review) == ["day 0"]
    reviews.finish(ana.me, review, TODAY, NOON + HOUR)
    assert words_of_wins(ana, review, 6) == ["day 0"]
    following = reviews.begin(ana.me, TODAY + timedelta(days=6), NOON + 6 * DAY)
    assert words_of_wins(ana, following, 6) == ["day 5", "day 0"]


def test_one_that_nobody_ends_has_ended_after_a_day(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    ana.sends(win("next day", at=NOON + DAY - 1), now=NOON + DAY)
    ana.sends(win("later", at=NOON + 3 * DAY), now=NOON + 3 * DAY)
    assert agenda_of(ana.me, review, TODAY, NOON + DAY - 1).ended is None
    left = agenda_of(ana.me, review, TODAY + timedelta(days=4), NOON + 4 * DAY)
    assert (left.ended, [one.what for one in left.wins]) == (NOON + DAY, ["next day"])
    reviews.finish(ana.me, review, TODAY + timedelta(days=4), NOON + 4 * DAY)
    assert agenda_of(ana.me, review, TODAY, NOON + 4 * DAY).ended == NOON + DAY


def test_after_one_that_was_left_open_another_begins(ana):
    left = reviews.begin(ana.me, TODAY, NOON)
    assert reviews.begin(ana.me, TODAY, NOON + DAY - 1) == left
    assert reviews.begin(ana.me, TODAY + timedelta(days=1), NOON + DAY) != left


def test_the_first_one_looks_back_as_far_as_the_plan_says(ana):
    ana.sends(win("in it", at=NOON - 10 * DAY), win("long ago", at=NOON - 20 * DAY))
    review = reviews.begin(ana.me, TODAY, NOON, every=2)
    assert words_of_wins(ana, review) == ["in it"]


def test_begun_twice_it_is_one(ana):
    assert reviews.begin(ana.me, TODAY, NOON) == reviews.begin(ana.me, TODAY, NOON + 1)
    [_], more = reviews_page(ana.me)
    assert not more


def test_open_goals_return_and_those_chosen_are_kept(ana):
    one, other = (draft_goal(ana.me, Plan(statement=words), NOON) for words in ("A", "B"))
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.choose_goals(ana.me, review, [one])
    agenda = agenda_of(ana.me, review, TODAY, NOON)
    assert {g.id: g.chosen for g in agenda.goals} == {one: True, other: False}
    reviews.finish(ana.me, review, TODAY, NOON)
    assert [g.id for g in agenda_of(ana.me, review, TODAY, NOON).goals] == [one]


def test_what_others_chose_meanwhile_stays_chosen(ana):
    one, other = (draft_goal(ana.me, Plan(statement=words), NOON) for words in ("A", "B"))
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.choose_goals(ana.me, review, [one])
    reviews.choose_goals(ana.me, review, [other])
    reviews.choose_goals(ana.me, review, [], before=[one])
    chosen = [g.id for g in agenda_of(ana.me, review, TODAY, NOON).goals if g.chosen]
    assert chosen == [other]


def test_anothers_goal_cannot_be_chosen(ana, ben):
    theirs = draft_goal(ben.me, Plan(statement="Ben's"), NOON)
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.choose_goals(ana.me, review, [theirs])
    reviews.finish(ana.me, review, TODAY, NOON)
    assert agenda_of(ana.me, review, TODAY, NOON).goals == ()


def test_of_two_who_go_on_at_once_the_second_skips_no_step(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    for _ in range(2):
        reviews.go_on(ana.me, review, "progress", ReviewStep.OBSTACLES, NOON)
    reviews.go_on(ana.me, review, "progress", ReviewStep.NEXT, NOON)
    assert reviews.review_of(ana.me, review).step == "obstacles"


def test_nobody_goes_on_in_one_that_has_ended(ana):
    review = held(ana)
    reviews.go_on(ana.me, review, "progress", ReviewStep.NEXT, NOON)
    assert reviews.review_of(ana.me, review).step == "progress"


def test_one_that_was_ended_by_accident_goes_on(ana):
    review = held(ana)
    reviews.resume(ana.me, review, NOON + HOUR)
    assert agenda_of(ana.me, review, TODAY, NOON + HOUR).ended is None


@pytest.mark.parametrize("later", [0, 1])
def test_it_does_not_go_on_after_a_day_or_beside_another(ana, later):
    review = held(ana)
    if not later:
        reviews.begin(ana.me, TODAY, NOON + 1)
    with pytest.raises(Conflict):
        reviews.resume(ana.me, review, NOON + 1 + later * DAY)


def test_a_deleted_review_leaves_its_obstacles_and_nothing_else(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    ana.sends(line(review, "No test machine"), line(review, "Asked first", "progress"))
    delete_review(ana.me, review, NOON)
    again = agenda_of(ana.me, reviews.begin(ana.me, TODAY, NOON), TODAY, NOON)
    assert [one.what for one in (*again.obstacles, *again.lines)] == ["No test machine"]
    assert [one.what for one in ReviewLine.select()] == ["No test machine"]


def test_a_plan_is_kept_and_changed(ana):
    assert review_schedule_of(ana.me) == ReviewSchedule()
    for plan in (ReviewSchedule(weekday=0, minutes=30), ReviewSchedule(every=4)):
        set_review_schedule(ana.me, plan, "Europe/Berlin", TODAY, NOON)
        assert review_schedule_of(ana.me) == plan


def test_calendars_know_a_plan_that_changes_by_one_name(ana):
    seen = []
    for minutes in (10, 20, 30):
        plan = ReviewSchedule(minutes=minutes)
        set_review_schedule(ana.me, plan, "Europe/Berlin", TODAY, NOON)
        row = ReviewPlan.get()
        seen.append((row.uid, row.sequence))
    assert seen == [(seen[0][0], number) for number in range(3)]


def test_what_is_anothers_is_not_there(ana, ben):
    review = reviews.begin(ana.me, TODAY, NOON)
    for attempt in (
        lambda: agenda_of(ben.me, review, TODAY, NOON),
        lambda: reviews.go_on(ben.me, review, "progress", ReviewStep.NEXT, NOON),
        lambda: reviews.choose_goals(ben.me, review, []),
        lambda: reviews.say_done(ben.me, review, ReviewStep.NEXT, done=True),
        lambda: reviews.finish(ben.me, review, TODAY, NOON),
        lambda: reviews.resume(ben.me, review, NOON),
        lambda: delete_review(ben.me, review, NOON),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_each_change_draws_pages_again(ana):
    rev = ana.me.rev
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.finish(ana.me, review, TODAY, NOON)
    assert ana.me.rev == rev + 2


def test_the_end_of_those_that_nobody_ended_is_stored_for_everybody(ana, ben):
    mine = reviews.begin(ana.me, TODAY, NOON)
    reviews.begin(ben.me, TODAY, NOON + HOUR)
    assert end_all_left_open(NOON + DAY) == 1
    ended = Review.select(Review.id, Review.finished).where(Review.finished.is_null(False))
    assert list(ended.tuples()) == [(mine, NOON + DAY)]
    assert end_all_left_open(NOON + DAY) == 0
