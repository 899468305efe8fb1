"""The pages of this area, in the order in which they are registered."""

from webapp.web.decisions import decisions, outcomes

BLUEPRINTS = (
    decisions.pages,
    outcomes.pages,
)
