"""The pages of this area, in the order in which they are registered."""

from webapp.web.site import health, help, languages, phone, welcomes  # noqa: A004 (nobody asks Python for help here)

BLUEPRINTS = (
    languages.pages,
    welcomes.pages,
    help.pages,
    phone.pages,
    health.pages,
)
