"""Adjustments for a team in words; none names a person (R42)."""

from flask_babel import gettext, ngettext

from webapp.domain.insights.adjustments import ShownAdjustment
from webapp.domain.insights.team_insights import TeamInsights
from webapp.rules.insights.team_adjustments import NoHigherBand
from webapp.rules.shared.ids import TeamId
from webapp.web.insights.adjustments import Card, listed
from webapp.web.shared.i18n.dates import short_day


def cards_of_team(team: TeamId, insights: TeamInsights) -> list[Card]:
    """Return the adjustments that are on a team's page, in words."""
    return [_card(f"/teams/{team}", shown, insights) for shown in insights.adjustments]


def _card(at: str, shown: ShownAdjustment, insights: TeamInsights) -> Card:
    found, identity = shown.found, f"{shown.found.rule}.{shown.first}"
    if isinstance(found, NoHigherBand):
        return _no_higher_band(at, found, identity, insights)
    return _perfunctory(at, identity)


def _no_higher_band(at: str, found: NoHigherBand, identity: str, insights: TeamInsights) -> Card:
    rows = [(f"{at}/goals/{goal}", insights.goals.get(goal, "")) for goal in found.missed]
    return Card(
        identity,
        gettext("Are the team’s goals within reach, and do wins connect to them?"),
        _seen(found.wins, insights.since.isoformat()),
        *listed(rows),
        leads_to=f"{at}/goals/",
        action=gettext("Look at goals"),
    )


def _seen(wins: int, since: str) -> str:
    return ngettext(
        "%(num)s win on the board since %(day)s, while the band of confidence did not go up over"
        " three figures. That may be chance; it is worth a look.",
        "%(num)s wins on the board since %(day)s, while the band of confidence did not go up over"
        " three figures. That may be chance; it is worth a look.",
        wins,
        day=short_day(since),
    )


def _perfunctory(at: str, identity: str) -> Card:
    # Not which thanks: who gave them and whose win they are for would be on the card.
    return Card(
        identity,
        gettext("Could thanks in the team say more of what changed, and of what was learned?"),
        gettext("Half or more of those that the team read in 30 days say little."),
        (),
        0,
        leads_to=f"{at}/recognitions/",
        action=gettext("Look at thanks"),
    )
