"""Who may see a win, as forms and entries say it: "private", "team:17" or "organisation:17" (R31).

One text, so that of two edits the newer counts as a whole. "team" and "organisation" alone, as
versions before there were teams sent them, name no team: such a win is private.
"""

import re
from typing import NamedTuple

from webapp.rules.shared.ids import TeamId, id_of_team

ONLY_ONESELF = "private"
NAMED = re.compile(r"(team|organisation):([1-9][0-9]{0,8})")


class Audience(NamedTuple):
    """Who may see a win. visibility: "private", "team" or "organisation"; team: on whose board."""

    visibility: str
    team: TeamId | None = None

    @property
    def is_shared(self) -> bool:
        """Whether anybody but its owner may see it."""
        return self.team is not None and self.visibility != ONLY_ONESELF


PRIVATE = Audience(ONLY_ONESELF)


def audience_of(said: str) -> Audience:
    """Return the audience that a text names; of a team that it does not name, there is no board."""
    named = NAMED.fullmatch(said)
    return (
        Audience(named[1], id_of_team(int(named[2]))) if named else Audience(said or ONLY_ONESELF)
    )


def said_of(audience: Audience) -> str:
    """Return the text for an audience, as it was said; audience_of reads it."""
    visibility, team = audience
    return f"{visibility}:{team}" if audience.is_shared else visibility


def shown_of(audience: Audience) -> str:
    """Return the text for an audience, as forms show it: what names no team is private."""
    return said_of(audience) if audience.is_shared else ONLY_ONESELF
