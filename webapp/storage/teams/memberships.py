"""Who belongs to which team."""

from collections.abc import Sequence
from typing import Any

from peewee import (
    SQL,
    BigIntegerField,
    BooleanField,
    CharField,
    CompositeKey,
    ForeignKeyField,
    ModelSelect,
    TextField,
)

from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.rules.teams.teams import MOST_MATES, MOST_MEMBERS, MOST_TEAMS
from webapp.storage.account.people import Owner, Person, raised
from webapp.storage.engine.database import Stored
from webapp.storage.teams.notices import Notice
from webapp.storage.teams.organisation_roles import organisations_of


class Membership(Stored):
    """A person in a team, also one who has left it and whose shared wins may still be there.

    role: "member" or "lead". joined, left: ms; left is None while they belong to it. person_name,
    team_name, organisation_name ("" for none) and archived are copies, so that a list of teams or
    of members is read without another owner's rows. organisation_since: ms, when the team came to
    that organisation, or the person to the team; what they said before meant another one.
    visibility: of their new wins for this team; of who has left, whether it shows earlier ones
    (STILL_SHOWN).
    objectives: what forms offer, a copy, too (rules/teams/offering.py).
    thanks: whether the team may read thanks that they receive (Wish in rules/recognition).
    """

    person_id: PersonId
    team_id: int
    person = ForeignKeyField(Person, on_delete="CASCADE", index=False, backref="+")
    team = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    role = CharField(max_length=12, default="member")
    observer = BooleanField(default=False)
    joined = BigIntegerField()
    left = BigIntegerField(null=True)
    person_name = CharField(max_length=100)
    team_name = CharField(max_length=100)
    organisation_name = CharField(max_length=100, default="")
    archived = BigIntegerField(null=True)
    visibility = CharField(max_length=12, default="private")
    objectives = TextField(default="")
    thanks = CharField(max_length=12, default="", constraints=[SQL("DEFAULT ''")])
    organisation_since = BigIntegerField(default=0, constraints=[SQL("DEFAULT 0")])

    class Meta:
        primary_key = CompositeKey("person", "team")
        indexes = ((("team", "joined", "person"), False),)


def membership_of(person: PersonId, team: OwnerId) -> Membership | None:
    """Return the row of a person in a team, also of one who has left; None if there is none."""
    found: Membership | None = Membership.get_or_none(
        Membership.person == person, Membership.team == team
    )
    return found


def current_membership(person: PersonId, team: OwnerId) -> Membership | None:
    """Return the row of a person who is in a team; None: they are not, or have left it."""
    row = membership_of(person, team)
    return row if row and row.left is None else None


def members_of(team: OwnerId) -> "ModelSelect[Membership]":
    """Return the rows of those who are in a team, of longest standing first."""
    return (
        Membership.select()
        .where(Membership.team == team, Membership.left.is_null())
        .order_by(Membership.joined, Membership.person)
        .limit(MOST_MEMBERS + 1)
    )


def mates_of(team: OwnerId) -> list[tuple[int, str, int | None]]:
    """Return (person, name, when they left) of all in a team, and of those who last were."""
    rows: Any = Membership.select(Membership.person, Membership.person_name, Membership.left)
    first = (Membership.left.is_null(False), Membership.joined.desc())
    return list(rows.where(Membership.team == team).order_by(*first).limit(MOST_MATES).tuples())


def teams_of(person: PersonId) -> "ModelSelect[Membership]":
    """Return the rows of the teams that a person is in, by name."""
    return (
        Membership.select()
        .where(Membership.person == person, Membership.left.is_null())
        .order_by(Membership.team_name, Membership.team)
        .limit(MOST_TEAMS + 1)
    )


def change_memberships(team: OwnerId, **columns: object) -> None:
    """Set these columns of all memberships of a team, also of those who have left."""
    Membership.update(columns).where(Membership.team == team).execute()


def hide_defaults_from_organisation(team: OwnerId) -> None:
    """Let new wins of those who chose to show them to a team's organisation be the team's only."""
    chosen = (Membership.team == team, Membership.visibility == "organisation")
    Membership.update(visibility="team").where(*chosen).execute()


def change_membership(person: PersonId, team: OwnerId, **columns: object) -> None:
    """Set these columns of one membership."""
    its = (Membership.person == person, Membership.team == team)
    Membership.update(columns).where(*its).execute()


def store_membership(person: PersonId, team: OwnerId, columns: dict[str, object]) -> None:
    """Store that a person is in a team, also if they were in it before."""
    row = {"person": person, "team": team, **columns}
    key = [Membership.person, Membership.team]
    Membership.insert(row).on_conflict(conflict_target=key, update=columns).execute()


def lock_members(team: OwnerId) -> bool:
    """Let nobody else change who is in a team or an organisation until the transaction ends.

    Returns False if there is none with this number. Not by the row of the team: a member who taps
    for it has locked their own row, then waits for that one, and here it is the other way round.
    """
    return bool(Owner.update(person=None).where(Owner.id == team, Owner.person.is_null()).execute())


def store_counts(person: PersonId) -> int:
    """Store in how many teams and organisations a person is, and how many notices wait for them.

    Returns the number of teams. It raises their rev, and locks their row before it counts.
    """
    theirs = Person.id == person
    raised().where(theirs).execute()
    teams = teams_of(person).count()
    told = Notice.select().where(Notice.person == person).count()
    organisations = organisations_of(person).count()
    Person.update(teams=teams, told=told, organisations=organisations).where(theirs).execute()
    return int(teams)


def delete_membership(person: PersonId, team: OwnerId) -> None:
    """Delete the row of a person in a team."""
    its = (Membership.person == person, Membership.team == team)
    Membership.delete().where(*its).execute()


def are_in_any(person: PersonId, teams: Sequence[OwnerId]) -> bool:
    """Return whether a person is in any of these teams."""
    theirs = (Membership.person == person, Membership.left.is_null())
    return bool(Membership.select().where(*theirs, Membership.team << teams).exists())
