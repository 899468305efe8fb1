"""What a person asks the evidence page for: which counted wins it is to show (R45)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from webapp.rules.capture.searches import LONGEST_QUERY, query_words
from webapp.rules.shared.ids import UUID
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.text import clean_text

HALF_A_YEAR = timedelta(days=182)
MOST_LEFT_OUT = 50  # wins, by their ids in the address of the page


class Part(StrEnum):
    """A part of a record, in the order in which they usually go along."""

    WINS = "wins"
    NUMBERS = "numbers"
    GOALS = "goals"
    LESSONS = "lessons"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class EvidenceQuery:
    """The counted wins of some days.

    first, last: days, both included. objective: an id or "". words: folded; a win has to have
    all of them. without: ids of wins that are left out. parts: what goes along, in this order.
    """

    first: date
    last: date
    objective: str = ""
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    parts: tuple[Part, ...] = tuple(Part)


def parse_evidence_query(
    form: Mapping[str, Any], today: date, without: Iterable[str] = (), parts: Sequence[str] = ()
) -> EvidenceQuery:
    """Return what a form (from, to, objective, q, up) asks for, or raise Invalid.

    Without days it is the last half year. without: ids with blanks between. parts: their names in
    the order of the form; without one it is all of them. up: the part that goes one place up. What
    is no id and no name is ignored.
    """
    problems: list[Problem] = []
    last = _day(form, "to", today, problems)
    first = _day(form, "from", last - HALF_A_YEAR, problems)
    if not problems and first > last:
        problems.append(Problem("from", N_("Choose a first day that is not after the last one.")))
    words = _words(form.get("q", ""), problems)
    if problems:
        raise Invalid(*problems)
    objective = str(form.get("objective", ""))
    return EvidenceQuery(
        first,
        last,
        objective if UUID.fullmatch(objective) else "",
        words,
        _ids(without),
        _moved_up(_parts(parts), str(form.get("up", ""))),
    )


def _ids(given: Iterable[str]) -> tuple[str, ...]:
    ids = [one for text in given for one in text.split() if UUID.fullmatch(one)]
    return tuple(dict.fromkeys(ids))[:MOST_LEFT_OUT]


def _parts(given: Sequence[str]) -> tuple[Part, ...]:
    known = dict.fromkeys(Part(name) for name in given if name in list(Part))
    return tuple(known) or tuple(Part)


def _moved_up(parts: tuple[Part, ...], name: str) -> tuple[Part, ...]:
    at = parts.index(Part(name)) if name in parts else 0
    moved = list(parts)
    if at:
        moved[at - 1 : at + 1] = moved[at], moved[at - 1]
    return tuple(moved)


def _day(form: Mapping[str, Any], field: str, otherwise: date, problems: list[Problem]) -> date:
    given = str(form.get(field, "")).strip()
    if not given:
        return otherwise
    try:
        day = date.fromisoformat(given)
    except ValueError:
        day = date.min
    if day.year < 2000:
        problems.append(Problem(field, N_("Give a day after 1999, such as 2026-11-24.")))
        return otherwise
    return day


def _words(given: object, problems: list[Problem]) -> tuple[str, ...]:
    try:
        return query_words(clean_text("q", given, longest=LONGEST_QUERY))
    except Invalid as invalid:
        problems.extend(invalid.problems)
        return ()
