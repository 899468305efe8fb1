"""Obstacles: named in a review, and listed in each until they are settled (R35)."""

import uuid
from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.account.deletions import delete_once
from webapp.domain.shared.changing import changing
from webapp.rules.reviews.reviews import parse_obstacle
from webapp.rules.shared.deletions import DeletedKind
from webapp.rules.shared.problems import N_, Conflict, Invalid, NotFound, Problem
from webapp.rules.shared.text import clean_text
from webapp.storage.account.deletions import Rows
from webapp.storage.reviews.obstacles import (
    MOST_OF_REVIEW,
    Obstacle,
    obstacles_of_review,
    one_obstacle,
    open_obstacles,
)
from webapp.storage.reviews.reviews import one_review

MOST_OPEN = 50


@dataclass(frozen=True, slots=True)
class ObstacleRow:
    """One obstacle: opened, settled in ms; outcome: how it was settled; named: in this review."""

    id: str
    what: str
    opened: int
    settled: int | None
    outcome: str
    named: bool


def name_obstacle(acting: Acting, review_id: str, words: object, now: int) -> str:
    """Store an obstacle in a review of one's own and return its id.

    At most fifty can be open at once, and a hundred in one review. Invalid, NotFound.
    """
    what = parse_obstacle(words)
    with changing(acting):
        if not one_review(acting.owner, review_id).exists():
            raise NotFound
        if obstacles_of_review(acting.owner, review_id).count() >= MOST_OF_REVIEW:
            raise Invalid(Problem("what", N_("A review has room for a hundred obstacles.")))
        if open_obstacles(acting.owner).count() >= MOST_OPEN:
            raise Invalid(Problem("what", N_("Fifty stand open. Settle some of them first.")))
        obstacle_id = str(uuid.uuid4())
        Obstacle.create(owner=acting.owner, id=obstacle_id, what=what, review=review_id, opened=now)
    return obstacle_id


def settle_obstacle(
    acting: Acting, obstacle_id: str, outcome: object, review_id: str, now: int
) -> None:
    """Settle an obstacle; outcome: how, or "". Invalid, NotFound, Conflict: it is settled."""
    how = clean_text("outcome", outcome)
    with changing(acting):
        if obstacle_of(acting, obstacle_id).settled is not None:
            raise Conflict
        _change(acting, obstacle_id, settled=now, outcome=how, settled_in=review_id)


def reopen_obstacle(acting: Acting, obstacle_id: str) -> None:
    """Reopen an obstacle, or raise NotFound; how it was settled stays, for the next time."""
    with changing(acting):
        obstacle_of(acting, obstacle_id)
        _change(acting, obstacle_id, settled=None, settled_in="")


def delete_obstacle(acting: Acting, obstacle_id: str, now: int) -> str:
    """Delete an obstacle and return the id of the deletion, or raise NotFound; now: ms."""

    def delete(rows: Rows) -> str:
        what: str = obstacle_of(acting, obstacle_id).what
        rows.delete(Obstacle, Obstacle.owner == acting.owner, Obstacle.id == obstacle_id)
        return what

    return delete_once(acting, DeletedKind.OBSTACLE, obstacle_id, now, delete)


def obstacle_of(acting: Acting, obstacle_id: str) -> Obstacle:
    """Return the person's own obstacle with this id, or raise NotFound."""
    obstacle: Obstacle | None = one_obstacle(acting.owner, obstacle_id).first()
    if obstacle is None:
        raise NotFound
    return obstacle


def row_of(obstacle: Obstacle, review_id: str = "") -> ObstacleRow:
    """Return `obstacle` as lists show it; review_id: of the review that lists it."""
    return ObstacleRow(
        obstacle.id,
        obstacle.what,
        obstacle.opened,
        obstacle.settled,
        obstacle.outcome,
        obstacle.review == review_id,
    )


def _change(acting: Acting, obstacle_id: str, **columns: object) -> None:
    Obstacle.update(**columns).where(
        Obstacle.owner == acting.owner, Obstacle.id == obstacle_id
    ).execute()
