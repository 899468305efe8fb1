"""Goals of a team that are one member's: each is on that member's Today."""

from collections.abc import Iterable
from typing import NamedTuple

from webapp.domain.account.acting import Acting
from webapp.domain.goals.goals import goal_of
from webapp.domain.shared.changing import changing
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.storage.goals.members import give_goal, people_of_goals
from webapp.storage.teams.memberships import members_of

NO_MEMBER = Problem("member", N_("Choose somebody who is in the team."))


class NamedMember(NamedTuple):
    """A member of a team who can have a goal: number and name."""

    id: PersonId
    name: str


def possible_members(acting: Acting) -> list[NamedMember]:
    """Return who can have a goal of a team, of longest standing first; of one's own nobody."""
    if acting.owner == acting.actor:
        return []
    return [NamedMember(row.person_id, row.person_name) for row in members_of(acting.owner)]


def give_to_member(acting: Acting, goal_id: str, member: str) -> None:
    """Make a goal of a team this member's, by their number; "": the whole team's.

    Invalid: they are not in the team. NotFound.
    """
    with changing(acting):
        goal_of(acting, goal_id)
        known = {str(one.id): one.id for one in possible_members(acting)}
        if member and member not in known:
            raise Invalid(NO_MEMBER)
        give_goal(acting.owner, goal_id, known.get(member))


def keep_member(acting: Acting, before: str, goal_id: str) -> None:
    """Let the member who has one goal of a team have another, too; inside a transaction."""
    people = people_of_goals(acting.owner, [before]) if acting.owner != acting.actor else {}
    if before in people:
        give_goal(acting.owner, goal_id, people[before])


def member_of_goal(acting: Acting, goal_id: str) -> str:
    """Return the number of the member who has a goal of a team, "" for none."""
    people = people_of_goals(acting.owner, [goal_id]) if acting.owner != acting.actor else {}
    return str(people.get(goal_id, ""))


def members_with_goals(acting: Acting, goals: Iterable[str]) -> dict[str, NamedMember]:
    """Return by the id of each of these goals which member has it; those of nobody are left out."""
    ids = [] if acting.owner == acting.actor else list(goals)
    people = people_of_goals(acting.owner, ids) if ids else {}
    known = {one.id: one for one in possible_members(acting)} if people else {}
    return {goal: known[person] for goal, person in people.items() if person in known}
