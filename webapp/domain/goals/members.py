"""Goals of a team that are one member's: each is on that member's Today."""

from collections.abc import Iterable
from typing import NamedTuple

from webapp.domain.account.acting import Acting
from webapp.domain.goals.goals import goal_of
from webapp.domain.shared.changing import changing
from webapp.rules.shared.ids import PersonId
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.storage.goals.members import (
    give_goal,
    members_and_taker,
    people_of_goals,
    takers_of_goals,
)
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


def members_for_goal(acting: Acting, goal_id: str) -> tuple[list[NamedMember], str]:
    """Return possible_members, and the number of the one who has this goal, "" for none."""
    if acting.owner == acting.actor:
        return [], ""
    rows = members_and_taker(acting.owner, goal_id)
    taker = next((str(person) for person, _, has_it in rows if has_it), "")
    return [NamedMember(person, name) for person, name, _ in rows], taker


def members_with_goals(acting: Acting, goals: Iterable[str]) -> dict[str, NamedMember]:
    """Return by the id of each of these goals which member has it; those of nobody are left out."""
    ids = [] if acting.owner == acting.actor else list(goals)
    takers = takers_of_goals(acting.owner, ids) if ids else {}
    return {goal: NamedMember(*taker) for goal, taker in takers.items()}
