"""Who may see the wins of an owner: many of them changed at once."""

from typing import Any

from peewee import Expression

from webapp.rules.capture.audiences import ONLY_ONESELF, Audience
from webapp.rules.shared.ids import OwnerId
from webapp.storage.capture.wins import Win


def set_audience(owner: OwnerId, wins: list[str], audience: Audience) -> None:
    """Set who may see these wins of an owner; inside a transaction."""
    columns = {Win.visibility: audience.visibility, Win.team: audience.team}
    Win.update(columns).where(Win.person == owner, Win.id.in_(wins)).execute()


def wins_without_team(owner: OwnerId, most: int) -> list[str]:
    """Return the ids of wins that say "team" or "organisation" and name none."""
    found: Any = Win.select(Win.id).where(*_without_team(owner)).limit(most)
    return [win for (win,) in found.tuples()]


def count_wins_without_team(owner: OwnerId) -> int:
    """Return how many wins say "team" or "organisation" and name none."""
    return int(Win.select().where(*_without_team(owner)).count())


def wins_among(owner: OwnerId, wins: list[str]) -> list[Win]:
    """Return those of an owner's wins that have these ids."""
    return list(Win.select().where(Win.person == owner, Win.id.in_(wins)))


def _without_team(owner: OwnerId) -> tuple[Expression, ...]:
    return (Win.person == owner, Win.visibility != ONLY_ONESELF, Win.team.is_null())
