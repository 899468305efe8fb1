"""Logging and reading wins."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from peewee import ModelSelect

from webapp.domain.account.acting import Acting
from webapp.domain.shared.stamps import stamps
from webapp.domain.teams.boards import put_new_on_boards
from webapp.domain.teams.sharing import Judge
from webapp.rules.capture.audiences import ONLY_ONESELF, Audience, shown_of
from webapp.rules.capture.fields import WIN_FIELDS, WinFields
from webapp.rules.capture.searches import NO_SEARCH, Search, added_by_folding, searched_text
from webapp.rules.capture.wins import LoggedWin, counts, is_measurable
from webapp.rules.charts.heatmap import HeatmapDay, first_day, heatmap
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.fields import ValueType
from webapp.rules.shared.ids import TeamId
from webapp.rules.shared.moments import Moment
from webapp.rules.shared.problems import NotFound
from webapp.storage.account.owners import add_stored
from webapp.storage.capture.searches import count_up_to, wins_by_day, wins_found
from webapp.storage.capture.wins import (
    Win,
    WinLink,
    add_wins,
    delete_win_links,
    one_win,
    wins_down_to,
    wins_older_than,
)

PAGE = 30
MOST_COUNTED = 1000  # beyond it an exact number helps nobody
NOT_SAID: dict[ValueType, tuple[object, ...]] = {
    ValueType.FLAG: (False,),
    ValueType.NUMBER: (None,),
}
# Index, name and left-out values of each field in the row's data.
EXTRAS = tuple(
    (at, name, (*NOT_SAID.get(field.value.type, ("",)), *filter(None, [field.usual])))
    for at, (name, field) in enumerate(WIN_FIELDS.items())
    if not field.in_row
)
_extras_of = itemgetter(*(at for at, _, _ in EXTRAS))
_NO_EXTRAS = tuple(usual[-1] for _, _, usual in EXTRAS)  # as most wins have them


class WinRow(NamedTuple):
    """A win as lists show it. happened: ms since 1970, offset: minutes east of UTC.

    wrong_clock: the phone's time could not be true, so `happened` is when it arrived here.
    verified: it came of a goal that was met by its criteria. team: on whose board it is, or None.
    """

    id: str
    happened: int
    offset: int
    zone: str
    wrong_clock: bool
    counted: bool
    verified: bool
    team: TeamId | None
    fields: WinFields

    @classmethod
    def of(cls, columns: Sequence[Any]) -> "WinRow":
        """Return the row for values of ROW_COLUMNS."""
        own, said = columns[:OWN], WinFields._make(columns[OWN:])
        if said.visibility != ONLY_ONESELF:
            said = said._replace(visibility=shown_of(Audience(said.visibility, own[-1])))
        return cls._make((*own, said))

    def day(self, day_start: int) -> date:
        """Return the day it counts for; day_start: minutes after midnight."""
        return Moment(self.happened, self.offset, self.zone).day(day_start)

    @property
    def extras(self) -> str:
        """The fields that the row does not show as text, as JSON; "" if it has none."""
        values = self.fields
        if _extras_of(values) == _NO_EXTRAS:
            return ""
        extras = {name: values[at] for at, name, usual in EXTRAS if values[at] not in usual}
        return json.dumps(extras, ensure_ascii=False, separators=(",", ":")) if extras else ""

    @property
    def has_words_only(self) -> bool:
        """Whether a row shows nothing of it but its words, kind and time, as of most wins."""
        values = self.fields
        is_marked = self.counted or self.verified or self.wrong_clock
        said_more = is_marked or values.impact or values.next_step
        return not said_more and _extras_of(values) == _NO_EXTRAS

    @property
    def has_measure(self) -> bool:
        """Whether its effect can be measured, so that only an objective may be missing."""
        fields = self.fields
        return is_measurable(
            fields.impact,
            fields.indicator,
            measurable=fields.measurable,
            verified=self.verified,
        )

    @property
    def time(self) -> str:
        """The wall clock where it happened, "09:30"."""
        hours, minutes = divmod((self.happened // 60_000 + self.offset) % 1440, 60)
        return f"{hours:02}:{minutes:02}"

    @property
    def wall_clock(self) -> str:
        """Date and time where it happened, as a form field takes them: "2026-11-22T09:30"."""
        return Moment(self.happened, self.offset, self.zone).local().isoformat(timespec="minutes")


OWN = len(WinRow._fields) - 1  # columns of the row itself, before those of its fields


def log_wins(acting: Acting, entries: list[tuple[Entry, LoggedWin]], now: int) -> None:
    """Store the wins that these entries log, inside the transaction of their receipts.

    Whether they came of a met goal is decided afterwards (domain/goals/verified.py).
    """
    judge = Judge(acting, now)
    rows = [_columns(acting, judge, entry, win, now) for entry, win in entries]
    if rows:
        add_wins(rows)
    put_new_on_boards(rows)
    judge.tell()
    stored = zip(entries, rows, strict=True)
    count_folded(acting, [(win.fields, str(row["folded"])) for (_, win), row in stored])
    links = [link for entry, win in entries for link in _links(acting, entry.id, win.fields)]
    if links:
        WinLink.insert_many(links).execute()


def count_folded(acting: Acting, wins: Iterable[tuple[WinFields, str]]) -> None:
    """Count what folding adds to the words of wins, (fields, folded words); usually nothing."""
    added = sum(added_by_folding(fields, words) for fields, words in wins)
    if added:
        add_stored(acting.owner, added)


def update_derived(acting: Acting, win: Win) -> None:
    """Set what is derived from the win's fields, and store its links. The caller saves the win."""
    fields = win.fields
    for name, value in _derived(fields, verified=win.verified).items():
        setattr(win, name, value)
    delete_win_links(acting.owner, win.id)
    links = list(_links(acting, win.id, fields))
    if links:
        WinLink.insert_many(links).execute()


