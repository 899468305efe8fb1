"""The pages of this area, in the order in which they are registered."""

from webapp.web.teams import (
    boards,
    confidence_rules,
    countings,
    departures,
    earlier_wins,
    invitations,
    memberships,
    notices,
    organisation_boards,
    organisation_invitations,
    organisation_roles,
    organisation_teams,
    organisations,
    shared_wins,
    team_settings,
    teams,
)

BLUEPRINTS = (
    teams.pages,
    boards.pages,
    shared_wins.pages,
    team_settings.pages,
    memberships.pages,
    departures.pages,
    earlier_wins.pages,
    invitations.pages,
    notices.pages,
    organisations.pages,
    organisation_boards.pages,
    organisation_invitations.pages,
    organisation_roles.pages,
    organisation_teams.pages,
    countings.pages,
    confidence_rules.pages,
)
