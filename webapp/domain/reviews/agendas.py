"""What a review covers: the wins since the last one, obstacles, micro-goals, lines (R35)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.insights.recent import wins_from
from webapp.domain.reviews.lines import LineRow, rows_of
from webapp.domain.reviews.reviews import PAGE, review_of
from webapp.rules.reviews.reviews import LEFT_OPEN, ReviewStep, ended_at
from webapp.rules.shared.ids import OwnerId
from webapp.rules.shared.problems import NotFound
from webapp.storage.goals.goals import Goal, goals_in
from webapp.storage.reviews.goals import goals_listed
from webapp.storage.reviews.lines import lines_of, returning_obstacles
from webapp.storage.reviews.reviews import Review
from webapp.storage.reviews.ticks import ticks_of
from webapp.storage.teams.boards import newest_between
from webapp.storage.teams.memberships import mates_of

SHOWN = 60  # wins


@dataclass(frozen=True, slots=True)
class AgendaWin:
    """A win in a review. day: ISO; person: the number of its owner; impact: "" for none."""

    id: str
    day: str
    what: str
    person: int
    impact: str
    counted: bool


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
    """What a review covers, or of it what one of its steps shows.

    step: which one, None for all of it. ended: ms, None while it goes on. wins: the newest; total:
    how many there are, 1,000 at most. lines: what was said on progress and on what comes next.
    done: the numbers of those who are done with the step that is shown.
    """

    review: Review
    step: ReviewStep | None
    ended: int | None
    wins: tuple[AgendaWin, ...]
    total: int
    lines: tuple[LineRow, ...]
    obstacles: tuple[LineRow, ...]
    goals: tuple[AgendaGoal, ...]
    done: tuple[int, ...]

    @property
    def can_go_on(self) -> bool:
        """Whether somebody has ended it who may have done so by accident."""
        started, finished = self.review.started, self.review.finished
        return finished is not None and finished < started + LEFT_OPEN

    def said(self, step: str) -> list[LineRow]:
        """Return the lines of one step."""
        return [line for line in self.lines if line.step == step]

    @property
    def wanted(self) -> list[LineRow]:
        """The lines on what comes next, but for those that are among its micro-goals by now."""
        its = {goal.id for goal in self.goals if goal.chosen}
        return [line for line in self.said(ReviewStep.NEXT) if line.goal not in its]


def agenda_of(acting: Acting, review_id: str, today: date, now: int) -> Agenda:
    """Return all that this review covers, or raise NotFound.

    Of one that goes on these are the wins up to today. now: ms.
    """
    return _agenda(acting, review_of(acting, review_id), today, now, None)


def agenda_of_step(acting: Acting, review_id: str, step: str, today: date, now: int) -> Agenda:
    """Return what one step of this review shows; NotFound: there is no such review, or step.

    step: "" for where those are who follow it. now: ms.
    """
    review = review_of(acting, review_id)
    if step not in ("", *ReviewStep):
        raise NotFound
    return _agenda(acting, review, today, now, ReviewStep(step or review.step))


def _agenda(
    acting: Acting, review: Review, today: date, now: int, step: ReviewStep | None
) -> Agenda:
    review_id = review.id
    ended = ended_at(review.started, review.finished, now)
    wins, total = _wins(acting, review, ended, today) if step in (None, "progress") else ((), 0)
    lines = rows_of(list(lines_of(acting.owner, review_id)), review_id)
    return Agenda(
        review=review,
        step=step,
        ended=ended,
        wins=tuple(wins),
        total=total,
        lines=tuple(line for line in lines if line.step != ReviewStep.OBSTACLES),
        obstacles=() if step == "next" else _obstacles(acting, review, ended, lines),
        goals=tuple(_goals(acting, review, ended)) if step in (None, "next") else (),
        done=tuple(ticks_of(acting.owner, review_id, step)) if step else (),
    )


def _obstacles(
    acting: Acting, review: Review, ended: int | None, lines: Sequence[LineRow]
) -> tuple[LineRow, ...]:
    # Besides those that it named: all that it found open.
    earlier = returning_obstacles(acting.owner, review.id, review.started, ended)
    own = [line for line in lines if line.step == ReviewStep.OBSTACLES]
    return (*rows_of(list(earlier), review.id), *own)


def _wins(
    acting: Acting, review: Review, ended: int | None, today: date
) -> tuple[Sequence[AgendaWin], int]:
    if acting.owner != acting.actor:
        return _wins_on_board(acting.owner, review, ended)
    day = date.fromisoformat(review.day)
    if ended is None:
        day = max(day, today)
    elif review.finished is None:  # it was left open
        day += timedelta(milliseconds=LEFT_OPEN)
    found = wins_from(acting, date.fromisoformat(review.since), day)
    shown = [
        AgendaWin(win.id, win.day.isoformat(), win.what, review.owner_id, "", win.counted)
        for win in found[:SHOWN]
    ]
    return shown, len(found)


def _wins_on_board(
    team: OwnerId, review: Review, ended: int | None
) -> tuple[Sequence[AgendaWin], int]:
    rows, total = newest_between(team, review.since_at, ended, SHOWN)
    shown = [
        AgendaWin(row.win, row.day, row.what, row.person_id, row.impact, counted=False)
        for row in rows
    ]
    return shown, total


def _goals(acting: Acting, review: Review, ended: int | None) -> list[AgendaGoal]:
    listed = list(goals_listed(acting.owner, review.id))
    ids = {goal.id for goal in listed}
    shown: list[Goal] = listed
    if ended is None:
        shown = list(goals_in(acting.owner, "active", "draft").limit(PAGE))
    return [
        AgendaGoal(goal.id, goal.statement, goal.state, goal.due, goal.id in ids) for goal in shown
    ]


def names_of_mates(acting: Acting) -> dict[int, str]:
    """Return the names of a team's members, and of those who were, by number; else none."""
    if acting.owner == acting.actor:
        return {}
    return {person: name for person, name, _ in mates_of(acting.owner)}
