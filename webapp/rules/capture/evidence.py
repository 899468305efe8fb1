"""What a person asks the evidence page for: which counted wins it is to show (R45)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from webapp.rules.capture.searches import LONGEST_QUERY, query_words
from webapp.rules.shared.ids import UUID
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.shared.text import clean_text

HALF_A_YEAR = timedelta(days=182)


@dataclass(frozen=True, slots=True)
class EvidenceQuery:
    """The counted wins of some days.

    first, last: days, both included. objective: an id or "". words: folded; a win has to have
    all of them.
    """

    first: date
    last: date
    objective: str = ""
    words: tuple[str, ...] = ()


def parse_evidence_query(form: Mapping[str, Any], today: date) -> EvidenceQuery:
    """Return what a form (from, to, objective, q) asks for, or raise Invalid.

    Without days it is the last half year. An objective that is no id is ignored.
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
    return EvidenceQuery(first, last, objective if UUID.fullmatch(objective) else "", words)


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
