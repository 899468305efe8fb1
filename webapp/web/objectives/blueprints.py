"""The pages of this area, in the order in which they are registered."""

from webapp.web.objectives import indicators, objectives, previews, tables, templates, values

BLUEPRINTS = (
    objectives.pages,
    templates.pages,
    indicators.pages,
    values.pages,
    previews.pages,
    tables.pages,
)
