"""The pages of this area, in the order in which they are registered."""

from webapp.web.teams import departures, invitations, memberships, notices, team_settings, teams

BLUEPRINTS = (
    teams.pages,
    team_settings.pages,
    memberships.pages,
    departures.pages,
    invitations.pages,
    notices.pages,
)
