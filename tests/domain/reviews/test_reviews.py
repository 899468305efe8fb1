"""A personal review: begun once, filled from the log, obstacles that return (R35)."""

from datetime import timedelta

import pytest

from tests.domain.insights.test_confidence import TODAY
from tests.support.make import DAY, NOON, win
from webapp.domain.goals.goals import draft_goal
from webapp.domain.reviews import reviews
from webapp.domain.reviews.obstacles import (
    MOST_OPEN,
    delete_obstacle,
    name_obstacle,
    reopen_obstacle,
    settle_obstacle,
)
from webapp.domain.reviews.reviews import (
    agenda_of,
    delete_review,
    review_schedule_of,
    reviews_page,
    set_review_schedule,
)
from webapp.rules.goals.goals import Plan
from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.rules.shared.problems import Conflict, Invalid, NotFound
from webapp.storage.reviews.obstacles import MOST_OF_REVIEW


def held(someone, later: int = 0) -> str:
    """Hold a review `later` days later and return its id."""
    day = TODAY + timedelta(days=later)
    review = reviews.begin(someone.me, day, NOON + later * DAY)
    reviews.finish(someone.me, review, day, NOON + later * DAY)
    return review


def test_its_agenda_is_the_log_since_the_last_one(ana):
    ana.sends(win("before", at=NOON - 2 * DAY))
    held(ana)
    ana.sends(win("after", at=NOON + 2 * DAY), now=NOON + 2 * DAY)
    day = TODAY.replace(day=29)
    review = reviews.begin(ana.me, day, NOON + 7 * DAY)
    assert [one.what for one in agenda_of(ana.me, review, day).wins] == ["after"]


