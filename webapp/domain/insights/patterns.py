"""What one's log is about: area, objective, kind, weekday; routines and next steps (R44)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from webapp.domain.account.acting import Acting
from webapp.domain.goals.dependencies import Need, stacks_of
from webapp.domain.insights.recent import wins_so_far
from webapp.domain.objectives.names import Names, names_of
from webapp.rules.goals.goals import MOST_OPEN
from webapp.rules.insights.patterns import NewRoutine, Patterns, find_patterns, routines, stackable
from webapp.rules.insights.wins import WinFacts
from webapp.storage.goals.dependencies import own_dependencies
from webapp.storage.goals.goals import Goal, goals_in, served_by

WINDOW = timedelta(weeks=12)
MOST_STACKABLE = 10


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open micro-goal and what it depends on."""

    id: str
    statement: str
    needs: tuple[Need, ...]

    @property
    def possible(self) -> bool:
        """Whether everything that it depends on is met."""
        return all(need.met for need in self.needs)


@dataclass(frozen=True, slots=True)
class LogPatterns:
    """The tallies of the last twelve weeks (from `first`), and what follows from single wins.

    names: objectives by id; stackable: wins whose next step nothing took up, newest first.
    """

    first: date
    tallies: Patterns
    names: dict[str, str]
    routines: tuple[NewRoutine, ...]
    waiting: tuple[Waiting, ...]
    stackable: tuple[WinFacts, ...]


def patterns_of(acting: Acting, today: date, unsaid: Collection[str]) -> LogPatterns:
    """Return the patterns; unsaid: words that the app fills in when a person gives none."""
    first = today - WINDOW + timedelta(days=1)
    wins = wins_so_far(acting, first, today)
    goals = list(goals_in(acting.owner, "active", "draft").limit(MOST_OPEN))
    names = names_of(acting)
    return LogPatterns(
        first,
        find_patterns(_with_served(acting, wins, names)),
        names.objectives,
        tuple(routines(wins, today, unsaid=unsaid)),
        tuple(_waiting(acting, goals)),
        tuple(_stackable(acting, wins, goals))[:MOST_STACKABLE],
    )


def _with_served(acting: Acting, wins: Sequence[WinFacts], names: Names) -> list[WinFacts]:
    """Return wins with the existing objectives that their micro-goals serve."""
    served: dict[str, list[str]] = {}
    ids = list({win.goal for win in wins if win.goal})
    for goal, objective, _ in served_by(acting.owner, ids) if ids else ():
        served.setdefault(goal, []).append(objective)
    return [
        replace(win, objectives=_known((*win.objectives, *served.get(win.goal or "", ())), names))
        for win in wins
    ]


def _known(objectives: tuple[str, ...], names: Names) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in objectives if one in names.objectives))


def _waiting(acting: Acting, goals: Sequence[Goal]) -> list[Waiting]:
    stacks = stacks_of(acting, [goal.id for goal in goals])
    return [
        Waiting(goal.id, goal.statement, tuple(stacks[goal.id].needs))
        for goal in goals
        if stacks[goal.id].needs
    ]


def _stackable(
    acting: Acting, wins: Sequence[WinFacts], goals: Sequence[Goal]
) -> Sequence[WinFacts]:
    taken_up = {link.needs for link in own_dependencies(acting.owner)}
    return stackable(wins, taken_up, [goal.statement for goal in goals])
