"""The pages of this area, in the order in which they are registered."""

from webapp.web.reviews import obstacles, plans, reviews, settlements

BLUEPRINTS = (
    reviews.pages,
    plans.pages,
    obstacles.pages,
    settlements.pages,
)
