"""The pages of this area, in the order in which they are registered."""

from webapp.web.account import (
    absences,
    devices,
    invitations,
    passwords,
    people,
    resets,
    sessions,
    settings,
)

BLUEPRINTS = (
    people.pages,
    invitations.pages,
    sessions.pages,
    passwords.pages,
    resets.pages,
    devices.pages,
    settings.pages,
    absences.pages,
)
