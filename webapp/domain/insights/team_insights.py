"""What the Insights of a team say: its own goals, decisions, indicators, and the wins on its board.

Nothing here reads check-ins, and nothing names a person. Confidence comes from published windows
alone (domain/teams/confidence.py).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.insights import adjustments
from webapp.domain.insights.adjustments import FoundAdjustment, ShownAdjustment
from webapp.domain.insights.clock import Clock
from webapp.domain.insights.completion_rate import (
    CompletionRates,
    GoalFacts,
    completion_rates_of,
    goal_facts,
)
from webapp.domain.insights.quality import Quality, quality_of
from webapp.domain.insights.team_adjustments import find_for_team, past_of_team
from webapp.domain.insights.time_to_decision import DecisionTimes, decision_times_of
from webapp.domain.recognition.proportions import TeamFindings, findings_of_team
from webapp.rules.insights.patterns import Patterns, find_patterns
from webapp.rules.insights.pitfalls import (
    FoundPitfall,
    Rhythm,
    inconsistent,
    too_many_goals,
    without_outcome,
)
from webapp.rules.insights.wins import WinFacts
from webapp.rules.shared.calendars import Calendar
from webapp.rules.shared.ids import id_of_team
from webapp.rules.shared.moments import DAY, moment_in
from webapp.rules.shared.workdays import weekdays_in
from webapp.storage.teams.recent import recent_on_board

LOOK_BACK = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class TeamInsights:
    """Three measures, pitfalls and patterns; since: the first day of the patterns.

    wins: those on the board since then, newest day first, each under the id "PERSON/WIN". missed:
    goals that were not met. goals: statements by id. thanks: what is found in those that the team
    reads. last_review: the day of the last one that ended. adjustments, suggested: as in Insights.
    """

    today: date
    since: date
    wins: tuple[WinFacts, ...]
    completion_rates: CompletionRates
    next_due: date | None
    decision_times: tuple[DecisionTimes, ...]
    quality: tuple[Quality, ...]
    pitfalls: tuple[FoundPitfall, ...]
    patterns: Patterns
    goals: dict[str, str]
    missed: tuple[str, ...]
    thanks: TeamFindings
    last_review: date | None
    adjustments: tuple[ShownAdjustment, ...]
    suggested: bool

    @property
    def texts(self) -> dict[str, str]:
        """The words of wins by id."""
        return {win.id: win.what for win in self.wins}


def team_insights(
    acting: Acting, zone: str, now: int, *, has_not_risen: bool, is_archived: bool
) -> TeamInsights:
    """Return what may be said of a team's things to who looks at them in `zone`. now: ms.

    has_not_risen: what its published bands say, and nothing else about confidence. To a team that
    is archived nothing is suggested.
    """
    clock = _clock(acting, zone, now)
    today = clock.today
    since = today - LOOK_BACK + timedelta(days=1)
    goals = goal_facts(acting, clock)
    wins, since = _wins(acting, since)
    past = past_of_team(acting, now)
    thanks = findings_of_team(id_of_team(acting.owner), today)
    missed = tuple(goal for goal, _ in goals.missed(today))
    found: list[FoundAdjustment] = []
    if not is_archived:
        asks = {"has_not_risen": has_not_risen, "is_perfunctory": thanks.perfunctory}
        found = find_for_team(len(wins), missed, **asks)
    shown, suggested = adjustments.show(acting, found, past.showings, today, now)
    return TeamInsights(
        today,
        since,
        wins,
        completion_rates_of(goals, today),
        goals.next_due(today),
        decision_times_of(acting, clock),
        quality_of(acting, today),
        tuple(_pitfalls(acting, wins, goals, past.reviews, clock)),
        find_patterns(wins),
        goals.statements,
        missed,
        thanks,
        past.reviews[0].last if past.reviews else None,
        tuple(shown),
        suggested,
    )


def _clock(acting: Acting, zone: str, now: int) -> Clock:
    # A team has no days off of its own, and those of its members are theirs.
    today = moment_in(zone, now).day(acting.day_start)
    return Clock(now, today, zone, acting.day_start, Calendar(weekdays_in(acting.workdays)), {})


def _wins(acting: Acting, since: date) -> tuple[tuple[WinFacts, ...], date]:
    """Return the wins on the board since a day, and that day: a later one where there are many."""
    begins = round(datetime.combine(since, time(), UTC).timestamp()) * 1000 - 2 * DAY
    rows, are_more = recent_on_board(id_of_team(acting.owner), since.isoformat(), begins)
    if are_more:  # of the day of the last one there may be others; all of later days are here
        since = max(since, date.fromisoformat(min(row[2] for row in rows)) + timedelta(days=1))
    wins = (_win(*row) for row in rows)
    return tuple(win for win in wins if win.day >= since), since


def _win(person: int, win: str, day: str, what: str, kind: str, objective: str) -> WinFacts:
    # Under an objective of the team is what "counted" means here: whether a win counts for its
    # owner is nobody else's to see.
    return WinFacts(
        f"{person}/{win}",
        date.fromisoformat(day),
        what,
        kind,
        objectives=(objective,) if objective else (),
        counted=bool(objective),
    )


def _pitfalls(
    acting: Acting,
    wins: tuple[WinFacts, ...],
    goals: GoalFacts,
    reviews: tuple[Rhythm, ...],
    clock: Clock,
) -> list[FoundPitfall]:
    found = (
        without_outcome(wins, goals.active, clock.today),
        inconsistent(reviews, clock.calendar, clock.today),
        too_many_goals(goals.active, acting.goal_limit, clock.today),
    )
    return [one for one in found if one is not None]
