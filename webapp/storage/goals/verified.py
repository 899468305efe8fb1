"""Which wins came of a goal that was met by its criteria."""

from typing import Any

from peewee import SQL, Expression, fn

from webapp.rules.shared.ids import OwnerId
from webapp.rules.shared.moments import DAY
from webapp.storage.capture.wins import LINK_COLUMNS, Win
from webapp.storage.goals.changes import CompletedOccurrence
from webapp.storage.goals.criteria import REMOVED, Criterion
from webapp.storage.goals.goals import Goal


def is_verified() -> Any:
    """Return an expression for whether a win names a goal that was met by its criteria.

    Of a goal that recurs, one of its occurrences was met within a day of the win.
    """
    criteria = Criterion.select(SQL("1")).where(
        Criterion.owner == Goal.owner, Criterion.goal == Goal.id, Criterion.place != REMOVED
    )
    named = (Goal.owner == Win.person, Goal.id == Win.goal, fn.EXISTS(criteria))
    met = (Goal.state == "met") | fn.EXISTS(_occurrences_around())
    return fn.EXISTS(Goal.select(SQL("1")).where(*named, met))


def _occurrences_around() -> Any:
    return CompletedOccurrence.select(SQL("1")).where(
        CompletedOccurrence.owner == Goal.owner,
        CompletedOccurrence.goal == Goal.id,
        CompletedOccurrence.at.between(Win.happened - DAY, Win.happened + DAY),
    )


def wins_with_verdict(owner: OwnerId, *where: Expression) -> list[Any]:
    """Return rows (LINK_COLUMNS, and is_verified as `met`) of those of a person's wins."""
    wins = Win.select(*LINK_COLUMNS, is_verified().alias("met"))
    return list(wins.where(Win.person == owner, *where).namedtuples())
