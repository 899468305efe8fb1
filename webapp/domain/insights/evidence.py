"""The record of one's own counted wins, as evidence of what was done (R45)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from peewee import ModelSelect

from webapp.domain.account.acting import Acting
from webapp.domain.insights.achieved import Goals, Noted, goals_of, lessons_of
from webapp.domain.insights.exhibits import Cursor, Exhibit
from webapp.domain.insights.repeats import Repeated, repeats_of
from webapp.domain.objectives.names import IndicatorChange, Names, names_of
from webapp.rules.capture.evidence import EvidenceQuery
from webapp.rules.shared.folding import folded
from webapp.storage.capture.wins import Win
from webapp.storage.insights.evidence import (
    after_cursor,
    count_of,
    counted_wins,
    moved_indicators,
    with_objective,
    with_words,
    without_wins,
)
from webapp.storage.insights.records import objectives_among

PAGE = 200
Groups = tuple[tuple[str, tuple[Repeated, ...]], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a record says at its beginning, and its parts beside the wins.

    total: of counted wins. outcomes: the number of objectives that they serve. moved: what
    indicators did in the period.
    """

    total: int
    outcomes: int
    moved: tuple[IndicatorChange, ...]
    goals: Goals
    lessons: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What was asked for, what it comes to, and the wins of this page by objective.

    objectives: all that can be asked for, by id. after: the cursor of the next page, if there is
    one.
    """

    asked: EvidenceQuery
    summary: Summary
    groups: Groups
    objectives: tuple[tuple[str, str], ...]
    after: Cursor | None


def record_of(
    acting: Acting, asked: EvidenceQuery, today: date, zone: str, after: Cursor | None = None
) -> Record:
    """Return a page of the record, newest first within each objective.

    today, zone: where the person is, for the goals that are over.
    """
    names = names_of(acting)
    wins = _asked_for(acting, asked)
    page = list((after_cursor(wins, after) if after else wins).limit(PAGE + 1))
    exhibits = [Exhibit.of(win, names) for win in page[:PAGE]]
    return Record(
        asked,
        _summary(acting, asked, names, goals_of(acting, asked, today, zone)),
        by_objective(exhibits),
        tuple(sorted(names.objectives.items(), key=lambda item: folded(item[1]))),
        exhibits[-1].cursor if len(page) > PAGE else None,
    )


def summary_of(acting: Acting, asked: EvidenceQuery, today: date, zone: str) -> Summary:
    """Return what a record comes to, without its wins; today, zone: as for record_of."""
    goals = goals_of(acting, asked, today, zone)
    return _summary(acting, asked, names_of(acting), goals)


def exhibits_of(acting: Acting, asked: EvidenceQuery) -> Iterable[Exhibit]:
    """Return everything that was asked for, newest first, for an export."""
    names = names_of(acting)
    return (Exhibit.of(win, names) for win in _asked_for(acting, asked).iterator())


def by_objective(exhibits: Iterable[Exhibit]) -> Groups:
    """Return exhibits under the name of their first objective, sorted by that name."""

    def heading(exhibit: Exhibit) -> str:
        return exhibit.objectives[0] if exhibit.objectives else ""

    in_order = sorted(exhibits, key=lambda exhibit: folded(heading(exhibit)))
    return tuple((name, repeats_of(own)) for name, own in groupby(in_order, heading))


def _summary(acting: Acting, asked: EvidenceQuery, names: Names, goals: Goals) -> Summary:
    wins = _asked_for(acting, asked)
    known = objectives_among(wins) & names.objectives.keys()
    return Summary(
        count_of(wins).scalar(),
        len(known),
        tuple(_moved(acting, asked, names)),
        goals,
        lessons_of(acting, asked),
    )


def _asked_for(acting: Acting, asked: EvidenceQuery) -> "ModelSelect[Win]":
    wins = counted_wins(acting.owner, asked.first.isoformat(), asked.last.isoformat())
    if asked.objective:
        wins = with_objective(wins, acting.owner, asked.objective)
    if asked.without:
        wins = without_wins(wins, asked.without)
    return with_words(wins, asked.words) if asked.words else wins


def _moved(acting: Acting, asked: EvidenceQuery, names: Names) -> Iterable[IndicatorChange]:
    first, last = asked.first.isoformat(), asked.last.isoformat()
    rows = moved_indicators(owner=acting.owner, first=first, last=last)
    moved = [names.change(one, before, after) for one, before, after in rows]
    return sorted(filter(None, moved), key=lambda change: folded(change.name))
