"""Lines of a review: added by entries, changed by several people, obstacles that return (R35)."""

import uuid

import pytest

from tests.domain.insights.test_confidence import TODAY
from tests.support.make import DAY, HOUR, NOON, Someone, line
from webapp.domain.goals.goals import delete_goal
from webapp.domain.outbox.deletions import undo_deletion
from webapp.domain.reviews import reviews
from webapp.domain.reviews.agendas import agenda_of
from webapp.domain.reviews.lines import delete_line, edit_line, line_of
from webapp.domain.reviews.obstacles import (
    give_back_obstacle,
    make_goal,
    reopen_obstacle,
    settle_obstacle,
    take_obstacle,
)
from webapp.rules.reviews.lines import MOST_LINES, MOST_OPEN, NO_REVIEW, TOO_MANY_OPEN
from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared.problems import NotFound
from webapp.storage.goals.goals import Goal
from webapp.storage.reviews.lines import ReviewLine


@pytest.fixture
def review(ana: Someone) -> str:
    return reviews.begin(ana.me, TODAY, NOON)


@pytest.fixture
def obstacle(ana: Someone, review: str) -> str:
    return added(ana, review)


def added(someone: Someone, review: str, what: str = "No test machine", **more: object) -> str:
    """Add a line and return its id."""
    sent = line(review, what, **more)
    assert outcomes(someone, sent) == ["stored"]
    return str(sent["id"])


def outcomes(someone: Someone, *sent: dict[str, object], now: int = NOON) -> list[str]:
    return [one.outcome.value for one in someone.sends(*sent, now=now).verdicts]


def obstacles(someone: Someone, review: str, now: int = NOON) -> list[str]:
    return [one.what for one in agenda_of(someone.me, review, TODAY, now).obstacles]


def test_a_line_that_comes_again_is_there_once(ana, review):
    sent = line(review, "Asked first", "progress")
    assert [*outcomes(ana, sent), *outcomes(ana, sent)] == ["stored", "seen"]
    assert [one.what for one in ReviewLine.select()] == ["Asked first"]


def test_fifty_lines_at_once_are_all_there_in_their_order(ana, review):
    sent = [line(review, f"{n}", "progress", at=NOON + n) for n in range(50)]
    assert outcomes(ana, *sent) == ["stored"] * 50
    said = agenda_of(ana.me, review, TODAY, NOON).said("progress")
    assert [one.what for one in said] == [f"{n}" for n in range(50)]


def test_a_line_that_comes_after_the_end_is_in_the_review(ana, review):
    reviews.finish(ana.me, review, TODAY, NOON)
    late = line(review, "Said offline", "next", at=NOON - 1)
    obstacle = line(review, "Also offline", at=NOON + HOUR)
    assert outcomes(ana, late, obstacle, now=NOON + 2 * DAY) == ["stored"] * 2
    agenda = agenda_of(ana.me, review, TODAY, NOON + 2 * DAY)
    assert [one.what for one in (*agenda.lines, *agenda.obstacles)] == [
        "Said offline",
        "Also offline",
    ]


@pytest.mark.parametrize("at", [1, NOON + 400 * DAY])
def test_a_line_from_a_phone_whose_clock_is_wrong_is_of_its_arrival(ana, review, at):
    ana.sends(line(review, "Asked first", "progress", at=at), now=NOON + HOUR)
    assert ReviewLine.get().at == NOON + HOUR


def test_a_line_for_a_review_that_is_gone_is_refused_and_says_so(ana, ben, review):
    reviews.delete_review(ana.me, review, NOON)
    for someone in (ana, ben):
        [verdict] = someone.sends(line(review)).verdicts
        assert verdict.problems == (NO_REVIEW,)


def test_there_is_an_end_to_open_obstacles_and_to_lines(ana, review):
    sent = [line(review, f"o{n}") for n in range(MOST_OPEN)]
    assert set(outcomes(ana, *sent)) == {"stored"}
    [verdict] = ana.sends(line(review, "one more")).verdicts
    assert verdict.problems == (TOO_MANY_OPEN,)
    said = [line(review, f"{n}", "next") for n in range(MOST_LINES - MOST_OPEN + 1)]
    assert outcomes(ana, *said).count("refused") == 1
    assert outcomes(ana, sent[0]) == ["seen"]


def test_two_who_change_a_line_lose_no_text(ana, obstacle):
    assert edit_line(ana.me, obstacle, "No machine for tests", 1) is None
    other = edit_line(ana.me, obstacle, "Nobody has a machine", 1)
    assert (other.what, other.revision) == ("No machine for tests", 2)
    assert line_of(ana.me, obstacle).what == "No machine for tests"
    assert edit_line(ana.me, obstacle, "Nobody has a machine for tests", 2) is None


def test_the_same_change_twice_is_no_conflict(ana, obstacle):
    assert [edit_line(ana.me, obstacle, "No machine", 1) for _ in range(2)] == [None, None]


def test_a_deleted_line_comes_back(ana, review, obstacle):
    deletion = delete_line(ana.me, obstacle, NOON)
    assert obstacles(ana, review) == []
    undo_deletion(ana.me, deletion, NOON)
    assert obstacles(ana, review) == ["No test machine"]


def test_an_obstacle_returns_until_it_is_settled(ana, review, obstacle):
    reviews.finish(ana.me, review, TODAY, NOON)
    second = reviews.begin(ana.me, TODAY, NOON + DAY)
    assert obstacles(ana, second) == ["No test machine"]
    settle_obstacle(ana.me, obstacle, "Got one", second, NOON + DAY)
    reviews.finish(ana.me, second, TODAY, NOON + DAY)
    third = reviews.begin(ana.me, TODAY, NOON + 2 * DAY)
    assert obstacles(ana, third) == []
    [of_second] = agenda_of(ana.me, second, TODAY, NOON + 2 * DAY).obstacles
    assert (of_second.outcome, of_second.returns) == ("Got one", True)


