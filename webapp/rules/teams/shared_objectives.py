"""Sharing an objective with other teams, or with all of an organisation (R32)."""

from collections.abc import Iterable

from webapp.rules.shared.ids import OwnerId
from webapp.rules.shared.problems import N_, Invalid, Problem
from webapp.rules.teams.invitations import owner_numbered

MOST_SHARED = 500  # rows of one list
GONE = Problem("recipients", N_("Choose teams that are in your organisation."))


def parse_recipients(given: Iterable[str], possible: set[OwnerId]) -> list[OwnerId]:
    """Return the numbers of teams and organisations that a form names, or raise Invalid."""
    named = [owner_numbered(one) for one in given if one]
    found = [one for one in dict.fromkeys(named) if one is not None]
    if len(found) < len(dict.fromkeys(named)) or not {*found} <= possible:
        raise Invalid(GONE)
    return found
