"""The record of one's own counted wins, as evidence of what was done (R45)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from peewee import ModelSelect

from webapp.domain.account.acting import Acting
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
)

PAGE = 200
Cursor = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One counted win.

    objectives: their names, the first is the one it is listed under. change: what an indicator
    did, if one was measured. evidence: a link or "".
    """

    id: str
    day: date
    kind: str
    what: str
    impact: str
    area: str
    objectives: tuple[str, ...]
    change: IndicatorChange | None
    evidence: str
    happened: int

    @property
    def cursor(self) -> Cursor:
        """Its position in the list, for the page after it."""
        return self.day.isoformat(), self.happened, self.id


@dataclass(frozen=True, slots=True)
class Record:
    """What was asked for, how many wins there are, and those of this page by objective.

    objectives: all that can be asked for, by id. moved: what indicators did in the period. after:
    the cursor of the next page, if there is one.
    """

    asked: EvidenceQuery
    total: int
    groups: tuple[tuple[str, tuple[Exhibit, ...]], ...]
    objectives: tuple[tuple[str, str], ...]
    moved: tuple[IndicatorChange, ...]
    after: Cursor | None


def record_of(acting: Acting, asked: EvidenceQuery, after: Cursor | None = None) -> Record:
    """Return a page of the record, newest first within each objective."""
    names = names_of(acting)
    wins = _asked_for(acting, asked)
    page = list((after_cursor(wins, after) if after else wins).limit(PAGE + 1))
    exhibits = [_exhibit(win, names) for win in page[:PAGE]]
    return Record(
        asked,
        count_of(wins).scalar(),
        tuple(_by_objective(exhibits)),
        tuple(sorted(names.objectives.items(), key=lambda item: folded(item[1]))),
        tuple(_moved(acting, asked, names)),
        exhibits[-1].cursor if len(page) > PAGE else None,
    )


def moved_in(acting: Acting, asked: EvidenceQuery) -> list[IndicatorChange]:
    """Return what one's indicators did in the period, by name.

    The values are the first and the last of the period.
    """
    return list(_moved(acting, asked, names_of(acting)))


def exhibits_of(acting: Acting, asked: EvidenceQuery) -> Iterable[Exhibit]:
    """Return everything that was asked for, newest first, for an export."""
    names = names_of(acting)
    return (_exhibit(win, names) for win in _asked_for(acting, asked).iterator())


def by_objective(exhibits: Iterable[Exhibit]) -> list[tuple[str, tuple[Exhibit, ...]]]:
    """Return exhibits under the name of their first objective, sorted by that name."""
    return list(_by_objective(exhibits))


def _asked_for(acting: Acting, asked: EvidenceQuery) -> "ModelSelect[Win]":
    wins = counted_wins(acting.owner, asked.first.isoformat(), asked.last.isoformat())
    if asked.objective:
        wins = with_objective(wins, acting.owner, asked.objective)
    return with_words(wins, asked.words) if asked.words else wins


def _moved(acting: Acting, asked: EvidenceQuery, names: Names) -> Iterable[IndicatorChange]:
    first, last = asked.first.isoformat(), asked.last.isoformat()
    rows = moved_indicators(owner=acting.owner, first=first, last=last)
    moved = [names.change(one, before, after) for one, before, after in rows]
    return sorted(filter(None, moved), key=lambda change: folded(change.name))


def _by_objective(exhibits: Iterable[Exhibit]) -> Iterable[tuple[str, tuple[Exhibit, ...]]]:
    def heading(exhibit: Exhibit) -> str:
        return exhibit.objectives[0] if exhibit.objectives else ""

    in_order = sorted(exhibits, key=lambda exhibit: folded(heading(exhibit)))
    return ((name, tuple(own)) for name, own in groupby(in_order, heading))


def _exhibit(win: Win, names: Names) -> Exhibit:
    return Exhibit(
        win.id,
        date.fromisoformat(win.day),
        win.kind,
        win.what,
        win.impact,
        win.area,
        names.of_objectives(win.objectives),
        names.change(win.indicator, win.before, win.after),
        win.evidence,
        win.happened,
    )
