"""Teams and organisations: owners who are no person."""

from peewee import (
    SQL,
    BigIntegerField,
    CharField,
    ForeignKeyField,
    IntegerField,
    ModelSelect,
    SmallIntegerField,
    TextField,
)

from webapp.rules.goals.goals import LIMIT as GOAL_LIMIT
from webapp.rules.shared.ids import OrganisationId, TeamId
from webapp.rules.shared.moments import DAY_START
from webapp.rules.shared.workdays import CHECKIN_DAYS, WORKDAYS
from webapp.rules.teams.teams import MOST_TEAMS_OF_ORGANISATION
from webapp.storage.account.people import Owner
from webapp.storage.engine.database import Stored


class Organisation(Stored):
    """An organisation; `id` is the number of its owner. created: ms."""

    id: int
    owner = ForeignKeyField(
        Owner, primary_key=True, column_name="id", on_delete="CASCADE", backref="+"
    )
    name = CharField(max_length=100)
    created = BigIntegerField()


class Team(Stored):
    """A team; `id` is the number of its owner.

    created, archived: ms; archived is None while the team is in use. rev: raised with every change
    of the team's things. The settings from time_zone on are those of Person.
    """

    id: int
    organisation_id: int | None
    owner = ForeignKeyField(
        Owner, primary_key=True, column_name="id", on_delete="CASCADE", backref="+"
    )
    organisation = ForeignKeyField(Owner, null=True, on_delete="SET NULL", backref="+")
    name = CharField(max_length=100)
    created = BigIntegerField()
    archived = BigIntegerField(null=True)
    rev = IntegerField(default=1, constraints=[SQL("DEFAULT 1")])
    stored = BigIntegerField(default=0, constraints=[SQL("DEFAULT 0")])
    time_zone = CharField(max_length=64)
    day_start = SmallIntegerField(default=DAY_START)
    workdays = SmallIntegerField(default=WORKDAYS)
    checkin_days = SmallIntegerField(default=CHECKIN_DAYS)
    areas = TextField(default="")
    visibility = CharField(max_length=12, default="team")
    goal_limit = SmallIntegerField(default=GOAL_LIMIT)


def team_row(team: TeamId) -> Team | None:
    """Return the row of a team, None if there is none."""
    found: Team | None = Team.get_or_none(Team.owner == team)
    return found


def organisation_row(organisation: OrganisationId) -> Organisation | None:
    """Return the row of an organisation, None if there is none."""
    found: Organisation | None = Organisation.get_or_none(Organisation.owner == organisation)
    return found


def teams_in(organisation: OrganisationId) -> "ModelSelect[Team]":
    """Return the teams of an organisation, by name."""
    query = Team.select().where(Team.organisation == organisation)
    return query.order_by(Team.name, Team.owner).limit(MOST_TEAMS_OF_ORGANISATION + 1)
