"""What a person searches their wins for: words and properties."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from operator import itemgetter

from webapp.rules.capture.fields import LONGEST_AREA, WIN_FIELDS, Visibility, WinFields, WinKind
from webapp.rules.shared.folding import excerpt, folded_words, searchable
from webapp.rules.shared.ids import UUID
from webapp.rules.shared.text import tidy

LONGEST_QUERY = 200  # characters
MOST_QUERY_WORDS = 8
SENT_BESIDES = 100  # characters of an entry, at least, besides the words of its fields
WEEK = 7  # days
SEARCHED = tuple(name for name, field in WIN_FIELDS.items() if field.searched)
IN_ROW = tuple(name for name in SEARCHED if WIN_FIELDS[name].in_row)
RECORDED = ("what", "impact")  # what a record of evidence shows and searches
# Values of these fields, and of the others that are searched.
_recorded = itemgetter(*(WinFields._fields.index(name) for name in RECORDED))
_others = itemgetter(*(WinFields._fields.index(name) for name in SEARCHED if name not in RECORDED))
PARAMETERS = ("q", "kind", "area", "visibility", "counted", "objective", "period", "from", "to")


class SearchPeriod(StrEnum):
    """A period that ends today."""

    WEEK = "week"
    FOUR_WEEKS = "weeks"
    YEAR = "year"


class Counted(StrEnum):
    """Whether wins are counted, or need evidence first."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Search:
    """What to search for; "" or empty means any.

    words: folded; a win has to have all of them. first, last: ISO days, both included.
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
    """Return the search that the parameters of an address describe, on the day `today`.

    given: see PARAMETERS. Nothing is refused: an unknown value, perhaps of an old link, is ignored.
    Days in the wrong order are swapped.
    """
    first, last = _days(given, today)
    return Search(
        words=query_words(_storable(given.get("q", ""))),
        kind=_one_of(WinKind, given.get("kind")),
        area=tidy(_storable(given.get("area", "")))[:LONGEST_AREA],
        visibility=_one_of(Visibility, given.get("visibility")),
        counted=_one_of(Counted, given.get("counted")),
        objective=_id(given.get("objective", "")),
        first=first,
        last=last,
    )


def query_words(typed: str) -> tuple[str, ...]:
    """Return the folded words of what was typed into a search; what is too long is left out."""
    return tuple(folded_words(typed[:LONGEST_QUERY])[:MOST_QUERY_WORDS])


def searched_text(fields: WinFields) -> str:
    """Return what searches look into: of the fields RECORDED, a newline, and of the others."""
    recorded, others = (" ".join(filter(None, said(fields))) for said in (_recorded, _others))
    return f"{searchable(recorded)}\n{searchable(others)}"


def added_by_folding(fields: WinFields, words: str) -> int:
    """Return by how many characters the folded `words` of a win are longer than its fields.

    0 for fewer than what an entry is sent with besides: one sign may fold to eighteen.
    """
    written = sum(map(len, (*_recorded(fields), *_others(fields))))
    added = len(words) - written
    return added if added > SENT_BESIDES else 0


def hits_elsewhere(fields: WinFields, words: Sequence[str]) -> list[tuple[str, str]]:
    """Return (field, excerpt) where a row does not show why a search for folded words found it.

    Those are fields that a row leaves out, with words that are not in what it shows.
    """
    shown = searchable(" ".join(getattr(fields, name) for name in IN_ROW))
    lacking = [word for word in words if word not in shown]
    texts = ((name, getattr(fields, name)) for name in SEARCHED if name not in IN_ROW)
    return [
        (name, excerpt(text, lacking))
        for name, text in texts
        if any(word in searchable(text) for word in lacking)
    ]


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
    return text.replace("\0", "")  # PostgreSQL refuses it even in a parameter
