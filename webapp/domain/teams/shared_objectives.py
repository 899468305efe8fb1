"""Objectives that teams share: with whom, how far they are, and the wins for them (R32).

A team shares with its organisation or with other teams of it. Whether it still does is judged when
it is read: teams that are archived, or in the organisation no more, share nothing and get nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from webapp.domain.account.acting import Acting
from webapp.domain.account.people import SignedIn
from webapp.domain.account.roles import require
from webapp.domain.shared.changing import changing
from webapp.domain.teams.board_pages import PAGE, BoardRow, Reader, TeamNames, row_as_read
from webapp.domain.teams.shared_names import by_owner, teams_sharing
from webapp.rules.rights.permissions import Access, Permission, Thing
from webapp.rules.shared.ids import (
    OrganisationId,
    OwnerId,
    TeamId,
    id_of_organisation,
    id_of_team,
)
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.boards import Cursor
from webapp.rules.teams.shared_objectives import parse_recipients
from webapp.storage.account.teams import organisation_row, team_row
from webapp.storage.goals.shared_objectives import (
    Latest,
    ProgressOf,
    contributions,
    latest_of,
    objectives_named,
    progress_of,
    recipients_of,
    share_with,
    shared_with,
)
from webapp.storage.objectives.objectives import one_objective
from webapp.storage.teams.memberships import mates_of, teams_of

SHARES = Permission(Thing.TEAM, Access.CHANGE)


@dataclass(frozen=True, slots=True)
class SharingForm:
    """With whom an objective can be shared, (number, name), the organisation first; and is.

    owner: the team that has it.
    """

    owner: OwnerId
    id: str
    name: str
    possible: list[tuple[OwnerId, str]]
    chosen: list[OwnerId]


@dataclass(frozen=True, slots=True)
class ObjectiveProgress:
    """How far a shared objective is. team_name: of the team that has it."""

    id: str
    team: TeamId
    name: str
    why: str
    state: str
    team_name: str
    goals: ProgressOf
    indicators: list[Latest] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class SharedObjectivePage:
    """A shared objective, and a page of the wins for it that may be seen, with their teams."""

    progress: ObjectiveProgress
    rows: list[tuple[TeamNames, BoardRow]]
    more: bool


def sharing_form(acting: Acting, objective_id: str) -> SharingForm:
    """Return with whom an objective of a team can be shared, or raise NotFound."""
    objective = one_objective(acting.owner, objective_id).first()
    if objective is None:
        raise NotFound
    possible = _possible(acting)
    chosen = [one for one in recipients_of(acting.owner, objective_id) if one in dict(possible)]
    return SharingForm(acting.owner, objective_id, objective.name, possible, chosen)


def share_objective(acting: Acting, objective_id: str, given: Iterable[str]) -> None:
    """Share an objective of a team with these, and with nobody else; NotFound, Invalid."""
    with changing(acting):
        require(acting, SHARES)
        form = sharing_form(acting, objective_id)
        share_with(form.owner, form.id, parse_recipients(given, {*dict(form.possible)}))


def shared_objectives(organisation: OrganisationId, person: SignedIn) -> list[ObjectiveProgress]:
    """Return the objectives shared in an organisation that a person may read, by name.

    Those shared with all of it, and those shared with or by a team of theirs.
    """
    teams = teams_sharing(organisation)
    own = _own(person, teams)
    named = by_owner(shared_with([organisation, *own]), teams)
    found = [one for team, ids in named.items() for one in _progress(team, ids, teams)]
    return sorted(found, key=lambda one: (one.name, one.id))


def shared_objective_page(
    organisation: OrganisationId,
    team: TeamId,
    objective_id: str,
    reader: Reader,
    after: Cursor | None,
) -> SharedObjectivePage:
    """Return one shared objective with a page of the wins for it, newest first, or raise NotFound.

    A member sees all that their own team shows itself for it, and of the others what they show to
    the organisation; who is in no team of it sees only that.
    """
    teams = teams_sharing(organisation)
    recipients = recipients_of(team, objective_id)
    mine, for_all = _own(reader.person, teams), organisation in recipients
    own = mine if for_all else [one for one in mine if one in {team, *recipients}]
    if team not in teams or not (own or for_all):
        raise NotFound
    found = _progress(team, [objective_id], teams)
    if not found:
        raise NotFound
    known = [id_of_team(one) for one in teams if for_all or one in {team, *recipients}]
    rows = contributions(objective_id, known, own, after, PAGE + 1)
    shown = rows[:PAGE]
    names = {one: _names(id_of_team(one), teams[one]) for one in {row.team_id for row in shown}}
    listed = [(names[row.team_id], row_as_read(row, reader)) for row in shown]
    return SharedObjectivePage(found[0], listed, len(rows) > PAGE)


def _possible(acting: Acting) -> list[tuple[OwnerId, str]]:
    team = id_of_team(acting.owner)
    row = team_row(team)
    inside = organisation_row(id_of_organisation(row.organisation_id or 0)) if row else None
    if inside is None:
        return []
    teams = teams_sharing(id_of_organisation(inside.id)).items()
    others = [(OwnerId(one), name) for one, name in teams if one != team]
    return [(OwnerId(inside.id), inside.name), *others]


def _own(person: SignedIn, teams: Mapping[int, str]) -> list[TeamId]:
    rows = teams_of(person.id) if person.teams else ()
    return [id_of_team(row.team_id) for row in rows if row.team_id in teams]


def _progress(team: TeamId, ids: list[str], teams: Mapping[int, str]) -> list[ObjectiveProgress]:
    there = objectives_named(team, ids)
    goals, indicators = progress_of(team, ids), latest_of(team, ids)
    return [
        ObjectiveProgress(
            *(one.id, team, one.name, one.why, one.state, teams[team]),
            goals.get(one.id, ProgressOf(0, 0)),
            [row for row in indicators if row.objective == one.id],
        )
        for one in there.values()
    ]


def _names(team: TeamId, name: str) -> TeamNames:
    return TeamNames(team, name, {person: called for person, called, _ in mates_of(team)})
