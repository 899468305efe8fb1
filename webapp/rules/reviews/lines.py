"""Lines of a review: what people say in it, each in one line of its own (R35)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from webapp.rules.reviews.reviews import ReviewStep
from webapp.rules.shared import fields as of
from webapp.rules.shared.ids import parse_id
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.text import clean_text

MOST_LINES = 300  # of one review
MOST_OPEN = 50  # obstacles of one owner
FIELDS = frozenset({"review", "step", "what"})
NO_REVIEW = Problem(
    "review", N_("That review was deleted. Copy your words before you delete this.")
)
TOO_MANY_LINES = Problem("what", N_("A review has room for 300 lines."))
TOO_MANY_OPEN = Problem("what", N_("Fifty stand open. Settle some of them first."))
_STEP = of.choice(ReviewStep, N_("Say to which step of the review this belongs."))


@dataclass(frozen=True, slots=True)
class AddedLine:
    """One line of a review. review: its id; step: to which of its parts it belongs."""

    review: str
    step: ReviewStep
    what: str


def parse_line(fields: Mapping[str, Any], _received: int) -> AddedLine:
    """Return the line that `fields` (review, step, what) add to a review, or raise Invalid."""
    review = parse_id("review", fields.get("review"))
    step = ReviewStep(_STEP.check("step", fields.get("step")))
    return AddedLine(review, step, parse_words(fields.get("what", "")))


def parse_words(words: object) -> str:
    """Return the words of a line, or raise Invalid."""
    what = clean_text("what", words)
    if not what:
        raise Invalid(Problem("what", N_("Say it in a few words.")))
    return what


def joined_outcome(before: str, words: str) -> str:
    """Return how an obstacle was settled, as both say it who settled it at the same time."""
    if not words or words in before.split("\n"):
        return before
    return f"{before}\n{words}" if before else words
