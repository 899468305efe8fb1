"""Reading thanks: what others said of one's outcomes, what the team may read, what one gave."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.rules.recognition.recognitions import Copy
from webapp.rules.shared.ids import OwnerId, PersonId, TeamId
from webapp.rules.shared.moments import Moment
from webapp.storage.recognition.copies import (
    copies_of,
    own_wins_cited,
    recognitions_citing,
    wins_cited,
    wins_cited_among,
)
from webapp.storage.recognition.recognitions import CitedWin, Recognition
from webapp.storage.teams.boards import rows_named

PAGE = 20
MOST_IN_RECORD = 200  # of the period
MOST_OF_WIN = 20  # thanks that the page of one win shows
Cursor = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Cited:
    """A win that thanks cite. person, name: who did it. what: None when it is not shared."""

    person: int
    name: str
    win: str
    what: str | None


@dataclass(frozen=True, slots=True)
class Thanks:
    """Thanks as one reader may see them.

    giver: None once their account is deleted, and then they have no name. team: its number.
    to_team, shown, in_evidence: as in storage/recognition/recognitions.py.
    """

    id: str
    giver: int | None
    giver_name: str
    when: Moment
    day: str
    team: int
    team_name: str
    achieved: str
    matters: str
    value: str
    to_team: bool
    shown: bool
    in_evidence: bool
    wins: tuple[Cited, ...]

    @property
    def cursor(self) -> str:
        """The place of these thanks, as an address has it."""
        return f"{self.when.instant}.{self.id}"


def received_page(person: SignedIn, after: Cursor | None) -> tuple[list[Thanks], bool]:
    """Return a page of what others said of a person's outcomes, and whether there is more."""
    rows = list(copies_of(person.owner, Copy.RECEIVED, after).limit(PAGE + 1))
    return _read_own(person.owner, rows[:PAGE]), len(rows) > PAGE


def received_between(owner: OwnerId, first: str, last: str) -> list[Thanks]:
    """Return what others said from one ISO day to another, as far as it is kept as evidence."""
    kept = (Recognition.in_evidence == True, Recognition.day.between(first, last))  # noqa: E712
    rows = copies_of(owner, Copy.RECEIVED).where(*kept).limit(MOST_IN_RECORD)
    return _read_own(owner, list(rows))


def team_page(team: TeamId, after: Cursor | None) -> tuple[list[Thanks], bool]:
    """Return a page of the thanks that a team may read, and whether there is more."""
    rows = list(copies_of(team, Copy.TEAM, after).limit(PAGE + 1))
    return _read_on(team, team, rows[:PAGE]), len(rows) > PAGE


def team_recognitions(team: TeamId, since: int, most: int = PAGE) -> list[Thanks]:
    """Return the thanks that a team may read since a moment (ms), the newest first."""
    rows = copies_of(team, Copy.TEAM).where(Recognition.at >= since).limit(most)
    return _read_on(team, team, list(rows))


def given_page(person: SignedIn, team: TeamId, after: Cursor | None) -> tuple[list[Thanks], bool]:
    """Return a page of the thanks that a person gave in a team, and whether there is more."""
    own = copies_of(person.owner, Copy.GIVEN, after).where(Recognition.for_team == team)
    rows = list(own.limit(PAGE + 1))
    return _read_on(team, person.owner, rows[:PAGE]), len(rows) > PAGE


def all_given(person: SignedIn, after: Cursor | None) -> tuple[list[Thanks], bool]:
    """Return a page of the thanks that a person gave, in teams that they have left, too.

    Without words of the wins: these are on boards that the person may not read any more.
    """
    rows = list(copies_of(person.owner, Copy.GIVEN, after).limit(PAGE + 1))
    cited = wins_cited(person.owner, [row.id for row in rows[:PAGE]]) if rows else {}
    return [_thanks(row, cited[row.id], {}) for row in rows[:PAGE]], len(rows) > PAGE


def said_of_win(team: TeamId, owner: PersonId, win: str) -> list[Thanks]:
    """Return the thanks for a win that its team may read, the newest first."""
    ids = [row.recognition for row in recognitions_citing(team, owner, [win])]
    if not ids:
        return []
    rows = copies_of(team, Copy.TEAM).where(Recognition.id.in_(ids)).limit(MOST_OF_WIN)
    return _read_on(team, team, list(rows))


def thanked_among(person: SignedIn, wins: Sequence[tuple[int, str]]) -> set[tuple[int, str]]:
    """Return those of these wins of mates, as (person, id), for which a person has thanked."""
    return wins_cited_among(person.owner, wins) if wins else set()


def _read_own(owner: OwnerId, rows: Sequence[Recognition]) -> list[Thanks]:
    """Return received copies with the words of the wins, which are one's own."""
    found = own_wins_cited(owner, [row.id for row in rows]) if rows else []
    cited: dict[str, list[CitedWin]] = {row.id: [] for row in rows}
    for one, _ in found:
        cited[one.recognition].append(one)
    known = {(one.person_id, one.win): what for one, what in found if what}
    return [_thanks(row, cited[row.id], known) for row in rows]


def _read_on(team: TeamId, owner: OwnerId, rows: Sequence[Recognition]) -> list[Thanks]:
    """Return copies of an owner with the words of those wins that are on the team's board now."""
    cited = wins_cited(owner, [row.id for row in rows]) if rows else {}
    on_board = rows_named(
        team, [(one.person_id, one.win) for wins in cited.values() for one in wins]
    )
    known = {key: row.what for key, row in on_board.items()}
    return [_thanks(row, cited[row.id], known) for row in rows]


def _thanks(row: Recognition, cited: Iterable[CitedWin], known: Mapping[Any, str]) -> Thanks:
    same: dict[str, Any] = {name: getattr(row, name) for name in SAME}
    return Thanks(
        giver=row.giver_id,
        when=Moment(row.at, row.offset, row.zone),
        team=row.for_team,
        wins=tuple(
            Cited(one.person_id, one.name, one.win, known.get((one.person_id, one.win)))
            for one in cited
        ),
        **same,
    )


SAME = (
    *("id", "giver_name", "day", "team_name", "achieved", "matters", "value"),
    *("to_team", "shown", "in_evidence"),
)
