"""What a person wants for thanks that are meant for their teams, and whether they are asked."""

from dataclasses import dataclass
from typing import Any

from webapp.domain.account.people import SignedIn
from webapp.rules.recognition.recognitions import Copy, Wish
from webapp.rules.shared.ids import TeamId, id_of_team
from webapp.rules.teams.teams import MOST_TEAMS
from webapp.storage.recognition.recognitions import Recognition
from webapp.storage.teams.memberships import teams_of


@dataclass(frozen=True, slots=True)
class WishIn:
    """What a person wants in one team. asks: they have received thanks there and never said."""

    team: TeamId
    team_name: str
    wish: Wish
    asks: bool


def wishes_of(person: SignedIn) -> list[WishIn]:
    """Return what a person wants in each of their teams in use, by name; in none, no statement."""
    rows = [row for row in teams_of(person.id) if row.archived is None] if person.teams else []
    unasked = any(row.thanks == Wish.UNASKED for row in rows)
    received = _teams_of_received(person) if unasked else set()
    return [
        WishIn(
            id_of_team(row.team_id),
            row.team_name,
            Wish(row.thanks),
            row.thanks == Wish.UNASKED and row.team_id in received,
        )
        for row in rows
    ]


def _teams_of_received(person: SignedIn) -> set[int]:
    own = (Recognition.owner == person.owner, Recognition.kind == Copy.RECEIVED)
    teams: Any = Recognition.select(Recognition.for_team).where(*own).distinct()
    return {team for (team,) in teams.limit(MOST_TEAMS * 10).tuples()}
