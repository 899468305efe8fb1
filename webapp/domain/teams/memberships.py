"""Who is in a team: in which place, leaving, being removed, and being given another place."""

from dataclasses import dataclass

from webapp.domain.account.people import SignedIn
from webapp.domain.teams.leads import MembersChange, changing_members
from webapp.domain.teams.leaving import hide_outside, make_private
from webapp.domain.teams.notices import note
from webapp.rules.capture.audiences import ONLY_ONESELF
from webapp.rules.shared.ids import OwnerId, PersonId, TeamId, id_of_person, id_of_team
from webapp.rules.shared.problems import NotFound
from webapp.rules.teams.notices import NoticeKind
from webapp.rules.teams.sharing import STILL_SHOWN
from webapp.rules.teams.teams import Place
from webapp.rules.teams.windows import first_open
from webapp.storage.recognition.copies import forget_person
from webapp.storage.teams.boards import shows_any
from webapp.storage.teams.counting import end_choices
from webapp.storage.teams.invitations import Invitation, delete_invitations
from webapp.storage.teams.memberships import (
    Membership,
    change_membership,
    current_membership,
    delete_membership,
    members_of,
    teams_of,
)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a team, or a team of a member, as a list shows them.

    name: the person's, or the team's. joined, archived: ms; archived is None for a team in use.
    """

    person: PersonId
    team: TeamId
    name: str
    place: Place
    joined: int
    organisation_name: str
    archived: int | None


def members(team: TeamId) -> list[Member]:
    """Return who is in a team, of longest standing first."""
    return [_member(row, row.person_name) for row in members_of(team)]


def own_teams(person: SignedIn) -> list[Member]:
    """Return the teams that a person is in, by name; no statement where there is none."""
    return [_member(row, row.team_name) for row in teams_of(person.id)] if person.teams else []


def own_membership(person: SignedIn, team: TeamId) -> Member | None:
    """Return in which place a person is in a team, None if they are not in it."""
    row = current_membership(person.id, team)
    return _member(row, row.team_name) if row else None


def leave(person: SignedIn, team: TeamId, *, keep: bool, successor: object, now: int) -> None:
    """Take a person out of a team; NotFound: they are not in it. now: ms.

    keep: whether their shared wins stay on its board under their name; else only they see them.
    successor: the number of whom a last lead hands over to, "" for the member of longest standing.
    """
    with changing_members([team], now) as change:
        led = _row_of(person.id, team).role == Place.LEAD
        _take_out(person.id, team, change, keep=keep, now=now)
        heir = _member_numbered(team, successor) if led else None
        if heir:
            _put(heir, team, Place.LEAD, change, now)


def remove(lead: SignedIn, team: TeamId, person: PersonId, now: int) -> None:
    """Let a lead take somebody else out of a team, and tell them; NotFound. now: ms.

    What they shared stays under their name until they say otherwise.
    """
    with changing_members([team], now) as change:
        _require_lead(lead.id, team)
        if person == lead.id:
            raise NotFound
        row = _row_of(person, team)
        _take_out(person, team, change, keep=True, now=now)
        note(person, NoticeKind.REMOVED, team, row.team_name, now)


def set_place(lead: SignedIn, team: TeamId, person: PersonId, place: Place, now: int) -> None:
    """Let a lead give a member, or themself, another place in a team; NotFound. now: ms."""
    with changing_members([team], now) as change:
        _require_lead(lead.id, team)
        _row_of(person, team)
        _put(person, team, place, change, now if person != lead.id else None)
        if place is Place.OBSERVER:
            _stop_counting(person, team, change, now)
        if place is not Place.LEAD:
            change.passed_over = person


def leave_every_team(person: PersonId, now: int) -> None:
    """Take a person out of all teams, for the deletion of their account; in its transaction.

    Nothing of them stays on a board, since the wins go with the account. Thanks that they gave stay
    as a former colleague's; those that they received go.
    """
    teams = [id_of_team(row.team_id) for row in teams_of(person)]
    with changing_members(teams, now) as change:
        change.people.add(person)
        forget_person(person)
        for team in teams:
            delete_invitations(team, Invitation.maker == person)
            delete_membership(person, team)


def _take_out(
    person: PersonId, team: TeamId, change: MembersChange, *, keep: bool, now: int
) -> None:
    # Their new wins are private when they join it again, and thanks until they are asked.
    reset = {"role": Place.MEMBER, "observer": False, "visibility": ONLY_ONESELF, "thanks": ""}
    change_membership(person, team, left=now, **reset)
    delete_invitations(team, Invitation.maker == person)
    _stop_counting(person, team, change, now)
    change.at_last.append(lambda: _settle_shown(person, team, keep=keep, now=now))
    change.people.add(person)


def _settle_shown(person: PersonId, team: TeamId, *, keep: bool, now: int) -> None:
    hide_outside(person, team)
    if not keep:
        make_private(person, team, now)
    elif shows_any(team, person):
        change_membership(person, team, visibility=STILL_SHOWN)


def _stop_counting(person: PersonId, team: TeamId, change: MembersChange, now: int) -> None:
    # Their answers do not count in windows that are not over: they left before the end. This is
    # done after their own row is locked, in the order in which choosing a team locks the same rows.
    change.at_last.append(lambda: end_choices(person, first_open(now), team))


def _put(
    person: PersonId, team: TeamId, place: Place, change: MembersChange, told: int | None
) -> None:
    row = _row_of(person, team)
    role = Place.LEAD if place is Place.LEAD else Place.MEMBER
    change_membership(person, team, role=role, observer=place is Place.OBSERVER)
    if told is not None and role is Place.LEAD and row.role != Place.LEAD:
        note(person, NoticeKind.PROMOTED, team, row.team_name, told)
    change.people.add(person)


def _require_lead(person: PersonId, team: TeamId) -> None:
    # Again, now that nobody else can change it: two leads may have removed each other at once.
    if _row_of(person, team).role != Place.LEAD:
        raise NotFound


def _row_of(person: PersonId, team: OwnerId) -> Membership:
    row = current_membership(person, team)
    if row is None:
        raise NotFound
    return row


def _member_numbered(team: TeamId, number: object) -> PersonId | None:
    there = {str(row.person_id): id_of_person(row.person_id) for row in members_of(team)}
    return there.get(str(number))


def _member(row: Membership, name: str) -> Member:
    person, team = id_of_person(row.person_id), id_of_team(row.team_id)
    return Member(
        person, team, name, place_in(row), row.joined, row.organisation_name, row.archived
    )


def place_in(row: Membership) -> Place:
    """Return in which place somebody is in a team."""
    if row.role == Place.LEAD:
        return Place.LEAD
    return Place.OBSERVER if row.observer else Place.MEMBER
