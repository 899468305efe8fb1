"""Reviews: a guided look back, alone or as a team (R35)."""

import uuid
from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.reviews.endings import end_left_open
from webapp.domain.reviews.summaries import store_summaries, withdraw_summaries
from webapp.domain.shared.changing import changing
from webapp.rules.goals.goals import MOST_OPEN
from webapp.rules.reviews.reviews import LEFT_OPEN, ReviewStep, ended_at
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.ids import OwnerId
from webapp.rules.shared.moments import DAY
from webapp.rules.shared.problems import Conflict, NotFound
from webapp.storage.account.deletions import Rows
from webapp.storage.goals.goals import Goal, own_goals
from webapp.storage.reviews.lines import ReviewLine
from webapp.storage.reviews.reviews import (
    Review,
    ReviewGoal,
    change_review,
    newest_review,
    one_review,
    reviews_of,
    state_of,
)
from webapp.storage.reviews.ticks import ReviewTick, tick, untick

PAGE = 30


class ReviewState(NamedTuple):
    """What a phone that follows a review is told. rev: raised with each change in it."""

    rev: int
    has_ended: bool


def begin(acting: Acting, today: date, now: int, *, every: int = 1, minutes: int = 15) -> str:
    """Start a review (ms `now`) and return its id; one that goes on is continued.

    It covers the wins since the last one, or `every` weeks if there was none.
    """
    with changing(acting):
        end_left_open(acting.owner, now)
        last: Review | None = reviews_of(acting.owner).first()
        if last and last.finished is None:
            return str(last.id)
        new = {"owner": acting.owner, "id": str(uuid.uuid4()), "started": now, "minutes": minutes}
        since = _since(last, today, now, timedelta(weeks=every))
        Review.insert(**new, day=today.isoformat(), **since).execute()
    return str(new["id"])


def _since(last: Review | None, today: date, now: int, span: timedelta) -> dict[str, object]:
    if last:
        return {"since": last.day, "since_at": last.finished}
    return {"since": (today - span).isoformat(), "since_at": now - span.days * DAY}


def review_of(acting: Acting, review_id: str) -> Review:
    """Return the owner's review with this id, or raise NotFound."""
    review: Review | None = one_review(acting.owner, review_id).first()
    if review is None:
        raise NotFound
    return review


def state_of_review(owner: OwnerId, review_id: str, now: int) -> ReviewState | None:
    """Return what has become of an owner's review at `now` (ms) by one read; None: it is gone."""
    for rev, started, finished in state_of(owner=owner, review=review_id):
        return ReviewState(rev, ended_at(started, finished, now) is not None)
    return None


def running_review(owner: OwnerId, now: int) -> str:
    """Return the id of the review that an owner holds at `now` (ms), "" for none."""
    for review, started, finished in newest_review(owner=owner):
        return str(review) if ended_at(started, finished, now) is None else ""
    return ""


def reviews_page(acting: Acting, after: tuple[int, str] | None = None) -> tuple[list[Review], bool]:
    """Return a page of the owner's reviews, newest first, and whether there are more.

    after: (started, id) of the last one on the page before.
    """
    page: list[Review] = list(reviews_of(acting.owner, after).limit(PAGE + 1))
    return page[:PAGE], len(page) > PAGE


def go_on(acting: Acting, review_id: str, seen: str, step: ReviewStep, now: int) -> None:
    """Let all who follow a review go on, or back, to a step; NotFound.

    seen: the step at which the person saw it. If it is at another one by now, or has ended, nothing
    changes: of two people who go on at the same time, the second does not skip a step.
    """
    with changing(acting):
        review = review_of(acting, review_id)
        if review.step == seen and ended_at(review.started, review.finished, now) is None:
            change_review(acting.owner, review_id, step=step)


def choose_goals(
    acting: Acting, review_id: str, goals: Collection[str], before: Collection[str] = ()
) -> None:
    """Store which of the owner's micro-goals this review continues or created; NotFound.

    before: those that were chosen on the page that says so. What others chose meanwhile stays.
    """
    with changing(acting):
        review_of(acting, review_id)
        own = own_goals(acting.owner).where(Goal.id.in_(list(goals))).limit(MOST_OPEN)
        its = (ReviewGoal.owner == acting.owner, ReviewGoal.review == review_id)
        gone = [goal for goal in before if goal not in goals]
        ReviewGoal.delete().where(*its, ReviewGoal.goal.in_(gone)).execute()
        for goal in own:
            row = {"owner": acting.owner, "review": review_id, "goal": goal.id}
            ReviewGoal.insert(row).on_conflict_ignore().execute()
        change_review(acting.owner, review_id)


def say_done(acting: Acting, review_id: str, step: ReviewStep, *, done: bool) -> None:
    """Store that the person is done with a step, or is not; NotFound."""
    with changing(acting):
        review_of(acting, review_id)
        (tick if done else untick)(acting.owner, review_id, step, acting.actor)
        change_review(acting.owner, review_id)


def finish(acting: Acting, review_id: str, today: date, now: int) -> None:
    """Finish a review at `now` (ms), unless it has ended already; NotFound.

    Its day becomes `today`: it covers the wins up to it, and the next one goes on from there.
    """
    with changing(acting):
        review = review_of(acting, review_id)
        if ended_at(review.started, review.finished, now) is None:
            day = max(review.day, today.isoformat())
            change_review(acting.owner, review_id, finished=now, day=day)
            store_summaries(acting.owner, review_id, now, now)


def resume(acting: Acting, review_id: str, now: int) -> None:
    """Let a review go on that somebody has ended; NotFound.

    Conflict: it has ended by itself, or another one has begun since.
    """
    with changing(acting):
        review = review_of(acting, review_id)
        newest = reviews_of(acting.owner).first()
        if newest.id != review_id or now >= review.started + LEFT_OPEN:
            raise Conflict
        change_review(acting.owner, review_id, finished=None)
        withdraw_summaries(acting.owner, review_id)


def delete_review(acting: Acting, review_id: str, now: int) -> str:
    """Delete a review, or raise NotFound; obstacles and micro-goals stay.

    Returns the id of the deletion; now: ms.
    """

    def delete(rows: Rows) -> str:
        day: str = review_of(acting, review_id).day
        rows.delete(Review, Review.owner == acting.owner, Review.id == review_id)
        of_it = (ReviewLine.owner == acting.owner, ReviewLine.review == review_id)
        rows.delete(ReviewLine, *of_it, ReviewLine.step != ReviewStep.OBSTACLES)
        for model in (ReviewGoal, ReviewTick):
            rows.delete(model, model.owner == acting.owner, model.review == review_id)
        return day

    return delete_once(acting, DeletedKind.REVIEW, review_id, now, delete)
