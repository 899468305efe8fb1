"""The pages of this area, in the order in which they are registered."""

from webapp.web.objectives import (
    indicators,
    lattice_templates,
    objectives,
    previews,
    value_tables,
    values,
)

BLUEPRINTS = (
    objectives.pages,
    lattice_templates.pages,
    indicators.pages,
    values.pages,
    previews.pages,
    value_tables.pages,
)
