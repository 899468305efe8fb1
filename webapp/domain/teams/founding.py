"""What admins of an organisation do with its teams: making, archiving, naming a lead (R29).

They are in none of them by that: what a team has stays its members'.
"""

from webapp.domain.account import rate_limits
from webapp.domain.account.people import SignedIn
from webapp.domain.account.rate_limits import Visit
from webapp.domain.teams.leads import MembersChange, changing_members
from webapp.domain.teams.notices import note
from webapp.domain.teams.offering import text_of
from webapp.domain.teams.organisations import (
    RoleIn,
    name_of_organisation,
    name_with_room,
    people_in,
    require_admin,
    teams_of_organisation,
)
from webapp.domain.teams.roles_of_organisations import is_in_organisation
from webapp.domain.teams.teams import close_team, team_of
from webapp.rules.capture.audiences import ONLY_ONESELF
from webapp.rules.shared.ids import OrganisationId, PersonId, TeamId, id_of_person, id_of_team
from webapp.rules.shared.problems import Invalid, NotFound
from webapp.rules.teams.notices import NoticeKind
from webapp.rules.teams.teams import (
    HAS_LEAD,
    IN_TOO_MANY,
    MADE,
    MOST_NAMED,
    MOST_TEAMS,
    NO_SUCH_LEAD,
    Place,
    parse_name,
)
from webapp.storage.account.people import Owner
from webapp.storage.account.teams import Team
from webapp.storage.engine.database import transaction
from webapp.storage.teams.memberships import (
    change_memberships,
    lock_members,
    members_of,
    store_membership,
    teams_of,
)


def possible_leads(organisation: OrganisationId) -> dict[PersonId, str]:
    """Return the names of those who can be made a lead: admins, and members of its teams."""
    found = {one.person: one.name for one in people_in(organisation) if one.place is Place.ADMIN}
    for team, _ in teams_of_organisation(organisation):
        if len(found) < MOST_NAMED:
            found |= {id_of_person(row.person_id): row.person_name for row in members_of(team)}
    return dict(sorted(found.items(), key=lambda one: one[1]))


def create_team_in(
    admin: SignedIn, organisation: OrganisationId, name: object, lead: object, visit: Visit
) -> TeamId:
    """Store a team of an organisation, and return its id; NotFound, Invalid, TooMany.

    lead: the number of who leads it, "" for the admin.
    """
    named = parse_name(name)
    rate_limits.take(visit, MADE, "make a team", str(admin.id))
    with transaction():
        name_with_room(admin.id, organisation)
        team = id_of_team(Owner.create().id)
        made = {"created": visit.now, "time_zone": admin.time_zone, "organisation": organisation}
        Team.create(owner=team, name=named, **made)
        with changing_members([team], visit.now) as change:
            chosen = _chosen(organisation, lead or str(admin.id))
            _make_lead(chosen, team, change, visit.now, by=admin.id)
        return team


def name_lead(
    admin: SignedIn, organisation: OrganisationId, team: TeamId, lead: object, now: int
) -> None:
    """Let somebody of the organisation lead a team that nobody is in; it is in use again then.

    lead: their number. NotFound: the person is no admin of it, or it does not hold the team.
    Invalid: the team has a lead, or that person cannot be one. now: ms.
    """
    with changing_members([team], now) as change:
        _require_held(admin, organisation, team)
        if members_of(team).exists():
            raise Invalid(HAS_LEAD)
        _make_lead(_chosen(organisation, lead), team, change, now, by=admin.id)
        change_memberships(team, archived=None)
        change.columns[team] = {"archived": None}


def archive_team_in(admin: SignedIn, organisation: OrganisationId, team: TeamId, now: int) -> None:
    """Let nothing new come to a team of an organisation, and tell its members; NotFound."""
    with changing_members([team], now) as change:
        _require_held(admin, organisation, team)
        close_team(admin, team, change, now)


def _require_held(admin: SignedIn, organisation: OrganisationId, team: TeamId) -> None:
    lock_members(organisation)  # so that nobody takes their role in between
    require_admin(admin.id, organisation)
    if not is_in_organisation(team, organisation):
        raise NotFound


def _chosen(organisation: OrganisationId, lead: object) -> RoleIn:
    for person, name in possible_leads(organisation).items():
        if str(person) == str(lead):
            if teams_of(person).count() >= MOST_TEAMS:
                raise Invalid(IN_TOO_MANY)
            return RoleIn(person, organisation, name, Place.LEAD)
    raise Invalid(NO_SUCH_LEAD)


def _make_lead(
    chosen: RoleIn, team: TeamId, change: MembersChange, now: int, *, by: PersonId
) -> None:
    its, person = team_of(team).name, chosen.person
    names = {"person_name": chosen.name, "team_name": its}
    names |= {"organisation_name": name_of_organisation(chosen.organisation)}
    names |= {"objectives": text_of(team)}
    place = {"role": chosen.place, "observer": False, "joined": now, "left": None}
    place |= {"organisation_since": now}
    store_membership(person, team, {**names, **place, "visibility": ONLY_ONESELF})
    change.people.add(person)
    if person != by:
        note(person, NoticeKind.PROMOTED, team, its, now)
