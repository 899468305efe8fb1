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
    CLOSURE = "closure"  # that a goal was parked, not met or given up, with its note
    OBJECTIVE = "objective"
    INDICATOR = "indicator"
    VALUE = "value"
    OLD_VALUE = "old_value"  # what another value of the same day replaced
    REVIEW = "review"
    LINE = "line"  # of a review
    PRESET = "preset"
    ABSENCE = "absence"
