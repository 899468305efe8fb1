"""Lessons of earlier wins, for a new goal in the same objective or area (R28)."""

from dataclasses import dataclass

from webapp.domain.account.acting import Acting
from webapp.domain.capture.wins import win_of
from webapp.domain.goals.goals import goal_of
from webapp.domain.shared.changing import changing
from webapp.rules.shared.moments import DAY
from webapp.storage.goals.lessons import LessonUse, wins_with_lessons

A_YEAR = 366 * DAY
AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was noted with a win; used: for the goal in question, as its owner said."""

    win: str
    what: str
    day: str
    worked: str
    improve: str
    used: bool


def lessons_for(
    acting: Acting, objectives: tuple[str, ...], area: str, now: int, goal_id: str = ""
) -> list[Lesson]:
    """Return the newest lessons of the last year in these objectives or this area, at most five.

    goal_id: the goal for which they are looked up, "" until it is stored. now: ms.
    """
    if not objectives and not area:
        return []
    wins = wins_with_lessons(acting.owner, objectives, area, now - A_YEAR, goal_id)
    return [
        Lesson(win.id, win.what, win.day, win.worked, win.improve, win.used is not None)
        for win in wins.limit(AT_MOST)
    ]


def use_lesson(acting: Acting, goal_id: str, win_id: str, now: int) -> None:
    """Store that the lesson of a win was used for a goal, or raise NotFound.

    A second time changes nothing.
    """
    with changing(acting):
        goal_of(acting, goal_id)
        win_of(acting, win_id)
        key = {"owner": acting.owner, "goal": goal_id, "win": win_id}
        LessonUse.insert(**key, at=now).on_conflict_ignore().execute()


def forget_lesson(acting: Acting, goal_id: str, win_id: str) -> None:
    """Delete that the lesson was used; NotFound: no such goal."""
    with changing(acting):
        goal_of(acting, goal_id)
        LessonUse.delete().where(
            LessonUse.owner == acting.owner, LessonUse.goal == goal_id, LessonUse.win == win_id
        ).execute()
