"""What a member who acts for a team knows of it, and what they are to it."""

from webapp.storage.account.teams import Team
from webapp.storage.engine.compiled import Compiled, fixed, slot
from webapp.storage.teams.memberships import Membership

ACTED_FOR = (
    *("name", "rev", "day_start", "workdays", "checkin_days", "areas"),
    *("visibility", "goal_limit", "stored"),
)
# Of a person who is in a team: (role, observer, when it was archived, ACTED_FOR); else no row.
# Compiled: every page of a team asks it, and a phone in a review every other second.
member_facts = Compiled(
    lambda: (
        Membership.select(Membership.role, Membership.observer, Team.archived)
        .select_extend(*(getattr(Team, name) for name in ACTED_FOR))
        .join(Team, on=(Team.owner == Membership.team))
        .where(
            Membership.person == slot("person"),
            Membership.team == slot("team"),
            Membership.left.is_null(),
        )
        .limit(fixed(1))
    )
)
