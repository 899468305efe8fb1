"""The pages of this area, in the order in which they are registered."""

from webapp.web.outbox import deletions, outbox

BLUEPRINTS = (outbox.pages, deletions.pages)
