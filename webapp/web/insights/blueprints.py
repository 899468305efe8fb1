"""The pages of this area, in the order in which they are registered."""

from webapp.web.insights import adjustments, confidence, evidence, insights, patterns, team_insights

BLUEPRINTS = (
    insights.pages,
    confidence.pages,
    patterns.pages,
    adjustments.pages,
    evidence.pages,
    team_insights.pages,
)
