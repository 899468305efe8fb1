"""The pages of this area, in the order in which they are registered."""

from webapp.web.goals import (
    activations,
    cadences,
    calibrations,
    closures,
    completions,
    confidences,
    criteria,
    dependencies,
    goals,
    lessons,
    parkings,
    plan_checks,
    rescopings,
)

BLUEPRINTS = (
    goals.pages,
    plan_checks.pages,
    activations.pages,
    completions.pages,
    criteria.pages,
    parkings.pages,
    closures.pages,
    rescopings.pages,
    confidences.pages,
    calibrations.pages,
    lessons.pages,
    dependencies.pages,
    cadences.pages,
)
