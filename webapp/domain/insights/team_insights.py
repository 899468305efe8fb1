"""What the Insights of a team say: its own goals, decisions, indicators, and the wins on its board.

Nothing here reads check-ins, and nothing names a person. Confidence comes from published windows
alone (domain/teams/confidence.py).
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.insights.clock import Clock
from webapp.domain.insights.completion_rate import (
    CompletionRates,
    GoalFacts,
    completion_rates_of,
    goal_facts,
)
from webapp.domain.insights.quality import Quality, quality_of
from webapp.domain.insights.time_to_decision import DecisionTimes, decision_times_of
from webapp.rules.insights.patterns import Patterns, find_patterns
from webapp.rules.insights.pitfalls import FoundPitfall, too_many_goals, without_outcome
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
    goals that were not met. goals: statements by id.
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

    @property
    def texts(self) -> dict[str, str]:
        """The words of wins by id."""
        return {win.id: win.what for win in self.wins}


def team_insights(acting: Acting, zone: str, now: int) -> TeamInsights:
    """Return what may be said of a team's things to who looks at them in `zone`. now: ms."""
    today = moment_in(zone, now).day(acting.day_start)
    clock = Clock(now, today, zone, acting.day_start, Calendar(weekdays_in(acting.workdays)), {})
    since = today - LOOK_BACK + timedelta(days=1)
    goals = goal_facts(acting, clock)
    wins = _wins(acting, since)
    return TeamInsights(
        today,
        since,
        wins,
        completion_rates_of(goals, today),
        goals.next_due(today),
        decision_times_of(acting, clock),
        quality_of(acting, today),
        tuple(_pitfalls(acting, wins, goals, today)),
        find_patterns(wins),
        goals.statements,
        tuple(goal for goal, _ in goals.missed(today)),
    )


def _wins(acting: Acting, since: date) -> tuple[WinFacts, ...]:
    # Under an objective of the team is what "counted" means here: whether a win counts for its
    # owner is nobody else's to see.
    begins = round(datetime.combine(since, time(), UTC).timestamp()) * 1000 - 2 * DAY
    rows = recent_on_board(id_of_team(acting.owner), since.isoformat(), begins)
    return tuple(
        WinFacts(
            f"{person}/{win}",
            date.fromisoformat(day),
            what,
            kind,
            objectives=(objective,) if objective else (),
            counted=bool(objective),
        )
        for person, win, day, what, kind, objective in rows
    )


def _pitfalls(
    acting: Acting, wins: tuple[WinFacts, ...], goals: GoalFacts, today: date
) -> list[FoundPitfall]:
    found = (
        without_outcome(wins, goals.active, today),
        too_many_goals(goals.active, acting.goal_limit, today),
    )
    return [one for one in found if one is not None]
