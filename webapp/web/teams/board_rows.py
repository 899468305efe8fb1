"""The rows of a board: whose win, when, and where it leads."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from flask import request, url_for
from flask_babel import gettext

from webapp.domain.recognition.reading import thanked_among
from webapp.domain.teams.board_pages import BoardRow, Column, Reader, TeamFacts, TeamNames
from webapp.rules.capture.fields import MOVES
from webapp.rules.shared.links import host_of
from webapp.rules.teams.boards import PARAMETERS, By, initials
from webapp.web.shared.clock import zone_of
from webapp.web.shared.i18n.dates import short_day
from webapp.web.shared.i18n.win_kinds import kind_name
from webapp.web.shared.login import current_person


class Shown(NamedTuple):
    """A win as a row of a board. path: where it leads; sign: the letters of its owner's name.

    host: that of its evidence, for a row that shows also what a board leaves to the win's page.
    menu: the address of where it can be moved, "" where this person cannot.
    thank: where its owner can be thanked, "" if they cannot be; thanked: the reader has done so.
    """

    row: BoardRow
    path: str
    sign: str
    own: bool
    facts: list[str]
    host: str = ""
    moves: str = ""
    menu: str = ""
    thank: str = ""
    thanked: bool = False


def reader() -> Reader:
    """Return the signed-in person as who reads a board, where they are."""
    return Reader(current_person(), zone_of(current_person()))


def under_a_day(facts: TeamFacts, row: BoardRow) -> Shown:
    """Return a row of a list by day, with the time."""
    return _shown(facts, row, _time(row))._replace(menu=_menu(facts, row))


def in_a_column(facts: TeamFacts, row: BoardRow) -> Shown:
    """Return a row of a column, with the day."""
    shown = _shown(facts, row, short_day(row.day.isoformat()))
    return shown._replace(menu=_menu(facts, row))


def in_an_organisation(team: TeamNames, row: BoardRow) -> Shown:
    """Return a row of an organisation's list: with its team, and all that may be read of it.

    It leads nowhere but to one's own win: who is not in the team cannot open its pages.
    """
    shown = _shown(team, row, _time(row))
    of_mate = [shown.facts[0], team.name] if row.person != team.id else [team.name]
    return shown._replace(
        path=shown.path if shown.own else "",
        facts=[*of_mate, *shown.facts[1:]],
        host=host_of(row.evidence) if row.evidence else "",
        moves=gettext(MOVES[row.moves]) if row.moves else "",
    )


def name_of_owner(facts: TeamNames, owner: int) -> str:
    """Return how a board names whose win it is."""
    if owner == facts.id:
        return facts.name
    if _is_own(owner):
        return gettext("You")
    return facts.people.get(owner, gettext("A former mate"))


def path_to_thank(facts: TeamNames, row: BoardRow) -> str:
    """Return where a mate can be thanked for a win on a board in use; "" if it is no mate's."""
    if not isinstance(facts, TeamFacts) or facts.archived or row.person not in facts.here:
        return ""
    return f"/teams/{facts.id}/recognitions/new?win={row.person}/{row.id}"


def with_thanked(shown: Sequence[Shown]) -> list[Shown]:
    """Return the rows, those marked for which the reader has thanked."""
    mates = [(one.row.person, one.row.id) for one in shown if one.thank]
    thanked = thanked_among(current_person(), mates)
    return [one._replace(thanked=(one.row.person, one.row.id) in thanked) for one in shown]


def name_of_column(facts: TeamFacts, by: By, column: Column) -> str:
    """Return the heading of a column."""
    if by is By.KIND:
        return kind_name(column.key)
    if by is By.PERSON:
        return name_of_owner(facts, int(column.key))
    return facts.objectives.get(column.key) or gettext("Other wins")


def next_page(rows: list[tuple[str, Shown]]) -> dict[str, Any]:
    """Return what the address of the page after these (day, row) says."""
    day, last = rows[-1]
    return {"after": str(last.row.cursor), "under": day}


def _shown(facts: TeamNames, row: BoardRow, when: str) -> Shown:
    own, name = _is_own(row.person), name_of_owner(facts, row.person)
    mates = f"/teams/{facts.id}/wins/{row.person}/{row.id}"
    said = [name, when, kind_name(row.kind), row.impact]
    return Shown(
        row,
        path=f"/wins/{row.id}/edit" if own else mates,
        sign=initials(current_person().name if own else name),
        own=own,
        facts=[one for one in said if one],
        thank="" if own else path_to_thank(facts, row),
    )


def _time(row: BoardRow) -> str:
    return row.when.local().strftime("%H:%M")


def _menu(facts: TeamFacts, row: BoardRow) -> str:
    if facts.archived or not (_is_own(row.person) or row.person == facts.id):
        return ""
    asked: dict[str, Any] = {
        name: request.args[name] for name in PARAMETERS if request.args.get(name)
    }
    return url_for("board_places.edit", team=facts.id, place_id=row.id, **asked)


def _is_own(owner: int) -> bool:
    return owner == current_person().id
