"""The pages of this area, in the order in which they are registered."""

from webapp.web.links import links, outside

BLUEPRINTS = (links.pages, outside.pages)
