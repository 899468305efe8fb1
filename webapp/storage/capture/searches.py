"""Searches among wins."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from peewee import SQL, Expression, Field, ModelSelect, PostgresqlDatabase, fn

from webapp.rules.capture.fields import Visibility
from webapp.rules.capture.searches import Search
from webapp.rules.shared.ids import OwnerId
from webapp.rules.shared.moments import DAY
from webapp.storage.capture.wins import Win, WinLink, own_wins
from webapp.storage.engine.database import database
from webapp.storage.engine.lists import is_listed

MOST_TIME = 420_000_000  # ns that one search may compare words for, however they are made


class Slowest(NamedTuple):
    """What comparing a byte costs at worst, in ns: to read it, for each word, for each letter.

    recorded: how often a word is compared where it has to be before the end of what is recorded
    (storage/insights/evidence.py). Measured where nearly every place of a text is the beginning, or
    the end, of each word.
    """

    byte: float
    word: float
    letter: float
    recorded: float


SQLITE = Slowest(0.7, 1.7, 0, 1.4)
POSTGRESQL = Slowest(1, 5, 0.33, 2.5)


def wins_found(owner: OwnerId, search: Search) -> "ModelSelect[Win]":
    """Return the wins of a person that match the search, newest first."""
    wins = wins_like(owner, search)
    return wins.where(*_words(search)) if search.words else wins


def wins_like(owner: OwnerId, search: Search) -> "ModelSelect[Win]":
    """Return the same, whatever their words are."""
    conditions = [*_properties(search), *_objective(owner, search), *_days(search)]
    return own_wins(owner).where(*conditions) if conditions else own_wins(owner)


def most_bytes(words: Sequence[str], *, recorded: bool = False) -> int:
    """Return how many bytes of folded words one search compares with these words."""
    cost = POSTGRESQL if isinstance(database.obj, PostgresqlDatabase) else SQLITE
    of_words = sum(cost.word + cost.letter * len(word.encode()) for word in words)
    return int(MOST_TIME / (cost.byte + of_words * (cost.recorded if recorded else 1)))


def folded_bytes(owner: OwnerId) -> int:
    """Return how many bytes the folded words of a person's wins have."""
    size = own_wins(owner).select(fn.COALESCE(fn.SUM(_size()), 0)).order_by()
    return int(size.scalar())


def search_end(
    wins: "ModelSelect[Win]", most: int, order: Sequence[Field], since: Callable[[str], Expression]
) -> Win | None:
    """Return the last of `wins` whose words one search compares; None when it compares all.

    wins: without the condition on words, newest first by `order`. most: bytes of folded words.
    since: returns the condition on the first ones of `order` of which none is before an ISO day.
    """
    day = _day_reached(wins, most)
    if day == "":
        return None
    oldest = wins.where(since(day)).order_by(*order).first() if day else None
    return oldest or _last_of(wins, most)


def since_midnight(day: str) -> Expression:
    """Return the condition on `happened` of wins that are not of an earlier ISO day."""
    return Win.happened >= _midnight(day) + DAY  # no zone, and no start of a day, is a day away


def _day_reached(wins: "ModelSelect[Win]", most: int) -> str | None:
    """Return the ISO day down to which `wins` have `most` bytes of folded words at most.

    "" if all have no more; None if those of the newest day alone have more.
    """
    sized: Any = wins.select(Win.day, fn.SUM(_size())).group_by(Win.day).tuples()
    reached, read = None, 0
    for day, size in sized.order_by(Win.day.desc()):
        read += size
        if read > most:
            return reached
        reached = day
    return ""


def _last_of(wins: "ModelSelect[Win]", most: int) -> Win | None:
    """Return the last of the first `wins` that have `most` bytes of folded words, one at least.

    None if it is the last of all.
    """
    last: Win | None = None
    read = 0
    sized: Any = wins.select(Win.day, Win.happened, Win.id, _size().alias("size"))
    for win in sized.iterator():
        read += win.size
        if last and read > most:
            return last
        last = win
    return None


def _size() -> Any:
    """Return the bytes of the folded words of a win; both engines know them without comparing."""
    if isinstance(database.obj, PostgresqlDatabase):
        return fn.OCTET_LENGTH(Win.folded).coerce(False)
    return fn.LENGTH(Win.folded.cast("BLOB")).coerce(False)


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
