"""The recognition moment of a team's review (R34)."""

from typing import Any

from webapp.domain.recognition.reading import team_recognitions
from webapp.domain.reviews.agendas import Agenda
from webapp.rules.reviews.reviews import ReviewStep
from webapp.web.shared.permissions.acting import team_of_page


def moment_of(agenda: Agenda) -> dict[str, Any]:
    """Return what the moment shows, at the last step of a team's review and in its summary."""
    team = team_of_page()
    if team is None or agenda.step not in (None, ReviewStep.NEXT):
        return {"moment_team": 0, "moment_thanks": []}
    thanks = team_recognitions(team.owner, agenda.review.since_at)
    return {"moment_team": team.owner, "moment_thanks": thanks}
