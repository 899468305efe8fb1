"""The wins on the page of a read-only link, a page at a time, and how many others there are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from webapp.rules.shared.ids import PersonId, TeamId, id_of_person
from webapp.rules.teams.boards import Cursor
from webapp.storage.capture.audiences import wins_among
from webapp.storage.capture.wins import count_linked_wins
from webapp.storage.teams.boards import rows_named
from webapp.storage.teams.memberships import membership_of
from webapp.storage.teams.outside_links import OutsideLink, chosen_of
from webapp.storage.teams.outside_rows import MOST_COUNTED, count_outside, rows_outside

PAGE = 30


@dataclass(frozen=True, slots=True)
class ShownWin:
    """A win as a link shows it. name: of its owner, where they chose it, else "". day: ISO."""

    name: str
    day: str
    kind: str
    what: str
    impact: str
    next_step: str
    evidence: str
    moves: str


@dataclass(frozen=True, slots=True)
class ShownWins:
    """A page of wins, newest first. after: the last one where there are more.

    others: how many more there are that the link does not show; is_more: there are more than that.
    """

    wins: list[ShownWin]
    after: Cursor | None
    others: int
    is_more: bool = False


def shown_by_person(link: OutsideLink, person: PersonId, after: Cursor | None) -> ShownWins:
    """Return the wins that somebody chose for a link of their own."""
    chosen = [win for _, _, win in chosen_of(person, link.id)]
    wins = wins_among(person, chosen)
    rows = {Cursor(win.happened, person, win.id): win for win in wins}
    others = _not_among(link, person, wins) if link.objective else 0
    return _page(rows, {}, after, others)


def shown_by_team(link: OutsideLink, team: TeamId, after: Cursor | None) -> ShownWins:
    """Return what a link of a team shows of the wins for its objective.

    The team's own, those that their owners let be shown outside, and those that its maker chose.
    """
    keys = [(person, win) for _, person, win in chosen_of(team, link.id)]
    rows = rows_named(team, keys).values()
    chosen = _by_place(row for row in rows if row.objective == link.objective)
    found = _by_place(rows_outside(team, link.objective, after).limit(PAGE + 1))
    of_all, outside = count_outside(team, link.objective)
    number = outside + sum(not row.outside for row in chosen.values())
    names = _names(link, team, chosen)
    others, is_more = max(0, of_all - number), of_all > MOST_COUNTED
    return _page({**found, **chosen}, names, after, others, is_more=is_more)


def _not_among(link: OutsideLink, person: PersonId, wins: Iterable[Any]) -> int:
    named = sum(link.objective in win.objectives.split() for win in wins)
    return max(0, count_linked_wins(person, "objective", link.objective) - named)


def _by_place(rows: Iterable[Any]) -> dict[Cursor, Any]:
    return {Cursor(row.happened, row.person_id, row.win): row for row in rows}


def _names(link: OutsideLink, team: TeamId, chosen: Mapping[Cursor, Any]) -> dict[Cursor, str]:
    # Only of the maker, who chose it: others let their win be shown, not their name.
    maker = link.maker_id if chosen else None
    row = membership_of(id_of_person(maker), team) if maker else None
    return dict.fromkeys(chosen, row.person_name) if row else {}


def _page(
    rows: Mapping[Cursor, Any],
    names: Mapping[Cursor, str],
    after: Cursor | None,
    others: int,
    *,
    is_more: bool = False,
) -> ShownWins:
    places = sorted((place for place in rows if after is None or place < after), reverse=True)
    shown = places[:PAGE]
    wins = [_shown(rows[place], names.get(place, "")) for place in shown]
    last = shown[-1] if len(places) > PAGE else None
    return ShownWins(wins, last, others, is_more)


def _shown(row: Any, name: str) -> ShownWin:
    said = (row.day, row.kind, row.what, row.impact, row.next_step, row.evidence, row.moves)
    return ShownWin(name, *said)
