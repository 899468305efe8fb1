"""The record of one's own counted wins, as evidence of what was done (R45)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from peewee import ModelSelect

from webapp.domain.account.acting import Acting
from webapp.domain.capture.search_parts import bytes_at_once
from webapp.domain.insights.achieved import Goals, Noted, goals_of, lessons_of
from webapp.domain.insights.exhibits import Cursor, Exhibit
from webapp.domain.insights.repeats import Repeated, repeats_of
from webapp.domain.insights.said import thanks_in
from webapp.domain.objectives.names import IndicatorChange, Names, names_of
from webapp.domain.recognition.reading import Thanks
from webapp.rules.capture.evidence import EvidenceQuery
from webapp.rules.shared.folding import folded
from webapp.storage.capture.wins import Win
from webapp.storage.insights.evidence import (
    after_cursor,
    count_of,
    counted_wins,
    down_to,
    end_of_words,
    moved_indicators,
    with_objective,
    with_words,
    without_wins,
)
from webapp.storage.insights.records import MOST_READ, objectives_among

PAGE = 200
MOST_IN_FILE = 5_000
SHOWN = (
    *(Win.id, Win.day, Win.kind, Win.what, Win.impact, Win.area, Win.objectives, Win.indicator),
    *(Win.before, Win.after, Win.evidence, Win.happened),
)
Groups = tuple[tuple[str, tuple[Repeated, ...]], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a record says at its beginning, and its parts beside the wins.

    total: of counted wins. outcomes: the number of objectives that they serve. moved: what
    indicators did in the period. thanks: what others said of the person's outcomes.
    """

    total: int
    outcomes: int
    moved: tuple[IndicatorChange, ...]
    goals: Goals
    lessons: tuple[Noted, ...]
    thanks: tuple[Thanks, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What was asked for, what it comes to, and the wins of this page by objective.

    objectives: all that can be asked for, by id. after: the cursor of the next page, if there is
    one. searched_to: the ISO day down to which words were searched for, "" when all were; the
    summary is of those then.
    """

    asked: EvidenceQuery
    summary: Summary
    groups: Groups
    objectives: tuple[tuple[str, str], ...]
    after: Cursor | None
    searched_to: str


def record_of(
    acting: Acting, asked: EvidenceQuery, today: date, zone: str, after: Cursor | None = None
) -> Record:
    """Return a page of the record, newest first within each objective.

    today, zone: where the person is, for the goals that are over.
    """
    names = names_of(acting)
    wins, end = _asked_for(acting, asked, after)
    most = MOST_READ if asked.words else PAGE  # words are not compared again for the summary
    rows = list(wins.limit(most + 1))
    counted = _sums(acting, asked) if after and not _in_parts(acting, asked) else None
    goals = goals_of(acting, asked, today, zone)
    exhibits = [Exhibit.of(win, names) for win in rows[:PAGE]]
    further = (end.day, end.happened, end.id) if end else None
    return Record(
        asked,
        _summary(acting, asked, names, goals, counted or _counted(wins, rows, most)),
        by_objective(exhibits),
        tuple(sorted(names.objectives.items(), key=lambda item: folded(item[1]))),
        exhibits[-1].cursor if len(rows) > PAGE else further,
        end.day if end else "",
    )


def file_of(
    acting: Acting, asked: EvidenceQuery, today: date, zone: str
) -> tuple[Summary, list[Exhibit]]:
    """Return what a record comes to, and its wins, newest first: the newest MOST_IN_FILE.

    today, zone: as for record_of.
    """
    names = names_of(acting)
    wins, _ = _asked_for(acting, asked)
    rows = list(wins.select(*SHOWN).limit(MOST_IN_FILE + 1))
    goals = goals_of(acting, asked, today, zone)
    summary = _summary(acting, asked, names, goals, _counted(wins, rows, MOST_IN_FILE))
    return summary, [Exhibit.of(win, names) for win in rows[:MOST_IN_FILE]]


def by_objective(exhibits: Iterable[Exhibit]) -> Groups:
    """Return exhibits under the name of their first objective, sorted by that name."""

    def heading(exhibit: Exhibit) -> str:
        return exhibit.objectives[0] if exhibit.objectives else ""

    in_order = sorted(exhibits, key=lambda exhibit: folded(heading(exhibit)))
    return tuple((name, repeats_of(own)) for name, own in groupby(in_order, heading))


def _summary(
    acting: Acting, asked: EvidenceQuery, names: Names, goals: Goals, counted: tuple[int, set[str]]
) -> Summary:
    total, objectives = counted
    return Summary(
        total,
        len(objectives & names.objectives.keys()),
        tuple(_moved(acting, asked, names)),
        goals,
        lessons_of(acting, asked),
        thanks_in(acting, asked),
    )


def _counted(wins: "ModelSelect[Win]", rows: Sequence[Win], most: int) -> tuple[int, set[str]]:
    """Return how many `wins` there are, and the objectives that the newest of them name.

    rows: the first of them, all if there are `most` or fewer.
    """
    if len(rows) > most:
        return int(count_of(wins).scalar()), objectives_among(wins)
    return len(rows), {one for win in rows[:MOST_READ] for one in win.objectives.split()}


def _sums(acting: Acting, asked: EvidenceQuery) -> tuple[int, set[str]]:
    wins, _ = _asked_for(acting, asked)
    return int(count_of(wins).scalar()), objectives_among(wins)


def _in_parts(acting: Acting, asked: EvidenceQuery) -> bool:
    return bytes_at_once(acting, asked.words, recorded=True) is not None


def _asked_for(
    acting: Acting, asked: EvidenceQuery, after: Cursor | None = None
) -> tuple["ModelSelect[Win]", Win | None]:
    # With the last win that is searched for words, None when all are.
    wins = _like(acting, asked)
    if after:
        wins = after_cursor(wins, after)
    most = bytes_at_once(acting, asked.words, recorded=True)
    end = end_of_words(wins, most) if most is not None else None
    if end:
        wins = down_to(wins, (end.day, end.happened, end.id))
    return with_words(wins, asked.words) if asked.words else wins, end


def _like(acting: Acting, asked: EvidenceQuery) -> "ModelSelect[Win]":
    """Return the wins that were asked for, whatever their words are."""
    wins = counted_wins(acting.owner, asked.first.isoformat(), asked.last.isoformat())
    if asked.objective:
        wins = with_objective(wins, acting.owner, asked.objective)
    return without_wins(wins, asked.without) if asked.without else wins


def _moved(acting: Acting, asked: EvidenceQuery, names: Names) -> Iterable[IndicatorChange]:
    first, last = asked.first.isoformat(), asked.last.isoformat()
    rows = moved_indicators(owner=acting.owner, first=first, last=last)
    moved = [names.change(one, before, after) for one, before, after in rows]
    return sorted(filter(None, moved), key=lambda change: folded(change.name))