def test_one_that_is_finished_days_later_covers_the_wins_up_to_then(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    for later in (2, 5):
        ana.sends(win(f"day {later}", at=NOON + later * DAY), now=NOON + later * DAY)
    third, sixth = (TODAY + timedelta(days=later) for later in (3, 6))
    assert [one.what for one in agenda_of(ana.me, review, third).wins] == ["day 2"]
    reviews.finish(ana.me, review, third, NOON + 3 * DAY)
    assert [one.what for one in agenda_of(ana.me, review, sixth).wins] == ["day 2"]
    following = reviews.begin(ana.me, sixth, NOON + 6 * DAY)
    assert [one.what for one in agenda_of(ana.me, following, sixth).wins] == ["day 5"]


def test_the_first_one_looks_back_as_far_as_the_plan_says(ana):
    ana.sends(win("in it", at=NOON - 10 * DAY), win("long ago", at=NOON - 20 * DAY))
    set_review_schedule(ana.me, ReviewSchedule(every=2))
    agenda = agenda_of(ana.me, reviews.begin(ana.me, TODAY, NOON), TODAY)
    assert [one.what for one in agenda.wins] == ["in it"]


def test_begun_twice_it_is_one(ana):
    assert reviews.begin(ana.me, TODAY, NOON) == reviews.begin(ana.me, TODAY, NOON + 1)
    [_], more = reviews_page(ana.me)
    assert not more


def test_an_obstacle_returns_until_it_is_settled(ana):
    first = reviews.begin(ana.me, TODAY, NOON)
    obstacle = name_obstacle(ana.me, first, "No test machine", NOON)
    reviews.finish(ana.me, first, TODAY, NOON)
    second = reviews.begin(ana.me, TODAY, NOON + DAY)
    assert [one.id for one in agenda_of(ana.me, second, TODAY).obstacles] == [obstacle]
    settle_obstacle(ana.me, obstacle, "Got one", second, NOON + DAY)
    reviews.finish(ana.me, second, TODAY, NOON + DAY)
    third = reviews.begin(ana.me, TODAY, NOON + 2 * DAY)
    assert agenda_of(ana.me, third, TODAY).obstacles == ()
    assert [one.outcome for one in agenda_of(ana.me, second, TODAY).obstacles] == ["Got one"]


def test_a_finished_review_keeps_the_obstacles_that_were_open(ana):
    first = reviews.begin(ana.me, TODAY, NOON)
    obstacle = name_obstacle(ana.me, first, "No test machine", NOON)
    reviews.finish(ana.me, first, TODAY, NOON)
    second = held(ana, later=1)
    assert [one.id for one in agenda_of(ana.me, second, TODAY).obstacles] == [obstacle]
    third = reviews.begin(ana.me, TODAY.replace(day=29), NOON + 7 * DAY)
    name_obstacle(ana.me, third, "Too little time", NOON + 7 * DAY)
    settle_obstacle(ana.me, obstacle, "Got one", third, NOON + 7 * DAY)
    assert [one.outcome for one in agenda_of(ana.me, second, TODAY).obstacles] == ["Got one"]


def test_settling_twice_in_two_tabs_is_a_conflict(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    obstacle = name_obstacle(ana.me, review, "No test machine", NOON)
    settle_obstacle(ana.me, obstacle, "Got one", review, NOON)
    with pytest.raises(Conflict):
        settle_obstacle(ana.me, obstacle, "Lent one", review, NOON)
    reopen_obstacle(ana.me, obstacle)
    settle_obstacle(ana.me, obstacle, "Lent one", review, NOON)


def test_a_heap_of_obstacles_is_refused(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    for number in range(MOST_OPEN):
        name_obstacle(ana.me, review, f"o{number}", NOON)
    with pytest.raises(Invalid):
        name_obstacle(ana.me, review, "one more", NOON)


def test_open_goals_return_and_those_chosen_are_kept(ana):
    one, other = (draft_goal(ana.me, Plan(statement=words), NOON) for words in ("A", "B"))
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.choose_goals(ana.me, review, [one])
    assert {g.id: g.chosen for g in agenda_of(ana.me, review, TODAY).goals} == {
        one: True,
        other: False,
    }
    reviews.finish(ana.me, review, TODAY, NOON)
    assert [g.id for g in agenda_of(ana.me, review, TODAY).goals] == [one]


def test_anothers_goal_cannot_be_chosen(ana, ben):
    theirs = draft_goal(ben.me, Plan(statement="Ben's"), NOON)
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.choose_goals(ana.me, review, [theirs])
    reviews.finish(ana.me, review, TODAY, NOON)
    assert agenda_of(ana.me, review, TODAY).goals == ()


def test_what_was_noted_is_kept(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.note(ana.me, review, progress="Asked first")
    reviews.note(ana.me, review, plans="Less at once")
    stored = agenda_of(ana.me, review, TODAY).review
    assert (stored.progress, stored.plans) == ("Asked first", "Less at once")


def test_a_deleted_review_leaves_its_obstacles(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    obstacle = name_obstacle(ana.me, review, "No test machine", NOON)
    delete_review(ana.me, review, NOON)
    again = reviews.begin(ana.me, TODAY, NOON)
    assert [one.id for one in agenda_of(ana.me, again, TODAY).obstacles] == [obstacle]


def test_a_plan_is_kept_and_changed(ana):
    assert review_schedule_of(ana.me) == ReviewSchedule()
    for plan in (ReviewSchedule(weekday=0, minutes=30), ReviewSchedule(every=4)):
        set_review_schedule(ana.me, plan)
        assert review_schedule_of(ana.me) == plan


def test_what_is_anothers_is_not_there(ana, ben):
    review = reviews.begin(ana.me, TODAY, NOON)
    obstacle = name_obstacle(ana.me, review, "No test machine", NOON)
    for attempt in (
        lambda: agenda_of(ben.me, review, TODAY),
        lambda: reviews.note(ben.me, review, progress="x"),
        lambda: reviews.finish(ben.me, review, TODAY, NOON),
        lambda: delete_review(ben.me, review, NOON),
        lambda: name_obstacle(ben.me, review, "x", NOON),
        lambda: settle_obstacle(ben.me, obstacle, "", review, NOON),
        lambda: delete_obstacle(ben.me, obstacle, NOON),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_each_change_draws_pages_again(ana):
    rev = ana.me.rev
    review = reviews.begin(ana.me, TODAY, NOON)
    reviews.finish(ana.me, review, TODAY, NOON)
    assert ana.me.rev == rev + 2


def test_a_review_names_a_hundred_obstacles_and_no_more(ana):
    review = reviews.begin(ana.me, TODAY, NOON)
    for number in range(MOST_OF_REVIEW):
        settle_obstacle(ana.me, name_obstacle(ana.me, review, str(number), NOON), "", review, NOON)
    with pytest.raises(Invalid):
        name_obstacle(ana.me, review, "One more", NOON)
