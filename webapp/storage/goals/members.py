"""Which member of a team a goal of the team belongs to."""

from typing import Any

from peewee import JOIN, CharField, CompositeKey, ForeignKeyField

from webapp.rules.shared.ids import OwnerId, PersonId
from webapp.storage.account.people import Owner, Person
from webapp.storage.engine.database import Stored
from webapp.storage.goals.goals import Goal
from webapp.storage.teams.memberships import Membership, members_of


class GoalMember(Stored):
    """A goal of a team is a member's: it is on their Today, and counts in the team's limit.

    The row stays when its person leaves the team, and means nothing until they are back.
    """

    owner_id: int
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


def members_and_taker(team: OwnerId, goal: str) -> list[tuple[PersonId, str, bool]]:
    """Return (number, name, whether this goal is theirs) of a team's members, as members_of."""
    its = (GoalMember.owner == Membership.team) & (GoalMember.person == Membership.person)
    rows: Any = members_of(team).select(
        Membership.person, Membership.person_name, GoalMember.goal.is_null(False)
    )
    return list(rows.join(GoalMember, JOIN.LEFT_OUTER, on=its & (GoalMember.goal == goal)).tuples())


def takers_of_goals(team: OwnerId, goals: list[str]) -> dict[str, tuple[PersonId, str]]:
    """Return by goal the number and name of the member of a team who has it, if they are in it."""
    its = (Membership.team == GoalMember.owner) & (Membership.person == GoalMember.person)
    rows: Any = (
        GoalMember.select(GoalMember.goal, GoalMember.person, Membership.person_name)
        .join(Membership, on=its)
        .where(GoalMember.owner == team, GoalMember.goal.in_(goals), Membership.left.is_null())
    )
    return {goal: (person, name) for goal, person, name in rows.tuples()}


def goals_taken_on(person: PersonId, state: str, most: int) -> list[Goal]:
    """Return the goals of a person's teams in a state that are theirs, those due first."""
    is_in = (Membership.person == GoalMember.person) & (Membership.team == GoalMember.owner)
    found: Any = (
        GoalMember.select(Goal)
        .join(Goal, on=(Goal.owner == GoalMember.owner) & (Goal.id == GoalMember.goal))
        .join(Membership, on=is_in, src=GoalMember)
        .where(
            GoalMember.person == person,
            Membership.left.is_null(),
            Membership.archived.is_null(),
            Goal.state == state,
        )
        .order_by(Goal.due, Goal.id)
        .limit(most)
    )
    return list(found.objects(Goal))


def teams_with_goals(person: PersonId, goals: list[str]) -> dict[str, int]:
    """Return which team has each of these goals that a person has taken on."""
    rows = GoalMember.select().where(GoalMember.person == person, GoalMember.goal.in_(goals))
    return {row.goal: row.owner_id for row in rows}
