"""Rows on the boards of teams: stored, taken off, and read."""

from typing import Any, NamedTuple

from peewee import SQL, Case, Expression, Tuple, fn

from webapp.rules.shared.ids import OwnerId, TeamId
from webapp.rules.teams.boards import OTHER, By, Cursor, TimeSpan, Wanted
from webapp.storage.capture.wins import Win
from webapp.storage.teams.shared_wins import SharedWin

AT_ONCE = 500  # rows of one statement
MOST_COUNTED = 1_000  # wins since a review
NAMED = SharedWin.objective != SQL("''")  # the index of a filter by objective has only those


def put_on_boards(rows: list[dict[str, Any]]) -> None:
    """Store these rows (columns of SharedWin); inside a transaction.

    What a team owns itself may be shown by its links; of others' wins their owners decide.
    """
    rows = [{**row, "outside": row["person"] == row["team"]} for row in rows]
    for first in range(0, len(rows), AT_ONCE):
        SharedWin.insert_many(rows[first : first + AT_ONCE]).execute()


def change_on_board(team: TeamId, owner: OwnerId, row: dict[str, Any]) -> bool:
    """Change the row of a win that is there (columns of SharedWin); return whether it is there."""
    of_owner = (SharedWin.team == team) & (SharedWin.person == owner)
    return bool(SharedWin.update(row).where(of_owner, SharedWin.win == row["win"]).execute())


def take_off_board(team: TeamId, owner: OwnerId, wins: list[str]) -> None:
    """Delete the rows of these wins of an owner; inside a transaction."""
    for first in range(0, len(wins), AT_ONCE):
        some = SharedWin.win.in_(wins[first : first + AT_ONCE])
        of_owner = (SharedWin.team == team) & (SharedWin.person == owner)
        SharedWin.delete().where(of_owner, some).execute()


def wins_on_board(team: TeamId, owner: OwnerId) -> list[str]:
    """Return the ids of all wins of an owner that are on a board."""
    found: Any = SharedWin.select(SharedWin.win).where(
        SharedWin.team == team, SharedWin.person == owner
    )
    return [win for (win,) in found.tuples()]


def shows_any(team: TeamId, owner: OwnerId) -> bool:
    """Return whether a board has a win of this owner."""
    its = (SharedWin.team == team, SharedWin.person == owner)
    return bool(SharedWin.select().where(*its).exists())


def wins_for_organisation(team: TeamId) -> list[tuple[OwnerId, str]]:
    """Return (owner, id) of all wins on a board that its team's organisation may see."""
    found = rows_for_organisation(team, None).select(SharedWin.person, SharedWin.win)
    return sorted(found.tuples())


def hide_rows_from_organisation(team: TeamId) -> None:
    """Let only the team see what is on its board; inside a transaction."""
    shown = SharedWin.visibility == SQL("'organisation'")
    SharedWin.update(visibility="team").where(SharedWin.team == team, shown).execute()


def row_on_board(team: TeamId, owner: OwnerId, win: str) -> SharedWin | None:
    """Return the row of one win on a board, or None."""
    row: SharedWin | None = SharedWin.get_or_none(
        SharedWin.team == team, SharedWin.person == owner, SharedWin.win == win
    )
    return row


def rows_of_board(team: TeamId, wanted: Wanted, span: TimeSpan, after: Cursor | None) -> Any:
    """Return the wanted rows of a board, newest first, after `after`."""
    return newest_first(SharedWin.select().where(*_conditions(team, wanted, span)), after)


def rows_for_organisation(team: TeamId, after: Cursor | None) -> Any:
    """Return the rows of a board that its team's organisation may see, newest first."""
    shown = SharedWin.visibility == SQL("'organisation'")  # the index has only those
    return newest_first(SharedWin.select().where(SharedWin.team == team, shown), after)


def newest_between(
    team: OwnerId, since: int, until: int | None, most: int
) -> tuple[list[SharedWin], int]:
    """Return the newest wins on a board after `since` (ms), and how many there are of 1,000.

    until: the last moment that counts, None for now.
    """
    its = [SharedWin.team == team, SharedWin.happened > since]
    if until is not None:
        its.append(SharedWin.happened <= until)
    some = SharedWin.select(SQL("1")).where(*its).limit(MOST_COUNTED)
    total = SharedWin.select(fn.COUNT(SQL("1"))).from_(some)
    query: Any = newest_first(SharedWin.select(SharedWin, total.alias("total")).where(*its), None)
    rows = list(query.limit(most))
    return rows, rows[0].total if rows else 0


