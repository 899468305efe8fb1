"""Teams for tests, and what their members' phones and forms send for them."""

from typing import Any

from tests.support.make import NOON, Someone
from webapp.domain.outbox.outbox import Delivery, deliver
from webapp.domain.teams.acting import ActingForTeam, acting_for_team
from webapp.rules.shared.ids import id_of_team
from webapp.storage.account.people import Owner, Person
from webapp.storage.account.teams import Team
from webapp.storage.teams.memberships import Membership


class SomeTeam(Someone):
    """A team in a test, for which one of its members acts."""

    def __init__(self, name: str, team_id: int, member: Someone) -> None:
        super().__init__(name, team_id, member.token)
        self.member = member

    @property
    def me(self) -> ActingForTeam:  # type: ignore[override]
        """Return the member as they act for the team, with its newest rev."""
        return acting_for_team(id_of_team(self.id), self.member.me.id)

    def sends(self, *entries: dict[str, Any], now: int = NOON) -> Delivery:
        """Deliver entries as forms on the team's pages make them."""
        return deliver(self.member.me, list(entries), now, team=self.id)


def make_team(name: str, lead: Someone, *others: Someone) -> SomeTeam:
    """Create a team with these members."""
    team = Owner.create().id
    Team.create(owner=team, name=name, created=NOON, time_zone="Europe/Berlin")
    for someone in (lead, *others):
        join(team, someone, role="lead" if someone is lead else "member", team_name=name)
    return SomeTeam(name, team, lead)


def join(team: int, someone: Someone, **columns: Any) -> None:
    """Make somebody a member."""
    names = {"person_name": someone.name, "team_name": "A team"}
    Membership.create(person=someone.id, team=team, joined=NOON, **{**names, **columns})
    Person.update(teams=Person.teams + 1, rev=Person.rev + 1).where(
        Person.id == someone.id
    ).execute()


def leave(team: int, someone: Someone) -> None:
    """Let somebody leave."""
    its = (Membership.team == team, Membership.person == someone.id)
    Membership.update(left=NOON).where(*its).execute()
    Person.update(teams=Person.teams - 1, rev=Person.rev + 1).where(
        Person.id == someone.id
    ).execute()
