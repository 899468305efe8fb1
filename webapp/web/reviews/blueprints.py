"""The pages of this area, in the order in which they are registered."""

from webapp.web.reviews import obstacles, review_plans, reviews, settlements

BLUEPRINTS = (
    reviews.pages,
    review_plans.pages,
    obstacles.pages,
    settlements.pages,
)
