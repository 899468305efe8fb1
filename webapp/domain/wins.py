"""Logging wins and reading them back."""

from collections.abc import Iterable
from dataclasses import fields
from typing import NamedTuple

from webapp.domain.people import SignedIn
from webapp.domain.stamps import stamps
from webapp.rules.entries import Entry
from webapp.rules.moments import Moment
from webapp.rules.problems import NotFound
from webapp.rules.wins import LoggedWin, is_counted
from webapp.storage.wins import Win, WinLink, add_wins, links_of, older_than, one_win, own_wins

PAGE = 30
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

    @property
    def time(self) -> str:
        """The wall clock where it happened, "09:30"."""
        hours, minutes = divmod((self.happened // 60_000 + self.offset) % 1440, 60)
        return f"{hours:02}:{minutes:02}"

    @property
    def wall_clock(self) -> str:
        """Date and time where it happened, as a form field takes them: "2026-11-22T09:30"."""
        return Moment(self.happened, self.offset, self.zone).local().isoformat(timespec="minutes")


def log_wins(person: SignedIn, entries: list[tuple[Entry, LoggedWin]], now: int) -> None:
    """Store the wins that these entries log; inside the transaction of their receipts."""
    if entries:
        add_wins([_columns(person, entry, win, now) for entry, win in entries])
    links = [link for entry, win in entries for link in _links(person, entry.id, win)]
    if links:
        WinLink.insert_many(links).execute()


def settle(person: SignedIn, win: Win) -> None:
    """Let what follows from a win's fields follow: whether it is counted, and what it names.

    The caller saves the win.
    """
    win.counted = _is_counted(win)
    links_of(person.id, win.id).execute()
    links = list(_links(person, win.id, win))
    if links:
        WinLink.insert_many(links).execute()


def follows(win: Win) -> tuple[bool, set[tuple[str, str]]]:
    """What a win's fields say: whether it is counted, and what it names, as (kind, id)."""
    return _is_counted(win), set(_named(win))


def win_of(person: SignedIn, win_id: str) -> Win:
    """The person's own win with this id; NotFound when there is none, or it is another's."""
    win: Win | None = one_win(person.id, win_id).first()
    if win is None:
        raise NotFound
    return win


def wins_page(person: SignedIn, after: tuple[int, str] | None = None) -> tuple[list[Win], bool]:
    """A page of the person's wins, newest first, after the given (happened, id); is there more?"""
    wins = own_wins(person.id)
    if after:
        wins = older_than(wins, *after)
    page: list[Win] = list(wins.limit(PAGE + 1))
    return page[:PAGE], len(page) > PAGE


def row_of(win: Win) -> WinRow:
    """`win` as lists show it."""
    return WinRow(
        win.id,
        win.kind,
        win.what,
        win.impact,
        win.next_step,
        win.happened,
        win.offset,
        win.zone,
        win.wrong_clock,
    )


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
