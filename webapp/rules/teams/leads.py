"""Who leads a team: it is never without a lead while anybody is in it (R29)."""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.rules.shared.ids import PersonId


@dataclass(frozen=True, slots=True)
class MemberStanding:
    """A member of a team. joined: ms since 1970."""

    person: PersonId
    leads: bool
    observes: bool
    joined: int


def next_lead(
    members: Iterable[MemberStanding], passed_over: PersonId | None = None
) -> PersonId | None:
    """Return who has to become lead of a team with these members, None if nobody has to.

    The member of longest standing; an observer only where all are. passed_over: who has just given
    it up, and gets it back only if nobody else is there.
    """
    there = list(members)
    if not there or any(one.leads for one in there):
        return None
    return min(there, key=lambda one: _turn(one, passed_over)).person


def _turn(one: MemberStanding, passed_over: PersonId | None) -> tuple[bool, bool, int, int]:
    return (one.person == passed_over, one.observes, one.joined, one.person)
