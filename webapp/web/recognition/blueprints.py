"""The pages of this area, in the order in which they are registered."""

from webapp.web.recognition import all_given, received, team_recognitions, team_values, wishes

BLUEPRINTS = (
    received.pages,
    all_given.pages,
    team_recognitions.pages,
    team_values.pages,
    wishes.pages,
)
