"""The pages of this area, in the order in which they are registered."""

from webapp.web.account import (
    absences,
    devices,
    passwords,
    people,
    resets,
    sessions,
    settings,
    sign_up_links,
)

BLUEPRINTS = (
    people.pages,
    sign_up_links.pages,
    sessions.pages,
    passwords.pages,
    resets.pages,
    devices.pages,
    settings.pages,
    absences.pages,
)
