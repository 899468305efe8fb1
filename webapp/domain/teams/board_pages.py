"""Reading the board of a team: by day, or put together by kind, person or objective (R30)."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.domain.teams.shared_names import names_shared_with
from webapp.rules.capture.fields import WinKind
from webapp.rules.shared.ids import OwnerId, TeamId
from webapp.rules.shared.moments import Moment, moment_at, moment_in
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.boards import OTHER, By, Cursor, TimeSpan, Wanted
from webapp.storage.account.teams import Team
from webapp.storage.objectives.objectives import own_objectives
from webapp.storage.teams.boards import newest_by, row_on_board, rows_named, rows_of_board
from webapp.storage.teams.memberships import mates_of

PAGE = 30
MOST_COUNTED = 5_000  # wins that are counted for the columns; the newest of the period
OPEN_COLUMNS = 12  # with wins in them; more columns are links
IN_COLUMN = 3  # wins of each


@dataclass(frozen=True, slots=True)
class TeamNames:
    """A team and the people who have wins on its board, also former mates, by number."""

    id: TeamId
    name: str
    people: dict[int, str]


@dataclass(frozen=True, slots=True)
class TeamFacts(TeamNames):
    """A team as its pages name it. organisation: its number; archived: ms; members: now.

    here: the people who are in it.
    """

    organisation: int | None
    archived: int | None
    members: int
    objectives: dict[str, str]
    here: frozenset[int]


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A win on a board. when: where the reader is. person: the number of its owner.

    outside: whether links of the team may show it.
    """

    person: int
    id: str
    when: Moment
    day: date
    kind: str
    what: str
    impact: str
    next_step: str
    evidence: str
    moves: str
    visibility: str
    objective: str
    outside: bool

    @property
    def cursor(self) -> Cursor:
        """The place of this row, for the page after it."""
        return Cursor(self.when.instant, self.person, self.id)


@dataclass(frozen=True, slots=True)
class Column:
    """Wins that belong together. key: a kind, a number of a person, an objective or OTHER."""

    key: str
    number: int
    rows: list[BoardRow]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a board, and where: days begin as theirs do."""

    person: SignedIn
    zone: str


def team_facts(team: TeamId) -> TeamFacts:
    """Return what the pages of a team say of it, or raise NotFound."""
    stored = Team.get_or_none(Team.owner == team)
    if stored is None:
        raise NotFound
    mates = mates_of(team)
    objectives = {one.id: one.name for one in own_objectives(team) if one.state != "dropped"}
    shared = names_shared_with(team, stored.organisation_id)
    objectives |= {one: name for one, (name, _) in shared.items()}
    people = {person: name for person, name, _ in sorted(mates, key=lambda mate: mate[1])}
    here = frozenset(person for person, _, left in mates if left is None)
    return TeamFacts(
        team,
        stored.name,
        people,
        organisation=stored.organisation_id,
        archived=stored.archived,
        members=len(here),
        objectives=objectives,
        here=here,
    )


def board_page(
    team: TeamId, reader: Reader, wanted: Wanted, after: Cursor | None
) -> tuple[list[BoardRow], bool]:
    """Return a page of the wanted wins, newest first, and whether there are more."""
    rows = list(rows_of_board(team, wanted, _span(reader, wanted), after).limit(PAGE + 1))
    return [row_as_read(row, reader) for row in rows[:PAGE]], len(rows) > PAGE


def board_columns(facts: TeamFacts, reader: Reader, wanted: Wanted) -> list[Column]:
    """Return the wanted wins put together, with the newest of each of the first columns."""
    span = _span(reader, wanted)
    newest = newest_by(facts.id, wanted, span, MOST_COUNTED, IN_COLUMN)
    numbers = {_key(one.key): one.number for one in newest}
    order = [key for key in _keys(facts, wanted.by) if key in numbers]
    shown = [one for one in newest if _key(one.key) in order[:OPEN_COLUMNS]]
    names = [(one.person, one.win) for one in shown]
    rows = rows_named(facts.id, names)
    of: dict[str, list[BoardRow]] = {key: [] for key in order}
    for one in shown:
        of[_key(one.key)].append(row_as_read(rows[one.person, one.win], reader))
    return [Column(key, numbers[key], of[key]) for key in order]


def narrowed(wanted: Wanted, key: str) -> Wanted:
    """Return what one column of a board shows, as a list by day."""
    column: dict[By, dict[str, Any]] = {
        By.KIND: {"kind": key},
        By.PERSON: {"person": int(key) if key.isdecimal() else 0},
        By.OBJECTIVE: {"objective": key},
        By.DAY: {},
    }
    return wanted._replace(by=By.DAY, **column[wanted.by])


def win_on_board(team: TeamId, owner: OwnerId, win_id: str, reader: Reader) -> BoardRow:
    """Return one win on a board, or raise NotFound: it is not there, or never was."""
    row = row_on_board(team, owner, win_id)
    if row is None:
        raise NotFound
    return row_as_read(row, reader)


def row_as_read(row: Any, reader: Reader) -> BoardRow:
    """Return a stored row of a board as it is shown to this reader."""
    when = moment_in(reader.zone, row.happened)
    shown = ("kind", "what", "impact", "next_step", "evidence", "moves", "visibility", "objective")
    said: dict[str, Any] = {name: getattr(row, name) for name in shown}
    return BoardRow(
        person=row.person_id,
        id=row.win,
        when=when,
        day=when.day(reader.person.day_start),
        outside=row.outside,
        **said,
    )


def _keys(facts: TeamFacts, by: By) -> list[str]:
    # In an order that says nothing of who has most: people and objectives by name.
    if by is By.KIND:
        return [kind.value for kind in WinKind]
    if by is By.PERSON:
        return [str(facts.id), *map(str, facts.people)]
    named = sorted(facts.objectives, key=lambda one: facts.objectives[one])
    return [*named, OTHER]


def _key(key: Any) -> str:
    return str(key) or OTHER


def _span(reader: Reader, wanted: Wanted) -> TimeSpan:
    first = _begin(reader, wanted.first) if wanted.first else 0
    after = (date.fromisoformat(wanted.last) + timedelta(days=1)).isoformat() if wanted.last else ""
    return TimeSpan(first, _begin(reader, after) if after else 0)


def _begin(reader: Reader, day: str) -> int:
    hours, minutes = divmod(reader.person.day_start, 60)
    return moment_at(f"{day}T{hours:02}:{minutes:02}", reader.zone).instant
