"""Adjustments for a team: shown rarely, and answered by any member for all of them (R42).

Stored under the team's number; which member answered is written nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from webapp.domain.account.acting import Acting
from webapp.domain.insights.adjustments import FoundAdjustment
from webapp.rules.insights.pitfalls import REVIEW, Rhythm
from webapp.rules.insights.showings import Showing, showing_of
from webapp.rules.insights.team_adjustments import PerfunctoryInTeam, no_higher_band
from webapp.rules.reviews.reviews import LEFT_OPEN, ReviewSchedule
from webapp.storage.insights.adjustments import showings_and_review


@dataclass(frozen=True, slots=True)
class TeamPast:
    """What was suggested to a team before, and its reviews as a rhythm, once it held one."""

    showings: tuple[Showing, ...]
    reviews: tuple[Rhythm, ...]


def past_of_team(acting: Acting, now: int) -> TeamPast:
    """Return these at `now` (ms). Of check-ins nothing is read, nor of who logs how often."""
    rows = showings_and_review(acting.owner, now - LEFT_OPEN)
    held = [(date.fromisoformat(day), every) for rule, day, *_, every in rows if not rule and day]
    return TeamPast(
        tuple(showing_of(*row[:4]) for row in rows if row[0]),
        tuple(Rhythm(REVIEW, ReviewSchedule(every=n).working_days, day) for day, n in held),
    )


def find_for_team(
    wins: int, missed: Iterable[str], *, has_not_risen: bool, is_perfunctory: bool
) -> list[FoundAdjustment]:
    """Return what the two rules for teams find. wins: how many are on the board."""
    found = (
        no_higher_band(wins, missed, has_not_risen=has_not_risen),
        PerfunctoryInTeam() if is_perfunctory else None,
    )
    return [one for one in found if one is not None]
