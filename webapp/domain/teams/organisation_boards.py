"""Reading what the teams of an organisation show to it, newest first (R31)."""

from typing import Any

from webapp.domain.teams.board_pages import PAGE, BoardRow, Reader, TeamNames, row_as_read
from webapp.domain.teams.organisations import teams_of_organisation
from webapp.rules.shared.ids import OrganisationId, TeamId
from webapp.rules.teams.boards import Cursor
from webapp.storage.teams.boards import rows_for_organisation
from webapp.storage.teams.memberships import mates_of


def organisation_page(
    organisation: OrganisationId, reader: Reader, after: Cursor | None
) -> tuple[list[tuple[TeamNames, BoardRow]], bool]:
    """Return a page of the wins shown to an organisation, with their teams; whether there are more.

    Each team is asked for one page by its index, and the newest of all are shown: the cost is that
    of the number of teams, however many wins there are. Archived teams are among them.
    """
    teams = dict(teams_of_organisation(organisation))
    found = [row for team in teams for row in rows_for_organisation(team, after).limit(PAGE + 1)]
    newest = sorted(found, key=_place, reverse=True)[: PAGE + 1]
    shown = newest[:PAGE]
    named = {team: _names(team, teams[team]) for team in {row.team_id for row in shown}}
    return [(named[row.team_id], row_as_read(row, reader)) for row in shown], len(newest) > PAGE


def _place(row: Any) -> Cursor:
    return Cursor(row.happened, row.person_id, row.win)


def _names(team: TeamId, name: str) -> TeamNames:
    return TeamNames(team, name, {person: called for person, called, _ in mates_of(team)})
