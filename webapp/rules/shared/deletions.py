"""What can be deleted, and for how long a deletion can be undone."""

from enum import StrEnum

from webapp.rules.shared.moments import MINUTE

UNDO_TIME = 60 * MINUTE  # ms; long enough for a page that is left open during a meeting
OFFERED = 3  # deletions at once; each takes a line above the tabs


class DeletedKind(StrEnum):
    """The kinds of things that a person can delete by one tap."""

    WIN = "win"
    CHECK_IN = "check_in"
    DECISION = "decision"
    GOAL = "goal"
    OBJECTIVE = "objective"
    INDICATOR = "indicator"
    VALUE = "value"
    REVIEW = "review"
    OBSTACLE = "obstacle"
    PRESET = "preset"
    ABSENCE = "absence"
