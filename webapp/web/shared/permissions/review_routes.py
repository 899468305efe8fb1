"""What each route of reviews needs: a part of routes.py beside this."""

from collections.abc import Mapping

from webapp.rules.rights.permissions import Access, Permission, Thing

REVIEWS: Mapping[Permission, tuple[str, ...]] = {
    Permission(Thing.OWNED, Access.READ): (
        "GET /reviews/",
        "GET /reviews/<review_id>",
        "GET /reviews/<review_id>/changes",
    ),
    Permission(Thing.OWNED, Access.CHANGE): (
        "POST /review-calendars/",
        "GET /review-calendars/<link>",
        "DELETE /review-calendars/current",
        "PATCH /review-plans/current",
        "GET /review-plans/current/edit",
        "POST /reviews/",
        "DELETE /reviews/<review_id>",
        "PATCH /reviews/<review_id>",
        "DELETE /reviews/<review_id>/done",
        "POST /reviews/<review_id>/done",
        "GET /reviews/<review_id>/edit",
        "DELETE /reviews/<review_id>/end",
        "POST /reviews/<review_id>/end",
        "PATCH /reviews/<review_id>/goals",
        "POST /reviews/<review_id>/lines/",
        "DELETE /reviews/<review_id>/lines/<line_id>",
        "PATCH /reviews/<review_id>/lines/<line_id>",
        "GET /reviews/<review_id>/lines/<line_id>/edit",
        "POST /reviews/<review_id>/lines/<line_id>/goal",
        "DELETE /reviews/<review_id>/lines/<line_id>/holder",
        "POST /reviews/<review_id>/lines/<line_id>/holder",
        "DELETE /reviews/<review_id>/lines/<line_id>/settlement",
        "POST /reviews/<review_id>/lines/<line_id>/settlement",
    ),
}
