"""Which member of a team a goal of the team belongs to."""

from peewee import CharField, CompositeKey, ForeignKeyField

from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored


class GoalMember(Stored):
    """A goal of a team is a member's: it is on their Today, and counts in the team's limit.

    The row stays when its person leaves the team, and means nothing until they are back.
    """

    owner = ForeignKeyField(Owner, on_delete="CASCADE", index=False, backref="+")
    goal = CharField(max_length=36)
    person = ForeignKeyField(Person, on_delete="CASCADE", backref="+")
    person_id: PersonId

    class Meta:
        primary_key = CompositeKey("owner", "goal")


def give_goal(owner: OwnerId, goal_id: str, person: PersonId | None) -> None:
    """Make a goal of a team a member's, or with None nobody's; inside a transaction."""
    GoalMember.delete().where(GoalMember.owner == owner, GoalMember.goal == goal_id).execute()
    if person is not None:
        GoalMember.create(owner=owner, goal=goal_id, person=person)


def people_of_goals(owner: OwnerId, goals: list[str]) -> dict[str, PersonId]:
    """Return whose each of these goals of a team is; those of nobody are left out."""
    rows = GoalMember.select().where(GoalMember.owner == owner, GoalMember.goal.in_(goals))
    return {row.goal: row.person_id for row in rows}
