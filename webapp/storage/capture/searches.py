"""Searches among wins."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from peewee import SQL, Expression, ModelSelect, PostgresqlDatabase, fn

from webapp.rules.capture.fields import Visibility
from webapp.rules.capture.searches import Search
from webapp.rules.shared.ids import OwnerId
from webapp.rules.shared.moments import DAY
from webapp.storage.capture.wins import Win, WinLink, own_wins
from webapp.storage.engine.database import database
from webapp.storage.engine.lists import is_listed


def wins_found(owner: OwnerId, search: Search) -> "ModelSelect[Win]":
    """Return the wins of a person that match the search, newest first."""
    conditions = [
        *_properties(search),
        *_objective(owner, search),
        *_days(search),
        *_words(search),
    ]
    return own_wins(owner).where(*conditions) if conditions else own_wins(owner)


def count_up_to(wins: "ModelSelect[Win]", most: int) -> int:
    """Return the number of `wins`, or `most` if there are that many or more."""
    return int(wins.select(Win.day).order_by().limit(most).count())


def wins_by_day(owner: OwnerId, since: str, search: Search) -> Iterable[tuple[str, int]]:
    """Yield (day, number) of the person's wins since an ISO day that match the search.

    Its words, days and objective are ignored. The index has the rest, except for visibility.
    """
    wins: Any = Win.select(Win.day, fn.COUNT(SQL("1"))).group_by(Win.day).tuples()
    days: Iterable[tuple[str, int]] = wins.where(
        Win.person == owner, Win.day >= since, *_properties(search)
    )
    return days


def position(text: str) -> Any:
    """Return where `text` begins in the folded words of a win, counted from 1; 0: nowhere."""
    # Not LIKE, in which percent signs and underscores are wildcards.
    within = fn.strpos if isinstance(database.obj, PostgresqlDatabase) else fn.instr
    return within(Win.folded, text)


def _properties(search: Search) -> list[Expression]:
    pairs = [(Win.kind, search.kind), (Win.area, search.area)]
    conditions = [column == value for column, value in pairs if value]
    if search.visibility:
        conditions.append(_seen_by(search.visibility))
    if search.counted:
        conditions.append(Win.counted == (search.counted == "yes"))
    return conditions


def _seen_by(visibility: str) -> Expression:
    # A win that is on no board is private, whatever it said before it could name a team (R31).
    if visibility == Visibility.PRIVATE:
        return (Win.visibility == visibility) | Win.team.is_null()
    return (Win.visibility == visibility) & Win.team.is_null(False)


def _objective(owner: OwnerId, search: Search) -> list[Expression]:
    if not search.objective:
        return []
    linked = WinLink.select(WinLink.win).where(
        WinLink.person == owner,
        WinLink.kind == "objective",
        WinLink.target == search.objective,
    )
    return [is_listed(Win.id, linked)]


def _days(search: Search) -> list[Expression]:
    # No zone is a day away from UTC, so `happened` can be bounded too: it has an index.
    conditions = []
    if search.first:
        conditions += [Win.day >= search.first, Win.happened >= _midnight(search.first) - DAY]
    if search.last:
        conditions += [Win.day <= search.last, Win.happened < _midnight(search.last) + 3 * DAY]
    return conditions


def _words(search: Search) -> list[Any]:
    return [position(word) > 0 for word in search.words]


def _midnight(day: str) -> int:
    return (
        round(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp())
        * 1000
    )
