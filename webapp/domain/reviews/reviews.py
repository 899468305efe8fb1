"""Reviews: a guided look back, alone for now (R35)."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.insights.recent import wins_from
from webapp.domain.reviews.obstacles import ObstacleRow, row_of
from webapp.domain.shared.changing import changing
from webapp.rules.goals.goals import MOST_OPEN
from webapp.rules.insights.wins import WinFacts
from webapp.rules.reviews.reviews import ReviewSchedule
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.problems import NotFound
from webapp.rules.shared.text import clean_text
from webapp.storage.account.deletions import Rows
from webapp.storage.goals.goals import Goal, goals_in, own_goals
from webapp.storage.reviews.obstacles import (
    obstacles_of_review,
    obstacles_open_at,
    open_obstacles,
)
from webapp.storage.reviews.reviews import (
    Review,
    ReviewGoal,
    ReviewPlan,
    goals_of_review,
    one_review,
    reviews_of,
)

PAGE = 30


@dataclass(frozen=True, slots=True)
class AgendaGoal:
    """A micro-goal in a review: due is an ISO day or None; chosen: this review continues it."""

    id: str
    statement: str
    state: str
    due: str | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a review covers: the wins since the last one, obstacles, micro-goals."""

    review: Review
    wins: tuple[WinFacts, ...]
    obstacles: tuple[ObstacleRow, ...]
    goals: tuple[AgendaGoal, ...]


def review_schedule_of(acting: Acting) -> ReviewSchedule:
    """Return when the person's reviews are held."""
    row: ReviewPlan | None = ReviewPlan.get_or_none(ReviewPlan.owner == acting.owner)
    return (
        ReviewSchedule(row.weekday, row.every, row.minutes, row.time) if row else ReviewSchedule()
    )


def set_review_schedule(acting: Acting, plan: ReviewSchedule) -> None:
    """Store when the person's reviews are held."""
    values = {
        "weekday": plan.weekday,
        "every": plan.every,
        "minutes": plan.minutes,
        "time": plan.time,
    }
    with changing(acting):
        ReviewPlan.insert(owner=acting.owner, **values).on_conflict(
            conflict_target=[ReviewPlan.owner], update=values
        ).execute()


def begin(acting: Acting, today: date, now: int) -> str:
    """Start a review (ms `now`) and return its id; an unfinished one is continued.

    It covers the wins since the day of the last one, or as far back as the schedule says.
    """
    with changing(acting):
        going_on = reviews_of(acting.owner).where(Review.finished.is_null()).first()
        if going_on:
            return str(going_on.id)
        plan = review_schedule_of(acting)
        last = reviews_of(acting.owner).first()
        since = last.day if last else (today - timedelta(weeks=plan.every)).isoformat()
        new = {"owner": acting.owner, "id": str(uuid.uuid4()), "started": now, "since": since}
        Review.insert(**new, day=today.isoformat(), minutes=plan.minutes).execute()
    return str(new["id"])


def review_of(acting: Acting, review_id: str) -> Review:
    """Return the person's own review with this id, or raise NotFound."""
    review: Review | None = one_review(acting.owner, review_id).first()
    if review is None:
        raise NotFound
    return review


def agenda_of(acting: Acting, review_id: str, today: date) -> Agenda:
    """Return what this review covers, or raise NotFound; one that goes on, the wins up to today."""
    review = review_of(acting, review_id)
    day = date.fromisoformat(review.day)
    until = day if review.finished else max(day, today)
    wins = wins_from(acting, date.fromisoformat(review.since), until)
    return Agenda(review, tuple(wins), _obstacles(acting, review), _goals(acting, review))


def reviews_page(acting: Acting, after: tuple[int, str] | None = None) -> tuple[list[Review], bool]:
    """Return a page of the person's reviews, newest first, and whether there are more.

    after: (started, id) of the last one on the page before.
    """
    page: list[Review] = list(reviews_of(acting.owner, after).limit(PAGE + 1))
    return page[:PAGE], len(page) > PAGE


def note(acting: Acting, review_id: str, **words: object) -> None:
    """Store what was noted; words: `progress` or `plans`. Invalid, NotFound."""
    cleaned = {field: clean_text(field, value) for field, value in words.items()}
    with changing(acting):
        review_of(acting, review_id)
        if cleaned:
            _execute(acting, review_id, Review.update(**cleaned))


def choose_goals(acting: Acting, review_id: str, goals: Sequence[str]) -> None:
    """Store which of the person's micro-goals this review continues or created; NotFound."""
    with changing(acting):
        review_of(acting, review_id)
        own = own_goals(acting.owner).where(Goal.id.in_(list(goals))).limit(MOST_OPEN)
        chosen = ReviewGoal.delete().where(
            ReviewGoal.owner == acting.owner, ReviewGoal.review == review_id
        )
        chosen.execute()
        for goal in own:
            ReviewGoal.create(owner=acting.owner, review=review_id, goal=goal.id)


def add_goal(acting: Acting, review_id: str, goal_id: str) -> None:
    """Store that the micro-goal was created in this review; NotFound."""
    with changing(acting):
        review_of(acting, review_id)
        ReviewGoal.insert(
            owner=acting.owner, review=review_id, goal=goal_id
        ).on_conflict_ignore().execute()


def finish(acting: Acting, review_id: str, today: date, now: int) -> None:
    """Finish a review at `now` (ms), unless it is finished already; NotFound.

    Its day becomes `today`: it covers the wins up to it, and the next one goes on from there.
    """
    with changing(acting):
        review = review_of(acting, review_id)
        if review.finished is None:
            day = max(review.day, today.isoformat())
            _execute(acting, review_id, Review.update(finished=now, day=day))


def delete_review(acting: Acting, review_id: str, now: int) -> str:
    """Delete a review, or raise NotFound; obstacles and micro-goals stay.

    Returns the id of the deletion; now: ms.
    """

    def delete(rows: Rows) -> str:
        day: str = review_of(acting, review_id).day
        rows.delete(Review, Review.owner == acting.owner, Review.id == review_id)
        chosen = (ReviewGoal.owner == acting.owner, ReviewGoal.review == review_id)
        rows.delete(ReviewGoal, *chosen)
        return day

    return delete_once(acting, DeletedKind.REVIEW, review_id, now, delete)


def _execute(acting: Acting, review_id: str, change) -> None:  # type: ignore[no-untyped-def]
    change.where(Review.owner == acting.owner, Review.id == review_id).execute()


def _obstacles(acting: Acting, review: Review) -> tuple[ObstacleRow, ...]:
    # Besides those that it named or settled: all that are open, or were open when it was finished.
    own = list(obstacles_of_review(acting.owner, review.id))
    known = {row.id for row in own}
    still_open = (
        open_obstacles(acting.owner)
        if review.finished is None
        else obstacles_open_at(acting.owner, review.finished)
    )
    rows = [*(row for row in still_open if row.id not in known), *own]
    return tuple(row_of(row, review.id) for row in rows)


def _goals(acting: Acting, review: Review) -> tuple[AgendaGoal, ...]:
    chosen = [row.goal for row in goals_of_review(acting.owner, review.id).limit(MOST_OPEN)]
    shown = own_goals(acting.owner).where(Goal.id.in_(chosen))
    if review.finished is None:
        shown = goals_in(acting.owner, "active", "draft").limit(PAGE)
    return tuple(
        AgendaGoal(goal.id, goal.statement, goal.state, goal.due, goal.id in chosen)
        for goal in shown
    )
