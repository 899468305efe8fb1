"""Logging wins and reading them back."""

import json
from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from typing import NamedTuple

from webapp.domain.account.people import SignedIn
from webapp.domain.shared.stamps import stamps
from webapp.rules.capture.searches import NO_SEARCH, Search
from webapp.rules.capture.wins import LoggedWin, Visibility, is_counted, is_measurable
from webapp.rules.charts.heatmap import HeatmapDay, first_day, heatmap
from webapp.rules.outbox.entries import Entry
from webapp.rules.shared.moments import Moment
from webapp.rules.shared.problems import NotFound
from webapp.storage.capture.searches import count_up_to, wins_by_day, wins_found
from webapp.storage.capture.wins import (
    ROW_COLUMNS,
    Win,
    WinLink,
    add_wins,
    delete_win_links,
    one_win,
    wins_older_than,
)

PAGE = 30
MOST_COUNTED = 1000  # as exact as anybody needs to know what a search found
SAID = tuple(field.name for field in fields(LoggedWin))


class WinRow(NamedTuple):
    """A win as lists show it; happened: ms since 1970, offset: minutes east of UTC.

    wrong_clock: the phone's time could not be true, so `happened` is when it arrived here.
    """

    id: str
    kind: str
    what: str
    impact: str
    next_step: str
    happened: int
    offset: int
    zone: str
    wrong_clock: bool
    counted: bool
    evidence: str
    area: str
    moves: str
    visibility: str
    measurable: bool
    goal: str
    objectives: str
    indicator: str
    before: float | None
    after: float | None
    approach: str
    worked: str
    improve: str

    @property
    def extras(self) -> str:
        """The details that rows carry for their form: those it has, as JSON, or "" for none."""
        kept = {
            name: value
            for name, value in zip(EXTRAS, self[EXTRAS_FROM:], strict=True)
            if value and value != Visibility.PRIVATE
        }
        for name in NUMBERS:
            if getattr(self, name) is not None:
                kept[name] = getattr(self, name)
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else ""

    @property
    def has_measure(self) -> bool:
        """Whether what it changed can be measured, so that only an objective may be lacking."""
        return is_measurable(self.impact, self.indicator, measurable=self.measurable)

    @property
    def time(self) -> str:
        """The wall clock where it happened, "09:30"."""
        hours, minutes = divmod((self.happened // 60_000 + self.offset) % 1440, 60)
        return f"{hours:02}:{minutes:02}"

    @property
    def wall_clock(self) -> str:
        """Date and time where it happened, as a form field takes them: "2026-11-22T09:30"."""
        return Moment(self.happened, self.offset, self.zone).local().isoformat(timespec="minutes")


EXTRAS_FROM = WinRow._fields.index("evidence")
EXTRAS = WinRow._fields[EXTRAS_FROM:]
NUMBERS = ("before", "after")  # where 0 says something


def log_wins(person: SignedIn, entries: list[tuple[Entry, LoggedWin]], now: int) -> None:
    """Store the wins that these entries log; inside the transaction of their receipts."""
    if entries:
        add_wins([_columns(person, entry, win, now) for entry, win in entries])
    links = [link for entry, win in entries for link in _links(person, entry.id, win)]
    if links:
        WinLink.insert_many(links).execute()


def update_derived(person: SignedIn, win: Win) -> None:
    """Let what follows from a win's fields follow: whether it is counted, and what it names.

    The caller saves the win.
    """
    win.counted = _is_counted(win)
    delete_win_links(person.id, win.id)
    links = list(_links(person, win.id, win))
    if links:
        WinLink.insert_many(links).execute()


def derived_from(win: Win) -> tuple[bool, set[tuple[str, str]]]:
    """What a win's fields say: whether it is counted, and what it names, as (kind, id)."""
    return _is_counted(win), set(_named(win))


def win_of(person: SignedIn, win_id: str) -> Win:
    """The person's own win with this id; NotFound when there is none, or it is another's."""
    win: Win | None = one_win(person.id, win_id).first()
    if win is None:
        raise NotFound
    return win


def wins_page(
    person: SignedIn,
    after: tuple[int, str] | None = None,
    search: Search = NO_SEARCH,
    most: int = PAGE,
) -> tuple[list[Win], bool]:
    """A page of the person's wins that the search looks for; is there more?

    Newest first, after the given (happened, id); most: wins on a page.
    """
    wins = wins_found(person.id, search)
    if after:
        wins = wins_older_than(wins, *after)
    page: list[Win] = list(wins.limit(most + 1))
    return page[:most], len(page) > most


def count_found(person: SignedIn, search: Search) -> int:
    """How many of the person's wins the search finds; MOST_COUNTED stands for that and more."""
    return count_up_to(wins_found(person.id, search), MOST_COUNTED)


def win_calendar(person: SignedIn, search: Search, today: date) -> list[list[HeatmapDay]]:
    """Seven rows of the last twelve weeks: how many wins of these each day has, whatever its days.

    search: its kind, area, visibility and whether counted are heeded, no more.
    """
    since = first_day(today).isoformat()
    return heatmap(dict(wins_by_day(person.id, since, search)), today)


def win_row(win: Win) -> WinRow:
    """`win` as lists show it."""
    return WinRow(*[getattr(win, field.name) for field in ROW_COLUMNS])


def _columns(person: SignedIn, entry: Entry, win: LoggedWin, now: int) -> dict[str, object]:
    said: dict[str, object] = {name: getattr(win, name) for name in SAID}
    said["visibility"] = win.visibility or person.visibility
    return {**stamps(person, entry, now), **said, "counted": _is_counted(win)}


def _is_counted(win: LoggedWin | Win) -> bool:
    return is_counted(
        objectives=win.objectives,
        impact=win.impact,
        indicator=win.indicator,
        measurable=win.measurable,
    )


def _links(person: SignedIn, win_id: str, win: LoggedWin | Win) -> Iterable[dict[str, object]]:
    for kind, target in _named(win):
        yield {"person": person.id, "kind": kind, "target": target, "win": win_id}


def _named(win: LoggedWin | Win) -> Iterable[tuple[str, str]]:
    named = [("goal", win.goal), ("indicator", win.indicator)]
    named += [("objective", target) for target in win.objectives.split()]
    return ((kind, target) for kind, target in named if target)
