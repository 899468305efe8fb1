"""What a read-only link shows, to anybody who has its address (R32).

An objective with its indicators; the wins that the link's maker chose; of a team also its own wins
and those that their owners let be shown outside. Of all others nothing but how many they are.
"""

from dataclasses import dataclass
from datetime import date

from webapp.domain.links.shown import ShownWins, shown_by_person, shown_by_team
from webapp.rules.account.keys import Keys
from webapp.rules.charts.line_charts import MOST_VALUES
from webapp.rules.objectives.indicators import Value
from webapp.rules.shared.ids import id_of_person, id_of_team
from webapp.rules.teams.boards import Cursor
from webapp.rules.teams.invitations import owner_named_in
from webapp.storage.account.people import Person
from webapp.storage.account.teams import Team, team_row
from webapp.storage.objectives.indicators import Indicator, own_indicators, values_of_several
from webapp.storage.objectives.objectives import Objective, one_objective
from webapp.storage.teams.outside_links import OutsideLink, link_at

MOST_INDICATORS = 6  # charts on the page


@dataclass(frozen=True, slots=True)
class ShownIndicator:
    """An indicator of the objective, and its newest values, oldest first."""

    indicator: Indicator
    values: list[Value]


@dataclass(frozen=True, slots=True)
class OutsidePage:
    """What a link shows. whose: the name of the team, or of the person whose link it is.

    objective: None where the link is for chosen wins only. zone: of the owner.
    """

    whose: str
    title: str
    objective: Objective | None
    indicators: list[ShownIndicator]
    shown: ShownWins
    zone: str


def outside_page(token: str, keys: Keys, now: int, after: Cursor | None) -> OutsidePage | None:
    """Return what the link with this token shows, None: there is none, or not any more. now: ms.

    after: the last win of the page before.
    """
    owner = owner_named_in(token)
    link = link_at(owner, keys.hashes(token, now)) if owner else None
    if link is None:
        return None
    objective = one_objective(link.owner_id, link.objective).first() if link.objective else None
    if link.objective and objective is None:
        return None
    team = team_row(id_of_team(link.owner_id))
    if team is None:
        return _of_person(link, objective, after)
    return None if team.archived else _of_team(link, team, objective, after)


def _of_person(link: OutsideLink, objective: Objective | None, after: Cursor | None) -> OutsidePage:
    person = Person.get(Person.id == link.owner_id)
    shown = shown_by_person(link, id_of_person(link.owner_id), after)
    return OutsidePage(
        person.name,
        objective.name if objective else link.title,
        objective,
        _indicators(link),
        shown,
        person.fixed_zone or person.time_zone,
    )


def _of_team(
    link: OutsideLink, team: Team, objective: Objective | None, after: Cursor | None
) -> OutsidePage:
    shown = shown_by_team(link, id_of_team(link.owner_id), after)
    title = objective.name if objective else link.title
    return OutsidePage(team.name, title, objective, _indicators(link), shown, team.time_zone)


def _indicators(link: OutsideLink) -> list[ShownIndicator]:
    if not link.objective:
        return []
    owner = link.owner_id
    its = [one for one in own_indicators(owner) if one.objective == link.objective]
    shown = its[:MOST_INDICATORS]
    values: dict[str, list[Value]] = {one.id: [] for one in shown}
    for name, day, value, exposure in values_of_several(owner, list(values), MOST_VALUES):
        values[name].append(Value(date.fromisoformat(day), value, exposure))
    return [ShownIndicator(one, values[one.id][::-1]) for one in shown]