def newest_first(rows: Any, after: Cursor | None) -> Any:
    """Return rows of a board in its order, after `after`."""
    if after:
        # Not as one comparison of all three: SQLite would take the index that has them side by side
        # before the one of a filter.
        at_once = Tuple(SharedWin.person, SharedWin.win) < Tuple(after.person, after.win)
        before = (SharedWin.happened < after.happened) | at_once
        rows = rows.where(SharedWin.happened <= after.happened, before)
    return rows.order_by(SharedWin.happened.desc(), SharedWin.person.desc(), SharedWin.win.desc())


class InColumn(NamedTuple):
    """One of the newest wins of a column. key: a kind, a person's number or an objective's id.

    number: how many wins the column has.
    """

    key: Any
    person: int
    win: str
    number: int


def newest_by(team: TeamId, wanted: Wanted, span: TimeSpan, most: int, each: int) -> list[InColumn]:
    """Return the `each` newest wins of each column, of the newest `most` wanted ones, in order."""
    key = _column(wanted).alias("key")
    rows = rows_of_board(team, wanted, span, None)
    newest = rows.select(key, SharedWin.happened, SharedWin.person, SharedWin.win).limit(most)
    within = {"partition_by": [SQL("key")]}
    order = [SQL("happened").desc(), SQL("person_id").desc(), SQL("win").desc()]
    ranked = SharedWin.select(
        *map(SQL, ("key", "person_id", "win")),
        fn.COUNT(SQL("1")).over(**within).alias("number"),
        fn.ROW_NUMBER().over(**within, order_by=order).alias("place"),
    ).from_(newest.alias("newest"))
    shown = SharedWin.select(*map(SQL, ("key", "person_id", "win", "number")))
    first: Any = shown.from_(ranked.alias("ranked")).where(SQL("place") <= each)
    return [InColumn(*row) for row in first.order_by(SQL("place")).tuples()]


def rows_named(team: TeamId, wins: list[tuple[int, str]]) -> dict[tuple[int, str], SharedWin]:
    """Return the rows of these wins on a board, by (owner, id)."""
    if not wins:
        return {}
    # Not as alternatives: for those SQLite looks at every row of the board.
    of_people = SharedWin.person.in_(sorted({person for person, _ in wins}))
    named = SharedWin.win.in_([win for _, win in wins])
    rows = SharedWin.select().where(SharedWin.team == team, of_people, named)
    found = {(row.person_id, row.win): row for row in rows}
    return {one: found[one] for one in wins if one in found}


def _column(wanted: Wanted) -> Any:
    if wanted.by is not By.OBJECTIVE:
        return SharedWin.kind if wanted.by is By.KIND else SharedWin.person
    is_known = SharedWin.objective.in_(wanted.known)
    return Case(None, [(is_known, SharedWin.objective)], SQL("''"))


def _conditions(team: TeamId, wanted: Wanted, span: TimeSpan) -> list[Expression]:
    # One filter is read from an index, the one that mostly leaves fewest rows; the others are
    # hidden from the planner, which would take them for as good.
    found = [SharedWin.team == team]
    if wanted.person:
        found.append(SharedWin.person == wanted.person)
    if wanted.kind:
        several = wanted.person or wanted.objective not in {"", OTHER}
        column = SharedWin.kind.concat("") if several else SharedWin.kind
        found.append(column == wanted.kind)
    if wanted.objective == OTHER:
        found.append(SharedWin.objective.not_in(wanted.known))
    elif wanted.objective:
        column = SharedWin.objective.concat("") if wanted.person else SharedWin.objective
        found.extend((column == wanted.objective, NAMED))
    if span.first:
        found.append(SharedWin.happened >= span.first)
    if span.end:
        found.append(SharedWin.happened < span.end)
    return found


def delete_orphaned_rows() -> int:
    """Delete the rows of wins that are gone or on another board, and return how many there were."""
    win = Win.select(SQL("1")).where(
        Win.person == SharedWin.person, Win.id == SharedWin.win, Win.team == SharedWin.team
    )
    shared = win.where(Win.visibility != "private")
    deleted: int = SharedWin.delete().where(~fn.EXISTS(shared)).execute()
    return deleted
