"""What a prompt is about, what becomes of it, and why one is not sent (R47)."""

import hashlib
from enum import StrEnum

from webapp.rules.shared.ids import OwnerId, id_of_team


class Kind(StrEnum):
    """The kinds of prompts; `what` of a prompt begins with one."""

    CHECK_IN = "check_in"
    CAPTURE = "capture"
    GOAL = "goal"  # "goal:ID", of a team "goal:ID:NUMBER"
    REVIEW = "review"  # one's own
    TEAM_REVIEW = "team_review"  # "team_review:NUMBER"
    SILENT = "silent"  # the one question after 14 silent days
    SNOOZE = "snooze"  # of a habit, for which the person asked
    NOW = "now"  # "now:push", "now:mail": "send me one now"


HABITS = frozenset((Kind.CHECK_IN, Kind.CAPTURE))
DATED = frozenset((Kind.GOAL, Kind.REVIEW, Kind.TEAM_REVIEW))
ASKED_FOR = frozenset((Kind.SNOOZE, Kind.NOW))


class Way(StrEnum):
    """How a person wants to be reminded."""

    PUSH = "push"
    MAIL = "mail"
    NONE = "none"


class State(StrEnum):
    """What became of a prompt."""

    WAITING = "waiting"
    SENT = "sent"
    SKIPPED = "skipped"


class Reason(StrEnum):
    """Why a prompt was not sent."""

    DONE = "done"  # or answered "Later" today
    GONE = "gone"  # the goal, the review or the team is no more, or is no longer planned then
    OFF = "off"  # this kind is switched off, or all are
    PAUSED = "paused"
    AWAY = "away"  # a day off
    QUIET = "quiet"  # quiet hours last until it is too late
    LATE = "late"  # its time was over, or a habit would come after 18:00
    NEAR = "near"  # less than 8 h after the check-in before
    ELSEWHERE = "elsewhere"  # another habit is asked for that day
    TOGETHER = "together"  # in the message of another that is due within the hour
    ENOUGH = "enough"  # three others come that day
    SILENT = "silent"
    UNHEARD = "unheard"  # nobody was here since the last two, so that this one is not followed up
    SNOOZED = "snoozed"
    NOWHERE = "nowhere"  # there is no phone and no address to send it to
    FAILED = "failed"  # tried ten times


MOVED = "moved"  # planning has given it another time; it goes on waiting


def kind_of(what: str) -> Kind:
    """Return the kind of a prompt that is about `what`."""
    return Kind(what.partition(":")[0])


def what_of_goal(goal_id: str, team: int = 0) -> str:
    """Return the `what` of prompts for a goal that is due; team: whose it is, 0 for one's own."""
    return f"{Kind.GOAL}:{goal_id}:{team}" if team else f"{Kind.GOAL}:{goal_id}"


def what_of_team(number: int) -> str:
    """Return the `what` of prompts for the reviews of a team."""
    return f"{Kind.TEAM_REVIEW}:{number}"


def goal_in(what: str) -> tuple[str, int]:
    """Return the id of the goal that a prompt is about, and its team, 0 for one's own."""
    _, goal_id, *team = what.split(":")
    return goal_id, int(team[0]) if team else 0


def team_in(what: str) -> OwnerId:
    """Return the team whose review a prompt is about."""
    return id_of_team(int(what.partition(":")[2]))


def tag_of(person: int, what: str, day: str, number: int) -> str:
    """Return what a prompt is known by outside: 32 characters, the same whenever it is sent."""
    return hashlib.sha256(f"{person} {what} {day} {number}".encode()).hexdigest()[:32]


def is_of_team(what: str) -> bool:
    """Return whether what a prompt is about is a team's, so that others change it."""
    kind = kind_of(what)
    return kind is Kind.TEAM_REVIEW or (kind is Kind.GOAL and goal_in(what)[1] > 0)
