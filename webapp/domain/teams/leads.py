"""No team with anybody in it is without a lead: each change of its members comes here (R29)."""

import contextlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from webapp.domain.teams.notices import note
from webapp.rules.shared.ids import PersonId, TeamId, id_of_person
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.leads import MemberStanding, next_lead
from webapp.rules.teams.notices import NoticeKind
from webapp.rules.teams.teams import Place
from webapp.storage.account.owners import raise_rev, raise_rev_of_team
from webapp.storage.account.teams import team_row
from webapp.storage.engine.database import transaction
from webapp.storage.teams.invitations import delete_invitations
from webapp.storage.teams.memberships import (
    Membership,
    change_membership,
    change_memberships,
    lock_members,
    members_of,
    store_counts,
)


@dataclass(slots=True)
class MembersChange:
    """A change of who is in teams, while it is made.

    people: who is in another number of teams, or is told something. readers: whose pages show it
    otherwise. columns: what changes in the rows of teams. passed_over: who has just given up the
    lead. at_last: what is done once the rows of these people are locked, so that a tap of theirs
    that was judged by what was true before is stored by then.
    """

    people: set[PersonId] = field(default_factory=set)
    readers: set[PersonId] = field(default_factory=set)
    columns: dict[TeamId, dict[str, object]] = field(default_factory=dict)
    passed_over: PersonId | None = None
    at_last: list[Callable[[], None]] = field(default_factory=list)


@contextlib.contextmanager
def changing_members(teams: Iterable[TeamId], now: int) -> Iterator[MembersChange]:
    """Run a change of who is in these teams, in a transaction that leaves each with a lead.

    Joining, leaving, removal, demotion and the deletion of an account come through here. Where no
    lead is left, the member of longest standing becomes one and is told; a team that nobody is in
    any more is archived. NotFound: there is no such team. now: ms.

    Locked are first the teams, then, at the end, the people, both in the order of their numbers:
    so two changes at once wait for each other and never both at once.
    """
    ordered = sorted(teams)
    with transaction():
        if not all(lock_members(team) for team in ordered):
            raise NotFound
        change = MembersChange()
        yield change
        for team in ordered:
            _settle(team, change, now)
        for person in sorted(change.people | change.readers):
            if person in change.people:
                store_counts(person)
            else:
                raise_rev(person)
        for hide in change.at_last:
            hide()
        for team in ordered:
            raise_rev_of_team(team, **change.columns.get(team, {}))


def archive(team: TeamId, change: MembersChange, now: int) -> None:
    """Let nothing new come to a team; what it has stays."""
    change.columns[team] = {"archived": now}
    change_memberships(team, archived=now)
    delete_invitations(team)


def tell_others(
    change: MembersChange, team: TeamId, kind: NoticeKind, by: PersonId, now: int, about: str = ""
) -> None:
    """Tell all members of a team but the one by whom it happens; now: ms."""
    for row in members_of(team):
        if row.person_id != by:
            change.people.add(id_of_person(row.person_id))
            note(id_of_person(row.person_id), kind, team, row.team_name, now, about)


def _settle(team: TeamId, change: MembersChange, now: int) -> None:
    rows = list(members_of(team))
    if not rows:
        archive(team, change, now)
    elif chosen := next_lead([_standing(row) for row in rows], change.passed_over):
        change_membership(chosen, team, role=Place.LEAD)
        if chosen != change.passed_over:
            note(chosen, NoticeKind.PROMOTED, team, _name_of(team), now)
        change.people.add(chosen)


def _standing(row: Membership) -> MemberStanding:
    leads = row.role == Place.LEAD
    return MemberStanding(id_of_person(row.person_id), leads, row.observer, row.joined)


def _name_of(team: TeamId) -> str:
    found = team_row(team)
    return str(found.name) if found else ""