def test_a_finished_review_keeps_the_obstacles_that_were_open(ana, review, obstacle):
    reviews.finish(ana.me, review, TODAY, NOON)
    second = reviews.begin(ana.me, TODAY, NOON + DAY)
    reviews.finish(ana.me, second, TODAY, NOON + DAY)
    third = reviews.begin(ana.me, TODAY, NOON + 7 * DAY)
    ana.sends(line(third, "Too little time", at=NOON + 7 * DAY), now=NOON + 7 * DAY)
    settle_obstacle(ana.me, obstacle, "Got one", third, NOON + 7 * DAY)
    [one] = agenda_of(ana.me, second, TODAY, NOON + 8 * DAY).obstacles
    assert (one.id, one.outcome) == (obstacle, "Got one")


def test_settled_on_two_phones_both_ways_are_kept(ana, review, obstacle):
    for later, how in enumerate(("Got one", "Lent one", "Got one", "")):
        settle_obstacle(ana.me, obstacle, how, review, NOON + later)
    stored = line_of(ana.me, obstacle)
    assert (stored.settled, stored.outcome) == (NOON, "Got one\nLent one")


def test_how_it_was_settled_is_offered_when_it_is_open_again(ana, review, obstacle):
    settle_obstacle(ana.me, obstacle, "Got one", review, NOON)
    reopen_obstacle(ana.me, obstacle, review)
    settle_obstacle(ana.me, obstacle, "", review, NOON + 1)
    stored = line_of(ana.me, obstacle)
    assert (stored.settled, stored.outcome) == (NOON + 1, "Got one")


def test_an_obstacle_is_taken_and_given_back(ana, review, obstacle):
    take_obstacle(ana.me, obstacle, review)
    assert line_of(ana.me, obstacle).holder == ana.id
    give_back_obstacle(ana.me, obstacle, review)
    assert line_of(ana.me, obstacle).holder is None


def test_a_line_becomes_a_goal_once(ana, review):
    said = added(ana, review, "Send the update", step="next")
    goals = {make_goal(ana.me, said, review, NOON) for _ in range(2)}
    assert [(one.id, one.statement) for one in Goal.select()] == [(*goals, "Send the update")]
    assert [g.chosen for g in agenda_of(ana.me, review, TODAY, NOON).goals] == [True]


def test_a_goal_that_was_deleted_can_be_made_again(ana, review):
    said = added(ana, review, "Send the update", step="next")
    delete_goal(ana.me, make_goal(ana.me, said, review, NOON), NOON)
    make_goal(ana.me, said, review, NOON)
    assert Goal.select().count() == 1


@pytest.mark.parametrize("act", [settle_obstacle, take_obstacle, give_back_obstacle])
def test_only_an_obstacle_is_taken_or_settled(ana, review, act):
    said = added(ana, review, "Asked first", step="progress")
    with pytest.raises(NotFound):
        act(ana.me, said, *(("", review, NOON) if act is settle_obstacle else (review,)))


def test_what_is_anothers_is_not_there(ana, ben, review, obstacle):
    bens = reviews.begin(ben.me, TODAY, NOON)
    for attempt in (
        lambda: edit_line(ben.me, obstacle, "Mine", 1),
        lambda: delete_line(ben.me, obstacle, NOON),
        lambda: settle_obstacle(ben.me, obstacle, "", bens, NOON),
        lambda: reopen_obstacle(ben.me, obstacle, bens),
        lambda: take_obstacle(ben.me, obstacle, bens),
        lambda: make_goal(ben.me, obstacle, bens, NOON),
    ):
        with pytest.raises(NotFound):
            attempt()


@pytest.mark.parametrize("other", ["a review that never was", "of Ben"])
def test_nothing_is_done_in_a_review_that_is_not_there(ana, ben, obstacle, other):
    there = reviews.begin(ben.me, TODAY, NOON) if other == "of Ben" else str(uuid.uuid4())
    for attempt in (
        lambda: settle_obstacle(ana.me, obstacle, "", there, NOON),
        lambda: reopen_obstacle(ana.me, obstacle, there),
        lambda: take_obstacle(ana.me, obstacle, there),
        lambda: give_back_obstacle(ana.me, obstacle, there),
        lambda: make_goal(ana.me, obstacle, there, NOON),
    ):
        with pytest.raises(NotFound):
            attempt()


def test_each_change_raises_the_rev_that_phones_ask_for(ana, review, obstacle):
    gone, seen = [], [reviews.review_of(ana.me, review).rev]
    for change in (
        lambda: added(ana, review, "More", step="next"),
        lambda: edit_line(ana.me, obstacle, "Other words", 1),
        lambda: take_obstacle(ana.me, obstacle, review),
        lambda: give_back_obstacle(ana.me, obstacle, review),
        lambda: settle_obstacle(ana.me, obstacle, "", review, NOON),
        lambda: reopen_obstacle(ana.me, obstacle, review),
        lambda: make_goal(ana.me, obstacle, review, NOON),
        lambda: reviews.say_done(ana.me, review, ReviewStep.NEXT, done=True),
        lambda: reviews.choose_goals(ana.me, review, []),
        lambda: reviews.go_on(ana.me, review, "progress", ReviewStep.NEXT, NOON),
        lambda: gone.append(delete_line(ana.me, obstacle, NOON)),
        lambda: undo_deletion(ana.me, gone[0], NOON),
    ):
        change()
        seen.append(reviews.review_of(ana.me, review).rev)
    assert seen == sorted(set(seen))
