"""Under which objective of its team a win is shown (R31, R32)."""

from webapp.domain.account.acting import Acting
from webapp.domain.teams.shared_names import those_shared_with
from webapp.rules.shared.ids import TeamId
from webapp.storage.objectives.objectives import objectives_among


def objective_on_board(team: TeamId, ids: list[str]) -> str:
    """Return the first of these ids that a team has, or that is shared with it, "" for none.

    The others are private, and their names, too.
    """
    known = set(objectives_among(team, ids)) if ids else set()
    if ids and not known:
        known = set(those_shared_with(team, ids))
    return next((one for one in ids if one in known), "")


def are_own(acting: Acting, ids: list[str]) -> bool:
    """Return whether all of these ids are objectives of the owner that somebody acts for."""
    return {*ids} <= {*objectives_among(acting.owner, ids)}
