"""Who may see the wins of an owner: many of them changed at once."""

from webapp.rules.capture.audiences import ONLY_ONESELF, Audience
from webapp.rules.shared.ids import OwnerId
from webapp.storage.capture.wins import Win


def set_audience(owner: OwnerId, wins: list[str], audience: Audience) -> None:
    """Set who may see these wins of an owner; inside a transaction."""
    columns = {Win.visibility: audience.visibility, Win.team: audience.team}
    Win.update(columns).where(Win.person == owner, Win.id.in_(wins)).execute()


def wins_without_team(owner: OwnerId) -> list[Win]:
    """Return the ids of wins that said "team" or "organisation" and named none."""
    said = (Win.visibility != ONLY_ONESELF) & Win.team.is_null()
    return list(Win.select(Win.id).where(Win.person == owner, said))


def wins_among(owner: OwnerId, wins: list[str]) -> list[Win]:
    """Return those of an owner's wins that have these ids."""
    return list(Win.select().where(Win.person == owner, Win.id.in_(wins)))