def derived_from(win: Win, *, verified: bool) -> tuple[dict[str, object], set[tuple[str, str]]]:
    """Return the derived columns of the win, and its links as (kind, id).

    verified: whether it came of a goal that was met by its criteria.
    """
    return _derived(win.fields, verified=verified), set(_named(win.fields))


def win_of(acting: Acting, win_id: str) -> Win:
    """Return the person's own win with this id, or raise NotFound."""
    win: Win | None = one_win(acting.owner, win_id).first()
    if win is None:
        raise NotFound
    return win


def has_win(acting: Acting, win_id: str) -> bool:
    """Return whether the person has a win with this id."""
    return one_win(acting.owner, win_id).exists()


def wins_page(
    acting: Acting,
    after: tuple[int, str] | None = None,
    search: Search = NO_SEARCH,
    most: int = PAGE,
    end: Win | None = None,
) -> tuple[list[Win], bool]:
    """Return a page of the person's wins that match the search, and whether there are more.

    Newest first. after: (happened, id) of the last one on the page before; most: wins on a page;
    end: of search_parts.end_of_search, or None.
    """
    wins = _down_to(end, wins_found(acting.owner, search))
    if after:
        wins = wins_older_than(wins, *after)
    page: list[Win] = list(wins.limit(most + 1))
    return page[:most], len(page) > most


def count_found(acting: Acting, search: Search, end: Win | None = None) -> int:
    """Return how many wins the search finds, at most MOST_COUNTED; end: as of wins_page."""
    return count_up_to(_down_to(end, wins_found(acting.owner, search)), MOST_COUNTED)


def win_calendar(acting: Acting, search: Search, today: date) -> list[list[HeatmapDay]]:
    """Return seven rows of the last twelve weeks, with the number of wins of each day.

    Of the search, only kind, area, visibility and counted apply.
    """
    since = first_day(today).isoformat()
    return heatmap(dict(wins_by_day(acting.owner, since, search)), today)


def win_row(win: Win) -> WinRow:
    """Return `win` as lists show it."""
    when = (win.happened, win.offset, win.zone, win.wrong_clock)
    return WinRow(win.id, *when, win.counted, win.verified, win.team_id, win.fields)


def _down_to(end: Win | None, wins: "ModelSelect[Win]") -> "ModelSelect[Win]":
    return wins_down_to(wins, end.happened, end.id) if end else wins


def _columns(
    acting: Acting, judge: Judge, entry: Entry, win: LoggedWin, now: int
) -> dict[str, object]:
    return {
        **stamps(acting, entry, now, win.happened),
        **win.fields._asdict(),
        **_derived(win.fields, verified=False),
        **judge.new(win.fields, entry.made.instant)._asdict(),
        "preset": win.preset,
    }


def _derived(fields: WinFields, *, verified: bool) -> dict[str, object]:
    counted = counts(fields, verified=verified)
    return {"counted": counted, "verified": verified, "folded": searched_text(fields)}


def _links(acting: Acting, win_id: str, fields: WinFields) -> Iterator[dict[str, object]]:
    for kind, target in _named(fields):
        yield {"person": acting.owner, "kind": kind, "target": target, "win": win_id}


def _named(fields: WinFields) -> Iterable[tuple[str, str]]:
    named = [("goal", fields.goal), ("indicator", fields.indicator)]
    named += [("objective", target) for target in fields.objectives.split()]
    return ((kind, target) for kind, target in named if target)
