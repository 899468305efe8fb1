"""What a person looks for among their wins: words, and what the wins are to have in common."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from webapp.rules.capture.fields import LONGEST_AREA, Visibility, WinKind
from webapp.rules.shared.ids import UUID
from webapp.rules.shared.text import folded

LONGEST_QUERY = 200  # characters of what is looked for
MOST_QUERY_WORDS = 8
WEEK = 7  # days
PARAMETERS = ("q", "kind", "area", "visibility", "counted", "objective", "period", "from", "to")


class SearchPeriod(StrEnum):
    """A stretch of days that ends today."""

    WEEK = "week"
    FOUR_WEEKS = "weeks"
    YEAR = "year"


class Counted(StrEnum):
    """Whether wins are counted, or need evidence before they are."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; what is "" or empty is left open.

    words: folded, all of them are to be there. first, last: ISO days, both included.
    """

    words: tuple[str, ...] = ()
    kind: str = ""
    area: str = ""
    visibility: str = ""
    counted: str = ""
    objective: str = ""
    first: str = ""
    last: str = ""

    def __bool__(self) -> bool:
        return self != NO_SEARCH


NO_SEARCH = Search()


def parse_search(given: Mapping[str, str], today: date) -> Search:
    """The Search that an address with these parameters (see PARAMETERS) means on the day `today`.

    Nothing is refused: what is not known there, an old link perhaps, looks for nothing. Days of
    which the last comes first are taken the other way round.
    """
    first, last = _days(given, today)
    return Search(
        words=tuple(
            folded(_storable(given.get("q", ""))[:LONGEST_QUERY]).split()[:MOST_QUERY_WORDS]
        ),
        kind=_one_of(WinKind, given.get("kind")),
        area=_storable(given.get("area", "")).strip()[:LONGEST_AREA],
        visibility=_one_of(Visibility, given.get("visibility")),
        counted=_one_of(Counted, given.get("counted")),
        objective=_id(given.get("objective", "")),
        first=first,
        last=last,
    )


def _days(given: Mapping[str, str], today: date) -> tuple[str, str]:
    first, last = _day(given.get("from")), _day(given.get("to"))
    if first or last:
        return (last, first) if first and last and last < first else (first, last)
    return _begin(_one_of(SearchPeriod, given.get("period")), today), ""


def _begin(period: str, today: date) -> str:
    if not period:
        return ""
    return {
        SearchPeriod.WEEK: today - timedelta(days=today.weekday()),
        SearchPeriod.FOUR_WEEKS: today - timedelta(days=4 * WEEK - 1),
        SearchPeriod.YEAR: today.replace(month=1, day=1),
    }[SearchPeriod(period)].isoformat()


def _day(text: str | None) -> str:
    try:
        return date.fromisoformat(text or "").isoformat()
    except ValueError:
        return ""


def _one_of(options: type[StrEnum], text: str | None) -> str:
    return text if text in list(options) else ""


def _id(text: str) -> str:
    return text if UUID.fullmatch(text) else ""


def _storable(text: str) -> str:
    return text.replace("\0", "")  # PostgreSQL refuses it even in a question
