"""The pages of this area, in the order in which they are registered."""

from webapp.web.capture import (
    checkins,
    deferrals,
    places,
    presets,
    revisions,
    routines,
    shares,
    today,
    usual,
    wins,
)

BLUEPRINTS = (
    today.pages,
    wins.pages,
    revisions.pages,
    checkins.pages,
    usual.pages,
    deferrals.pages,
    routines.pages,
    presets.pages,
    places.pages,
    shares.pages,
)
