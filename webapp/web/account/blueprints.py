"""The pages of this area, in the order in which they are registered."""

from webapp.web.account import (
    absences,
    confirmations,
    devices,
    mails,
    passwords,
    people,
    resets,
    sessions,
    settings,
    sign_up_links,
    unsubscriptions,
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
    mails.pages,
    confirmations.pages,
    unsubscriptions.pages,
)
