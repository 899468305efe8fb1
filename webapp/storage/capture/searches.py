"""Finding wins."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any

from peewee import SQL, Expression, ModelSelect, PostgresqlDatabase, Value, fn

from webapp.rules.capture.fields import WIN_FIELDS
from webapp.rules.capture.searches import Search
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.moments import DAY
from webapp.storage.capture.wins import Win, WinLink, own_wins
from webapp.storage.engine.database import database

SEARCHED = tuple(getattr(Win, name) for name, field in WIN_FIELDS.items() if field.searched)


def wins_found(person: PersonId, search: Search) -> "ModelSelect[Win]":
    """The wins of a person that the search looks for, newest first."""
    conditions = [*_like(search), *_named(person, search), *_when(search), *_said(search)]
    return own_wins(person).where(*conditions) if conditions else own_wins(person)


def count_up_to(wins: "ModelSelect[Win]", most: int) -> int:
    """How many `wins` are, or `most` when they are that many or more."""
    return int(wins.select(Win.day).order_by().limit(most).count())


def wins_by_day(person: PersonId, since: str, search: Search) -> Iterable[tuple[str, int]]:
    """(day, how many) of the person's wins since an ISO day, of what they have in common.

    The index has it all, unless they are to be as visible as each other.
    """
    wins: Any = Win.select(Win.day, fn.COUNT(SQL("1"))).group_by(Win.day).tuples()
    days: Iterable[tuple[str, int]] = wins.where(
        Win.person == person, Win.day >= since, *_like(search)
    )
    return days


def _like(search: Search) -> list[Expression]:
    pairs = [(Win.kind, search.kind), (Win.area, search.area), (Win.visibility, search.visibility)]
    conditions = [column == value for column, value in pairs if value]
    if search.counted:
        conditions.append(Win.counted == (search.counted == "yes"))
    return conditions


def _named(person: PersonId, search: Search) -> list[Expression]:
    if not search.objective:
        return []
    linked = WinLink.select(WinLink.win).where(
        WinLink.person == person,
        WinLink.kind == "objective",
        WinLink.target == search.objective,
    )
    return [Win.id.in_(linked)]


def _when(search: Search) -> list[Expression]:
    # No zone is a day away from UTC: with `happened` bounded too, the index of the list does it.
    conditions = []
    if search.first:
        conditions += [Win.day >= search.first, Win.happened >= _midnight(search.first) - DAY]
    if search.last:
        conditions += [Win.day <= search.last, Win.happened < _midnight(search.last) + 3 * DAY]
    return conditions


def _said(search: Search) -> list[Any]:
    if not search.words:
        return []
    said: Any = SEARCHED[0]
    for column in SEARCHED[1:]:
        said = said.concat(Value("\n")).concat(column)
    said = _folded(said)
    # Not LIKE: here quotes, percent signs and underscores are what they are.
    within = fn.strpos if _on_postgres() else fn.instr
    return [within(said, word) > 0 for word in search.words]


def _folded(text: Any) -> Any:
    # What rules/shared/text.py folded() does, which SQLite is taught (storage/engine/sqlite.py). On
    # PostgreSQL LOWER alone goes by the locale that the database happened to be made with.
    if _on_postgres():
        return fn.LOWER(fn.NORMALIZE(text, SQL("NFC")).collate('"und-x-icu"'))
    return fn.folded(text)


def _on_postgres() -> bool:
    return isinstance(database.obj, PostgresqlDatabase)


def _midnight(day: str) -> int:
    return (
        round(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp())
        * 1000
    )
