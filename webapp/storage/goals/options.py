"""What the form of a win's details offers, in one query: Today has six for everything."""

from peewee import SQL, Case, Value

from webapp.rules.goals.goals import MOST_OPEN, GoalState
from webapp.rules.teams.sharing import STILL_SHOWN
from webapp.storage.engine.compiled import Compiled, fixed, slot
from webapp.storage.goals.goals import Goal
from webapp.storage.objectives.indicators import Indicator
from webapp.storage.objectives.objectives import Objective
from webapp.storage.teams.memberships import Membership
from webapp.storage.teams.notices import Notice

NO_UNIT = NOTHING = Value("", converter=False)
TEAM, FORMER = Value("team", converter=False), Value("former team", converter=False)
_is_open = Membership.left.is_null() & Membership.archived.is_null()
_is_shown = Membership.visibility == STILL_SHOWN

option_rows = Compiled(  # rows of (kind, id, name, unit, objectives of a team)
    lambda: (
        Objective.select(
            Value("objective", converter=False), Objective.id, Objective.name, NO_UNIT, NOTHING
        )
        .where(Objective.owner == slot("owner"), Objective.state != "dropped")
        .union_all(
            Goal.select(SQL("*")).from_(
                Goal.select(
                    Value("goal", converter=False), Goal.id, Goal.statement, NO_UNIT, NOTHING
                )
                .where(
                    Goal.owner == slot("owner"),
                    Goal.state.in_([GoalState.ACTIVE, GoalState.DRAFT]),
                )
                .order_by(Goal.state_at.desc())
                .limit(fixed(MOST_OPEN))
            )
        )
        .union_all(
            Indicator.select(
                Value("indicator", converter=False),
                Indicator.id,
                Indicator.name,
                Indicator.unit,
                NOTHING,
            ).where(Indicator.owner == slot("owner"))
        )
        .union_all(  # nothing for a team: no person has its number
            Membership.select(
                Case(None, [(_is_open, TEAM)], FORMER),
                Membership.team.cast("TEXT"),
                Membership.team_name,
                Membership.organisation_name,
                Membership.objectives,
            ).where(Membership.person == slot("owner"), Membership.left.is_null() | _is_shown)
        )
    )
)

# The same, and what the person was told last of their teams: (news, its kind, team, about, "").
option_rows_with_news = Compiled(
    lambda: option_rows.query().union_all(
        Notice.select(SQL("*")).from_(
            Notice.select(
                *(Value("news", converter=False), Notice.kind, Notice.team_name),
                *(Notice.about, NOTHING),
            )
            .where(Notice.person == slot("owner"))
            .order_by(Notice.at.desc(), Notice.id)
            .limit(fixed(1))
        )
    )
)
