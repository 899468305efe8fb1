"""What is usual for a person: between which ratings most of their answers lay (R10, R38)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from webapp.rules.insights.trends import EARLY
from webapp.rules.insights.weeks import (
    Answer,
    current_scale,
    judged_weeks,
    week_of,
    weekly_means,
)

ONE_IN = 10  # answers may lie below the range, and one in as many above it


@dataclass(frozen=True, slots=True)
class Usual:
    """The range, both ends included; on the scale of 0-10."""

    low: int
    high: int


def usual_range(answers: Sequence[Answer], today: date) -> Usual | None:
    """Return the range of these answers (any order), or None while too little is known.

    It is made of the judged weeks, of which four are needed, as for a trend, and nine answers in
    them. Of n answers from one distribution the next one is smaller than the k-th smallest in at
    most k of n + 1 cases, and so at the other end.
    Source: Wilks (1941), Annals of Mathematical Statistics 12.
    """
    scale_id = current_scale(answers)
    weeks = {mean.week for mean in judged_weeks(weekly_means(answers, scale_id, today))}
    values = sorted(
        answer.value
        for answer in answers
        if answer.scale_id == scale_id and week_of(answer.day) in weeks
    )
    outside = (len(values) + 1) // ONE_IN
    if len(weeks) < EARLY or not outside:
        return None
    return Usual(values[outside - 1], values[-outside])
